import { seededChance } from './chance';

interface Script {
  language: string;
  syllables: readonly string[];
  regions: readonly string[];
  topics: readonly string[];
  /** Between words; Chinese has none. */
  space: string;
  stop: string;
}

const SCRIPTS: readonly Script[] = [
  {
    language: 'en',
    syllables: 'ba con der el for gate har is ket lor man ner or port quay road sta ter un val wen yard'.split(' '),
    regions: ['Iran News', 'Pakistan News', 'Turkey'],
    topics: ['Border trade', 'Energy', 'Security'],
    space: ' ',
    stop: '. ',
  },
  {
    language: 'fa',
    syllables: 'با کار وان مرز راه شه رو ستا ده بند ریگ آب نان خا ور سیم گاز پل قه در می گذر'.split(' '),
    regions: ['ایران', 'پاکستان', 'افغانستان'],
    topics: ['تجارت مرزی', 'انرژی', 'امنیت'],
    space: ' ',
    stop: '. ',
  },
  {
    language: 'ru',
    syllables: 'ба вер го до ез жар за ка ли мор но пор ро степ та ур фа хо чай ше юг яр'.split(' '),
    regions: ['Казахстан', 'Иран', 'Туркмения'],
    topics: ['Торговля', 'Энергетика', 'Граница'],
    space: ' ',
    stop: '. ',
  },
  {
    language: 'hi',
    syllables: 'रे गि का सी मा बा जा र प थ ग नी ल मे ह न दी पु स्ता वा ड़ी को'.split(' '),
    regions: ['भारत', 'पाकिस्तान', 'नेपाल'],
    topics: ['व्यापार', 'ऊर्जा', 'सुरक्षा'],
    space: ' ',
    stop: '। ',
  },
  {
    language: 'zh',
    syllables: [...'山关道路商队沙漠边市水电铁桥车站风雪夜灯茶盐羊马口岸'],
    regions: ['伊朗', '巴基斯坦', '哈萨克斯坦'],
    topics: ['边境贸易', '能源', '安全'],
    space: '',
    stop: '。',
  },
  {
    language: 'he',
    syllables: 'בא גב דר הר ול זמ חו טל יד כר לי מש נה סו עק פת צל קר רש שע תמ'.split(' '),
    regions: ['ירדן', 'איראן', 'ישראל'],
    topics: ['סחר', 'אנרגיה', 'ביטחון'],
    space: ' ',
    stop: '. ',
  },
];

/** No feed of the server is in it: theirs stay what they were. */
const ARABIC: Script = {
  language: 'ar',
  syllables: 'با قا فل طر يق حد ود مد ين نه ما صح را سو ق بح ري جب ال خب زو كت'.split(' '),
  regions: ['إيران', 'العراق', 'باكستان'],
  topics: ['تجارة الحدود', 'الطاقة', 'الأمن'],
  space: ' ',
  stop: '. ',
};

/** Words to fill a feed with: meaningless, but spread like a language's (few common, many rare), so that an index has work. */
export interface Wording {
  language: string;
  categories: readonly string[];
  sentence(chance: () => number): string;
}

const VOCABULARY = 3000;
const wordings = SCRIPTS.map(wording);

/** One of six scripts, always the same for the same feed. */
export function wordingOf(feedId: string): Wording {
  const chosen = wordings[Math.floor(seededChance(`script ${feedId}`)() * wordings.length)];
  if (!chosen) throw new Error('There are no scripts');
  return chosen;
}

/** Latin, Persian, Arabic, Cyrillic, Devanagari and Chinese. */
export const SIX_WORDINGS: readonly Wording[] = [
  ...wordings.filter(({ language }) => language !== 'he'),
  wording(ARABIC),
];

function wording({ language, syllables, regions, topics, space, stop }: Script): Wording {
  const chance = seededChance(language);
  const any = () => syllables[Math.floor(chance() * syllables.length)] ?? '';
  const words = Array.from({ length: VOCABULARY }, () => any() + any() + (chance() < 0.5 ? any() : ''));
  const word = (next: () => number) => words[Math.floor(next() ** 3 * VOCABULARY)] ?? '';
  return {
    language,
    categories: [...regions, ...topics],
    sentence(next) {
      const length = 6 + Math.floor(next() * 12);
      return Array.from({ length }, () => word(next)).join(space) + stop;
    },
  };
}
