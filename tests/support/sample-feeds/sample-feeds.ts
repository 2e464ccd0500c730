import { borderPost } from './border-post';
import { daGhronoGhag } from './da-ghrono-ghag';
import { doguYaylasi } from './dogu-yaylasi';
import { dosOrillas } from './dos-orillas';
import { kaspiyskiyTrakt } from './kaspiyskiy-trakt';
import { khavaran } from './khavaran';
import { makranDaily } from './makran-daily';
import { peykSistan } from './peyk-sistan';
import { pisteDesOasis } from './piste-des-oasis';
import { quettaObserver } from './quetta-observer';
import { registanPatra } from './registan-patra';
import { rigERawan } from './rig-e-rawan';
import { sadaAlWahat } from './sada-al-wahat';
import type { SamplePaper } from './sample-paper';
import { shanguan } from './shanguan';

/** The invented press, in the order of its OPML. */
export const SAMPLE_FEEDS: readonly SamplePaper[] = [
  borderPost,
  makranDaily,
  khavaran,
  quettaObserver,
  peykSistan,
  rigERawan,
  daGhronoGhag,
  sadaAlWahat,
  kaspiyskiyTrakt,
  doguYaylasi,
  registanPatra,
  shanguan,
  dosOrillas,
  pisteDesOasis,
];
