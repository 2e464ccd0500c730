import type { Script } from './scripts';

/** The letters and commonest words of a language that others of its script lack, or have more seldom. */
export interface Marks {
  letters: string;
  words: string;
}

type Marked = Readonly<Record<string, Marks>>;

const marks = (letters: string, words: string): Marks => ({ letters, words });

const ARABIC: Marked = {
  ar: marks('ةأإىؤ', 'في من على إلى عن أن إن التي الذي هذا هذه بعد مع بين ما لا قال خلال بن كما ضد أو حول قبل'),
  fa: marks(
    'گپچژکی',
    'در به از که این را با است برای آن و می شد بر خود تا های یک شود کرد ای هم بود نیز باید ها اما ما چه',
  ),
  ur: marks('ٹڈڑںےہھگپچکی', 'کے کی میں ہے سے نے کا اور کو پر ہیں کہ اس یہ بھی کر گیا نہیں ایک تک لیے ہو کیا نئے پھر'),
  ps: marks('ټډړږښګڼېۍځڅپچژ', 'د په چې ته کې او له یې دی دي شوي کړي سره نه يو ده هم څخه وروسته وي هغه شو'),
  ckb: marks('ەێۆڕڵڤڎپچگکی', 'لە بە و بۆ کە ئەو لەگەڵ دەکات کرد بەڵام سەر هەیە ئەم دوای نێوان بوو کرا کردنی ناو'),
  ug: marks('ەېۇۆۈۋڭىپچژگ', 'ۋە بىلەن بىر بۇ ئۈچۈن دەپ ھەم بولغان كېيىن قىلدى ئۇيغۇر بولۇپ ئىدى'),
  sd: marks('ٻڄڃڇڊڏڌٽٿٺڦڳڱڻڪ۾۽گپچ', 'جي جو ۾ ۽ کي تي جا کان آهي ته هڪ سان جون آهن لاءِ ڪيو نه به'),
};

const CYRILLIC: Marked = {
  ru: marks(
    'ыэёъ',
    'и в на не что с по для как это из о от за его к до при был также после со об или все через снова новый новая новые',
  ),
  uk: marks(
    'іїєґ',
    'і в на не що з та для як це у за від до про його по після або під при у був й із щодо через знову новий нова нові',
  ),
  be: marks('ўіыэё', 'і ў на не што з у для як гэта па ад да пра пасля яго таксама за быў праз зноў новы новая'),
  bg: marks(
    'ъщ',
    'на и да за се от в е с по не са при до след ще като това от към който над без или през отново нов нова',
  ),
  mk: marks('ќѓѕјљњџ', 'на и во да се од за е со по не што ќе до како кои ги го при меѓу повторно нов нова преку'),
  sr: marks('јљњђћџ', 'и у је да на се за од са о су не по који а до као што из због након ће поново нови нова преко'),
  kk: marks('әғқңөұүһі', 'мен және бұл үшін бір деп болды бойынша туралы кейін осы еді жылы қазақстан жаңа қайта'),
  ky: marks(
    'ңөү',
    'жана менен бул үчүн бир деп болгон боюнча тууралуу кийин деген болуп кыргызстан эмес жылы кайра жаңы',
  ),
  tg: marks('ғӣқӯҳҷ', 'ва дар аз ба ки бо ин барои то шуд аст буд он дорад кард тоҷикистон'),
  uz: marks('ўқғҳ', 'ва билан учун бу бўйича ҳам деб бир эди бўлди ўзбекистон кейин эмас каби янги яна'),
  tt: marks('әҗңөүһ', 'һәм белән бу өчен бер дип булган буенча турында татарстан'),
  mn: marks('өү', 'нь байна болон энэ юм байгаа гэж улсын монгол хийх болно тэр гэсэн байв шинэ дахин дээр'),
};

const DEVANAGARI: Marked = {
  hi: marks('', 'है के में की को से का ने पर और हैं यह भी नहीं कि एक लिए ये वह था कर हो गया नया नई फिर'),
  mr: marks('ळ', 'आहे आणि मध्ये या हे ते च्या नाही आहेत करण्यात झाला झाली यांनी साठी होते म्हणून व तर नवीन पुन्हा'),
  ne: marks('', 'छ को मा ले गरेको भएको र छन् हो पनि गर्ने लागि यो हुने गर्न भने बाट नेपाल थियो नयाँ फेरि'),
};

const HEBREW: Marked = {
  he: marks('', 'של את על לא הוא עם כי גם זה אל היא בין או אחרי'),
  yi: marks('ײװױ', 'און די איז פון אין דער צו האט מיט דאס נישט פאר אויף א דעם'),
};

const ETHIOPIC: Marked = {
  am: marks('', 'ነው ላይ እና ውስጥ ጋር ነበር ወደ ይህ እንደ መሆኑን'),
  ti: marks('ኣቐኸ', 'ናይ ኣብ እዩ ካብ ምስ ነቲ እቲ ኢዩ ናብ'),
};

const BENGALI: Marked = { bn: marks('', 'ও এই থেকে করে না হয়'), as: marks('ৰৱ', 'আৰু') };

const HAN: Marked = {
  'zh-Hans': marks('们这国为说个时会来对发学产东车长门问开关华经与业万两无电龙马鸟飞实际务应农', ''),
  'zh-Hant': marks('們這國為說個時會來對發學產東車長門問開關華經與業萬兩無電龍馬鳥飛實際務應農', ''),
};

const LATIN: Marked = {
  en: marks(
    '',
    'the of and to in for is on with that at from by as are was it after has not over says will new his be an',
  ),
  es: marks(
    'ñ¿¡',
    'de la que el en los del las por con una para su al se un es más como lo tras desde sobre y ha otra vez nuevo nueva',
  ),
  fr: marks(
    'çœùêèà',
    'de la le les des et en du une pour dans un que sur est au par avec qui plus aux ce pas après son',
  ),
  de: marks(
    'ßäöü',
    'der die und in den von zu das mit im für auf ist des dem ein eine nicht nach sich wird bei aus zum wegen neue über wieder',
  ),
  pt: marks(
    'ãõç',
    'de que do da em para com os no na uma um dos das por mais ao pelo são não é após e sobre pela nova novo',
  ),
  it: marks(
    'àèìòù',
    'di il che la per del in della un con una sono le non da al dei nel più è alla gli delle dopo ha sul ancora nuovo nuova',
  ),
  nl: marks(
    '',
    'de van het een in en voor op met is dat niet zijn aan door naar over bij om uit tot wordt na nieuwe weer zei',
  ),
  ca: marks('ç·', 'de la el que els i en per a del les amb una al un és dels més ha aquest pel sobre als nou nova'),
  gl: marks('ñ', 'de a o do da que e en para unha un dos das co no na ao polo máis coa os as'),
  eu: marks('', 'eta da du dute dira izan egin bat ez zuen dela ere baina duen den eusko'),
  ro: marks('ăâîșțşţ', 'de și în a la cu din pe pentru care că nu o un este au mai fost al după prin se fi nou noul'),
  sv: marks(
    'åäö',
    'och i att en på är av för som med den det till ett inte om från har efter de var över ny nya säger sade igen',
  ),
  da: marks(
    'æøå',
    'og i at en på er af for som med den det til et ikke om fra har efter af ud blev bliver igen over ny nye siger sagde ad regningen',
  ),
  nb: marks(
    'æøå',
    'og i at en på er av for som med den det til et ikke om fra har etter ut ble hun etter blir igjen over ny nye sier sa',
  ),
  fi: marks('äö', 'ja on ei että se oli myös mutta kun tai ovat joka mukaan sekä suomen vuoden sen hän uusi yli taas'),
  is: marks('þðæ', 'og í að á er sem til um við með fyrir en ekki af frá var það hefur eftir ný yfir enn'),
  et: marks('õäöü', 'ja on ei et see oli ka kui eesti mis aga ning pärast oma kes tema uus üle jälle'),
  lv: marks('āēīūķļņģčšž', 'un ir no par ar uz ka kas arī latvijas gada pēc tiek bet lai nav jauns jauna atkal pār'),
  lt: marks('ąčęėįšųūž', 'ir kad į su iš yra bei apie dėl po bus tai lietuvos ne už nuo naujas nauja vėl per'),
  pl: marks('łąęśżźćń', 'w i na z do się nie to że o jest po od za przez dla jak ze są po oraz nowy nowa znów'),
  cs: marks('řěůčšžýí', 'a v se na je že o s z do i k pro za by po jsou ve jako ale podle od přes nový nová znovu'),
  sk: marks('ľĺŕôčšžý', 'a v sa na je že o s z do aj k pre za by po sú vo ako ale podľa od cez nový nová opäť'),
  sl: marks('čšž', 'in v je na se za so z da po pri ki bi do ne kot tudi iz pa za čez nov nova spet'),
  hr: marks('čćšžđ', 'i u je na se da za od su s o iz što će nije koji kako bi tijekom preko novi nova opet'),
  'sr-Latn': marks('čćšžđ', 'i u je na se da za od su sa o iz šta će nije koji kako bi tokom preko novi nova opet'),
  hu: marks('őűöüáé', 'a az és hogy nem is egy meg volt ezt szerint már csak azt ki még után új megint át'),
  sq: marks('ëç', 'të e në me për dhe nga i një së se që është ka më do si pas mbi re ri'),
  tr: marks('ğışöüç', 've bir bu için ile da de olarak daha çok sonra olan gibi ne kadar oldu türkiye yeni yine günü'),
  az: marks('əğışöüç', 'və bir bu üçün ilə da edib olan olub sonra azərbaycan daha ki yeni yenə'),
  uz: marks(
    'ʻ',
    'va bilan uchun bu bir ham deb haqida edi keyin boʻyicha oʻzbekiston bo‘yicha o‘zbekiston yangi yana narxi',
  ),
  tk: marks('ýňäşöü', 'we bilen üçin bu bir hem boldy türkmenistanyň edildi boýunça'),
  ku: marks('êîûşç', 'û de li ji bo ku ya di bi xwe ev yên jî ye kurdistanê nû dîsa ser hat'),
  vi: marks('đơưạảấầẩậắằặẹẻẽếềểệỉịọỏốồổộớờởợụủứừửựỳỷ', 'và của là có cho được trong không với các một người đã'),
  id: marks(
    '',
    'yang dan di untuk dengan dari ini pada tidak dalam akan karena bisa itu ke oleh juga mengatakan bahwa saat baru atas pekan usai wali kota naik lagi',
  ),
  ms: marks(
    '',
    'yang dan di untuk dengan dari ini pada tidak dalam akan kerana boleh itu ke oleh juga berkata bahawa ialah baharu atas minggu naik lagi',
  ),
  fil: marks('', 'ng sa ang na mga ay at para si kay ni ito hindi nang pa may dahil'),
  sw: marks('', 'ya na wa kwa katika ni za la kuwa hiyo cha huo baada yake watu kutoka mpya tena juu'),
  so: marks('', 'oo iyo ka ku ee ayaa in uu la waxaa soo u dalka soomaaliya cusub mar'),
  ha: marks('ɓɗƙ', 'da a na ta ya an ba su wani cewa ga domin don kan shugaban ce za ake'),
  yo: marks('ẹọṣ', 'ti ni àwọn sí tí ní wọn fún ó ń àti láti'),
  ig: marks('ịụọṅ', 'na nke ndị ka ya ọ bụ n’ime maka'),
  rw: marks('', 'mu ku ya wa na ko bya mu kuri yo ni rwanda nyuma'),
  mg: marks('', 'ny sy amin ho dia fa izay tamin teo an amin’ny'),
  af: marks('', 'die en van in het is vir ’n n op met wat nie dat om sy word deur oor nuwe weer'),
  mt: marks('ħġżċ', 'li ta u il l fil minn għal tal ma huwa kien dwar'),
};

/** Scripts in which several languages are told apart; those of one language are in {@link ALONE}. */
export const MARKED: Readonly<Partial<Record<Script, Marked>>> = {
  Arab: ARABIC,
  Cyrl: CYRILLIC,
  Deva: DEVANAGARI,
  Hebr: HEBREW,
  Ethi: ETHIOPIC,
  Beng: BENGALI,
  Hani: HAN,
  Latn: LATIN,
};

/** What a script stands for when nothing in the text says otherwise. */
export const ALONE: Readonly<Partial<Record<Script, string>>> = {
  Grek: 'el',
  Armn: 'hy',
  Hebr: 'he',
  Thaa: 'dv',
  Beng: 'bn',
  Guru: 'pa',
  Gujr: 'gu',
  Orya: 'or',
  Taml: 'ta',
  Telu: 'te',
  Knda: 'kn',
  Mlym: 'ml',
  Sinh: 'si',
  Thai: 'th',
  Laoo: 'lo',
  Tibt: 'bo',
  Mymr: 'my',
  Geor: 'ka',
  Hang: 'ko',
  Ethi: 'am',
  Khmr: 'km',
  Kana: 'ja',
  Hani: 'zh',
};

/** Languages that are written in more scripts than the one that the tables above have them under. */
export const ALSO: Readonly<Record<string, readonly Script[]>> = {
  az: ['Cyrl'],
  kk: ['Latn'],
  ky: ['Latn'],
  sr: ['Latn'],
  bs: ['Latn', 'Cyrl'],
  mn: ['Mong'],
  ja: ['Hani'],
  ko: ['Hani'],
  zh: ['Hani'],
  sd: ['Deva'],
  tt: ['Latn'],
};
