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
import { changeSettings, changeTextSize, stepped, useSettings } from '../state/settings';
import { Choice } from '../ui/choice';
import { Stepper } from '../ui/stepper';
import { Switch } from '../ui/switch';
import { number, percent } from '../words/format';
import { ofFields, type Setting } from './setting';

const set = (change: Partial<Settings>) => void changeSettings(change);

function ReadingTheme() {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('settings.readingTheme')}
      value={useSettings().readingTheme}
      options={READING_THEMES.map((value) => ({ value, label: t(`look.themes.${value}`) }))}
      onChange={(readingTheme) => set({ readingTheme })}
    />
  );
}

function ReadingFont() {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('settings.readingFont')}
      value={useSettings().readingFont}
      options={READING_FONTS.map((value) => ({ value, label: t(`look.fonts.${value}`) }))}
      onChange={(readingFont) => set({ readingFont })}
    />
  );
}

function Urdu() {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('look.urdu')}
      value={useSettings().urdu}
      options={URDU_STYLES.map((value) => ({ value, label: t(`look.urduStyles.${value}`) }))}
      onChange={(urdu) => set({ urdu })}
    />
  );
}

interface MeasureProps {
  name: string;
  value: number;
  shown: (value: number) => string;
  bounds: { least: number; most: number };
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

function TextSize() {
  const { t } = useTranslation();
  return (
    <Measure
      name={t('settings.textSize')}
      value={useSettings().textSize}
      shown={number}
      bounds={TEXT_SIZES}
      onStep={(by) => changeTextSize(by)}
    />
  );
}

function Width() {
  const { t } = useTranslation();
  const { measure } = useSettings();
  return (
    <Measure
      name={t('settings.measure')}
      value={measure}
      shown={number}
      bounds={MEASURES}
      onStep={(by) => set({ measure: stepped(measure, by, MEASURES) })}
    />
  );
}

function LineHeight() {
  const { t } = useTranslation();
  const { lineHeight } = useSettings();
  return (
    <Measure
      name={t('look.lineHeight')}
      value={lineHeight}
      shown={percent}
      bounds={LINE_HEIGHTS}
      onStep={(by) => set({ lineHeight: stepped(lineHeight, by, LINE_HEIGHTS) })}
    />
  );
}

function Justified() {
  const { t } = useTranslation();
  return (
    <Switch label={t('look.justified')} isOn={useSettings().justified} onChange={(justified) => set({ justified })} />
  );
}

const reading = (id: string, label: string, Control: Setting['Control'], ...fields: (keyof Settings)[]): Setting => ({
  id,
  page: 'reading',
  label,
  ...ofFields(...fields),
  Control,
});

/** How articles look; the same as beside the article (renderer/article/look-popover.tsx). */
export const readingSettings: Setting[] = [
  reading('readingTheme', 'settings.readingTheme', ReadingTheme, 'readingTheme'),
  reading('readingFont', 'settings.readingFont', ReadingFont, 'readingFont'),
  {
    ...reading('textSize', 'settings.textSize', TextSize, 'textSize', 'textSizes'),
    hint: 'settings.textSizeHint',
  },
  reading('measure', 'settings.measure', Width, 'measure'),
  reading('lineHeight', 'look.lineHeight', LineHeight, 'lineHeight'),
  reading('justified', 'look.justified', Justified, 'justified'),
  { ...reading('urdu', 'look.urdu', Urdu, 'urdu'), hint: 'settings.urduHint' },
];
