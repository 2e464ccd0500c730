import { ALargeSmall } from 'lucide-react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import {
  LINE_HEIGHTS,
  MEASURES,
  READING_FONTS,
  READING_THEMES,
  type Settings,
  TEXT_SIZES,
  URDU_STYLES,
} from '../../electron/contract/settings';
import { keyOf } from '../commands/commands';
import { useOpenPage } from '../state/open-page';
import { changeSettings, changeTextSize, stepped, textSizeOf, useSettings } from '../state/settings';
import { Choice } from '../ui/choice';
import { IconButton } from '../ui/icon-button';
import { Stepper } from '../ui/stepper';
import { Switch } from '../ui/switch';
import { number, percent } from '../words/format';
import { isNastaliqLanguage } from '../words/script';
import styles from './look-popover.module.css';

const set = (change: Partial<Settings>) => void changeSettings(change);

/** How articles look, chosen beside the article that shows it at once. */
export function LookPopover({ language }: { language: string | null }) {
  const { t } = useTranslation();
  const isOpen = useOpenPage(({ choosingLook }) => choosingLook);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={(choosingLook) => useOpenPage.setState({ choosingLook })}>
      <IconButton icon={ALargeSmall} label={t('command.look')} hint={keyOf('look.open')} />
      <Popover placement="bottom end" className={styles.popover ?? ''}>
        <Dialog aria-label={t('command.look')} className={styles.look ?? ''}>
          <Themes />
          <Fonts language={language} />
          <Measures />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Themes() {
  const { t } = useTranslation();
  const { readingTheme } = useSettings();
  return (
    <Choice
      label={t('look.theme')}
      value={readingTheme}
      options={READING_THEMES.map((value) => ({ value, label: t(`look.themes.${value}`) }))}
      onChange={(theme) => set({ readingTheme: theme })}
    />
  );
}

function Fonts({ language }: { language: string | null }) {
  const { t } = useTranslation();
  const { readingFont, urdu } = useSettings();
  return (
    <>
      <Choice
        label={t('look.font')}
        value={readingFont}
        options={READING_FONTS.map((value) => ({ value, label: t(`look.fonts.${value}`) }))}
        onChange={(font) => set({ readingFont: font })}
      />
      {isNastaliqLanguage(language) && (
        <Choice
          label={t('look.urdu')}
          value={urdu}
          options={URDU_STYLES.map((value) => ({ value, label: t(`look.urduStyles.${value}`) }))}
          onChange={(style) => set({ urdu: style })}
        />
      )}
    </>
  );
}

function Measures() {
  const { t } = useTranslation();
  const settings = useSettings();
  const script = useOpenPage((open) => open.script);
  const { measure, lineHeight, justified } = settings;
  return (
    <>
      <Measure
        name={t('look.size')}
        value={textSizeOf(settings, script)}
        shown={number}
        bounds={TEXT_SIZES}
        onStep={(by) => changeTextSize(by, script)}
      />
      <Measure
        name={t('look.measure')}
        value={measure}
        shown={number}
        bounds={MEASURES}
        onStep={(by) => set({ measure: stepped(measure, by, MEASURES) })}
      />
      <Measure
        name={t('look.lineHeight')}
        value={lineHeight}
        shown={percent}
        bounds={LINE_HEIGHTS}
        onStep={(by) => set({ lineHeight: stepped(lineHeight, by, LINE_HEIGHTS) })}
      />
      <Switch label={t('look.justified')} isOn={justified} onChange={(isOn) => set({ justified: isOn })} />
    </>
  );
}

interface Bounds {
  least: number;
  most: number;
  step: number;
}

interface MeasureProps {
  name: string;
  value: number;
  shown: (value: number) => string;
  bounds: Bounds;
  onStep: (by: 1 | -1) => void;
}

function Measure({ name, value, shown, bounds: { least, most }, onStep }: MeasureProps) {
  const { t } = useTranslation();
  const names = { less: t('look.less', { name }), more: t('look.more', { name }) };
  return (
    <Stepper
      label={name}
      shown={shown(value)}
      names={names}
      canLess={value > least}
      canMore={value < most}
      onStep={onStep}
    />
  );
}
