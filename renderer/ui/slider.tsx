import { Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import styles from './slider.module.css';

interface Props {
  label: string;
  /** What the place stands for, in words. */
  words: string;
  /** A place from 0 to `most`. */
  value: number;
  most: number;
  onChange: (value: number) => void;
}

/** One of many steps along a line. */
export function Slider({ label, words, value, most, onChange }: Props) {
  return (
    <AriaSlider className={styles.slider ?? ''} value={value} minValue={0} maxValue={most} onChange={onChange}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <SliderOutput className={styles.output ?? ''}>{words}</SliderOutput>
      <SliderTrack className={styles.track ?? ''}>
        <span className={styles.done} style={{ inlineSize: `${(100 * value) / most}%` }} />
        <SliderThumb className={styles.thumb ?? ''} aria-valuetext={words} />
      </SliderTrack>
    </AriaSlider>
  );
}
