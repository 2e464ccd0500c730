/** ISO 3166-1 alpha-2, with Kosovo's user-assigned XK. */
export const REGION_CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  );

/** The languages whose names of regions are known; all of them are in the ICU that Node and Electron carry. */
export const NAME_LANGUAGES =
  'en fa ar ur ps ckb tr az hi bn pa ru uk fr es pt de it zh zh-Hant ja ko id sw he th vi'.split(' ');

/** Names in use that ICU does not list, by region. Every language's everyday forms are welcome here. */
export const OTHER_NAMES: Record<string, readonly string[]> = {
  AE: ['Emirates', 'امارات', 'الإمارات'],
  BA: ['Bosnia'],
  CD: ['DR Congo', 'Democratic Republic of the Congo'],
  CI: ['Ivory Coast'],
  CZ: ['Czech Republic'],
  GB: ['Great Britain', 'Britain', 'انگلیس', 'انگلستان', 'برطانیہ', 'بريطانيا', 'ब्रिटेन'],
  HK: ['Hong Kong'],
  KP: ['North Korea'],
  KR: ['South Korea', 'Republic of Korea'],
  MK: ['Macedonia'],
  MM: ['Burma', 'Myanmar'],
  PS: ['Palestine', 'فلسطین', 'فلسطين', 'Palestina', 'Palästina', 'फ़िलिस्तीन'],
  RU: ['Russian Federation'],
  SA: ['Saudi', 'السعودية', 'عربستان', 'سعودی عرب', 'سعودي عربستان'],
  SY: ['سوریه', 'سوريا'],
  TR: ['Turkey'],
  US: ['United States of America', 'آمریکا', 'امریکہ', 'أمريكا', 'EE. UU.', 'अमेरिका', 'США'],
  VA: ['Vatican'],
  VN: ['Vietnam'],
};

/** Capitals that stand for a region; in small letters they are words. */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['US', 'US'],
  ['U.S.', 'US'],
  ['USA', 'US'],
  ['U.S.A.', 'US'],
  ['UK', 'GB'],
  ['U.K.', 'GB'],
  ['UAE', 'AE'],
  ['U.A.E.', 'AE'],
  ['KSA', 'SA'],
  ['DRC', 'CD'],
  ['PRC', 'CN'],
]);

/** Names that as often mean something else: a state of the USA, a shirt, either of two states. */
export const MISLEADING: readonly string[] = ['Georgia', 'Jersey', 'Congo'];

/** What stands before or after a region's name when it heads a section. */
export const NEWS_WORDS: readonly string[] = [
  'news',
  'news from',
  'latest news',
  'اخبار',
  'خبر',
  'خبرهای',
  'أخبار',
  'خبریں',
  'کی خبریں',
  'نیوز',
  'خبرونه',
  'noticias',
  'noticias de',
  'notícias',
  'notícias de',
  'actualités',
  'nachrichten',
  'haberleri',
  'haberler',
  'новости',
  'новини',
  'समाचार',
  'की खबरें',
  'খবর',
  'সংবাদ',
  'berita',
  'habari',
  '新闻',
  '新聞',
  'ニュース',
  '뉴스',
  'חדשות',
];
