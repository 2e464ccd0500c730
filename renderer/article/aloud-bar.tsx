import { ChevronsLeft, ChevronsRight, Headphones, Pause, Play, Square } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { SPEECH_RATES } from '../../electron/contract/settings';
import { keyOf, runCommand } from '../commands/commands';
import { voicesFor } from '../state/aloud';
import { changeManner, hearVoices, mannerOf, stopAloud, useReadingAloud } from '../state/reading-aloud';
import { useSettings } from '../state/settings';
import { IconButton } from '../ui/icon-button';
import { Pick } from '../ui/pick';
import { Stepper } from '../ui/stepper';
import { percent } from '../words/format';
import styles from './aloud-bar.module.css';

/** Begins to read the open article aloud; absent where no voice of the system speaks its language. */
export function AloudButton({ language }: { language: string }) {
  const { t } = useTranslation();
  const { voices, status } = useReadingAloud();
  useEffect(hearVoices, []);
  if (voicesFor(voices, language).length === 0) return null;
  return (
    <IconButton
      icon={Headphones}
      label={t('command.aloud')}
      hint={keyOf('aloud.toggle')}
      expanded={status !== 'stopped'}
      onPress={() => (status === 'stopped' ? runCommand('aloud.toggle') : stopAloud())}
    />
  );
}

/** While an article is read aloud: pause, paragraphs, voice and speed. It falls silent with the article. */
export function AloudBar({ id, language }: { id: string; language: string }) {
  const { t } = useTranslation();
  const { voices, status } = useReadingAloud();
  useSettings();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another article has opened
  useEffect(() => stopAloud, [id]);
  const manner = mannerOf(language, voices);
  if (status === 'stopped' || !manner) return null;
  const offered = voicesFor(voices, language);
  const isPlaying = status === 'playing';
  return (
    <div role="group" aria-label={t('command.aloud')} className={styles.bar}>
      <IconButton
        icon={ChevronsLeft}
        points
        label={t('command.aloudPrevious')}
        hint={keyOf('aloud.previous')}
        onPress={() => runCommand('aloud.previous')}
      />
      <IconButton
        icon={isPlaying ? Pause : Play}
        label={t(isPlaying ? 'aloud.pause' : 'aloud.resume')}
        hint={keyOf('aloud.toggle')}
        onPress={() => runCommand('aloud.toggle')}
      />
      <IconButton
        icon={ChevronsRight}
        points
        label={t('command.aloudNext')}
        hint={keyOf('aloud.next')}
        onPress={() => runCommand('aloud.next')}
      />
      <IconButton
        icon={Square}
        label={t('command.aloudStop')}
        hint={keyOf('aloud.stop')}
        onPress={() => runCommand('aloud.stop')}
      />
      {offered.length > 1 && (
        <div className={styles.voice}>
          <Pick
            label={t('aloud.voice')}
            value={manner.voice}
            options={offered.map((voice) => ({ value: voice.id, label: voice.name }))}
            onChange={(voice) => changeManner(language, { voice })}
          />
        </div>
      )}
      <Stepper
        label={t('aloud.rate')}
        shown={percent(manner.rate)}
        names={{ less: t('aloud.slower'), more: t('aloud.faster') }}
        canLess={manner.rate > SPEECH_RATES.least}
        canMore={manner.rate < SPEECH_RATES.most}
        onStep={(by) => changeManner(language, { rate: Number((manner.rate + by * SPEECH_RATES.step).toFixed(2)) })}
      />
    </div>
  );
}
