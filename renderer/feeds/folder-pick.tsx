import { useTranslation } from 'react-i18next';
import { useOverview } from '../state/overview';
import type { FolderChoice } from '../state/subscribing';
import { Pick } from '../ui/pick';
import { TextField } from '../ui/text-field';

interface Props {
  choice: FolderChoice;
  onChange: (choice: FolderChoice) => void;
}

/** Chooses a folder, or names a new one. */
export function FolderPick({ choice, onChange }: Props) {
  const { t } = useTranslation();
  const folders = useOverview()?.folders ?? [];
  const options = [
    { value: 'none', label: t('feed.noFolder') },
    ...folders.map(({ id, name }) => ({ value: `known ${id}`, label: name })),
    { value: 'new', label: t('feed.newFolder') },
  ];
  const choose = (value: string) => {
    if (value === 'none') onChange({ kind: 'none' });
    else if (value === 'new') onChange({ kind: 'new', name: '' });
    else onChange({ kind: 'known', id: value.slice('known '.length) });
  };
  return (
    <>
      <Pick
        label={t('feed.folder')}
        value={choice.kind === 'known' ? `known ${choice.id}` : choice.kind}
        options={options}
        onChange={choose}
      />
      {choice.kind === 'new' && (
        <TextField
          label={t('feed.newFolderName')}
          value={choice.name}
          onChange={(name) => onChange({ kind: 'new', name })}
          maxLength={100}
          autoFocus
        />
      )}
    </>
  );
}
