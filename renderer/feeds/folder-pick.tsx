import { useTranslation } from 'react-i18next';
import { folderPath } from '../state/branches';
import { useOverview } from '../state/overview';
import type { FolderChoice } from '../state/subscribing';
import { Pick } from '../ui/pick';
import { TextField } from '../ui/text-field';

interface Props {
  choice: FolderChoice;
  onChange: (choice: FolderChoice) => void;
  /** Folders that cannot be chosen, by their ids. */
  without?: string[];
}

/** Chooses a folder, or names a new one. */
export function FolderPick({ choice, onChange, without = [] }: Props) {
  const { t } = useTranslation();
  const folders = useOverview()?.folders ?? [];
  const options = [
    { value: 'none', label: t('feed.noFolder') },
    ...folders
      .filter(({ id }) => !without.includes(id))
      .map(({ id }) => ({ value: `known ${id}`, label: folderPath(folders, id) })),
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
