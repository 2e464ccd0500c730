import styles from './offer-list.module.css';
import { PushButton } from './push-button';

interface Offer {
  key: string;
  name: string;
  detail: string;
}

interface Props {
  legend: string;
  offers: Offer[];
  /** What the button of each says. */
  action: string;
  onChoose: (key: string) => void;
}

/** A few things of which one can be taken, each with its button. */
export function OfferList({ legend, offers, action, onChoose }: Props) {
  return (
    <fieldset className={styles.offers}>
      <legend>{legend}</legend>
      {offers.map(({ key, name, detail }) => (
        <div key={key} className={styles.offer}>
          <div>
            <p dir="auto">{name}</p>
            <p className={styles.detail} dir="ltr">
              {detail}
            </p>
          </div>
          <PushButton label={action} aria-label={`${action} ${name}`} onPress={() => onChoose(key)} />
        </div>
      ))}
    </fieldset>
  );
}
