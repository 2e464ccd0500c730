import { Luggage } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Term } from '../../electron/contract/model';
import { useDisk } from '../state/storage';
import { useTermNames } from '../state/term-names';
import { packTrip, useEstimate, useTrips } from '../state/trips';
import { useTask } from '../state/use-task';
import { useView } from '../state/view';
import { Choice } from '../ui/choice';
import { PushButton } from '../ui/push-button';
import { Slider } from '../ui/slider';
import { TextField } from '../ui/text-field';
import { WindowDialog } from '../ui/window-dialog';
import { useFailureWords } from '../words/failure-words';
import { byteSize, dayAndMonth } from '../words/format';
import { EstimatePanel } from './estimate-panel';
import styles from './pack-dialog.module.css';
import { BUDGETS, DAYS, FIRST, KEEP_DAYS, planOf, type Wishes } from './plan';
import { TakeField } from './take-field';

/** What the list shows is what a trip begins with, as far as places are what it shows. */
function placesShown(): Term[] {
  const { all, any } = useView.getState().filter;
  return [...all, ...any].filter(({ kind, value }) => kind !== 'trip' && (kind !== 'state' || value === 'bookmarked'));
}

/** Chooses what is packed; what that comes to is said before anything is fetched. */
export function PackDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const failureWords = useFailureWords();
  const { nameOf } = useTermNames();
  const [opened] = useState(Date.now);
  const [wishes, setWishes] = useState<Wishes>(() => ({ ...FIRST, take: placesShown() }));
  const [name, setName] = useState('');
  const { run, busy, failure } = useTask();
  const plan = planOf(wishes, opened);
  const estimate = useEstimate(plan);
  const disk = useDisk();
  const usual = useUsualName(wishes.take.map(nameOf), opened);
  const set = (change: Partial<Wishes>) => setWishes((before) => ({ ...before, ...change }));
  const budget = plan.bytes === null ? t('trip.noLimit') : byteSize(plan.bytes);
  const isEmpty = estimate?.articles === 0;
  return (
    <WindowDialog title={t('command.pack')} onClose={onClose} width={720}>
      <p className={styles.lead}>{t('trip.lead')}</p>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => packTrip(name.trim() || usual, plan));
        }}
      >
        <div className={styles.columns}>
          <div className={styles.choices}>
            <TextField
              label={t('trip.name')}
              placeholder={usual}
              value={name}
              onChange={setName}
              maxLength={100}
              error={failure && failureWords(failure)}
            />
            <TakeField take={wishes.take} onChange={(take) => set({ take })} />
            <Choice
              label={t('trip.since')}
              value={wishes.days}
              onChange={(days) => set({ days })}
              options={DAYS.map((value) => ({
                value,
                label: value === 'unread' ? t('view.unread') : t('trip.days', { count: Number(value) }),
              }))}
            />
            <Choice
              label={t('trip.with')}
              value={wishes.level}
              onChange={(level) => set({ level })}
              options={[
                { value: 'text', label: t('trip.text') },
                { value: 'full', label: t('trip.full') },
              ]}
            />
            <Slider
              label={t('trip.budget')}
              words={disk ? t('trip.ofFree', { size: budget, free: byteSize(disk.free) }) : budget}
              value={wishes.budget}
              most={BUDGETS.length - 1}
              onChange={(place) => set({ budget: place })}
            />
            <Choice
              label={t('trip.until')}
              value={wishes.keepDays}
              onChange={(keepDays) => set({ keepDays })}
              options={KEEP_DAYS.map((value) => ({
                value,
                label:
                  value === 'return'
                    ? t('trip.untilReturn')
                    : dayAndMonth(planOf({ ...wishes, keepDays: value }, opened).until ?? opened),
              }))}
            />
          </div>
          <EstimatePanel estimate={estimate} budget={plan.bytes} />
        </div>
        <div className={styles.foot}>
          <PushButton label={t('command.cancel')} onPress={onClose} />
          <PushButton
            type="submit"
            look="primary"
            icon={Luggage}
            label={t('trip.packNow')}
            isPending={busy}
            isDisabled={estimate === undefined || isEmpty}
          />
        </div>
      </Form>
    </WindowDialog>
  );
}

/** What a trip is called unless the reader says otherwise: what is in it and the day, and a number where another has that. */
function useUsualName(names: string[], now: number): string {
  const { t } = useTranslation();
  const trips = useTrips() ?? [];
  const words = [names.slice(0, 2).join(' + ') || t('view.everything'), dayAndMonth(now)].join(', ');
  const isTaken = (name: string) => trips.some((trip) => trip.name === name);
  let name = words;
  for (let n = 2; isTaken(name); n++) name = `${words} (${n})`;
  return name.slice(0, 100);
}
