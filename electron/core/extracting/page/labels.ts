import { key } from './text-key';

/** What a line stands for that belongs to the page and not to its article. */
export type Label =
  | 'related'
  | 'about'
  | 'comments'
  | 'letters'
  | 'share'
  | 'also'
  | 'more'
  | 'advert'
  | 'tags'
  | 'home';

/**
 * Lines by which pages in the languages of the catalogue head what is not the article: en fa ar ur ps tr es fr de ru hi
 * zh bn ku(rmanji) ckb pt it id uk az. Parted by `/`.
 */
const LABELS: Readonly<Record<Label, string>> = {
  related:
    'related/related news/related articles/related stories/related posts/related content/related topics/you may also like/you might also like/more stories/more news/more on this/more from/read next/up next/recommended/recommended for you/most read/most popular/most viewed/trending/trending now/popular posts/latest news/recent posts/top stories/editors picks/see also/further reading/other news/in other news/also on/' +
    'اخبار مرتبط/خبرهای مرتبط/مطالب مرتبط/مقالات مرتبط/اخبار مشابه/پربازدیدترین/پربازدیدترین اخبار/پربیننده ترین/پربحث ترین/آخرین اخبار/تازه ترین اخبار/پیشنهاد ما/دیگر خبرها/سایر اخبار/نوشته های مشابه/مطالب پیشنهادی/' +
    'أخبار ذات صلة/مقالات ذات صلة/مواضيع ذات صلة/اخبار متعلقة/مواضيع متعلقة/ذات صلة/الأكثر قراءة/الأكثر مشاهدة/آخر الأخبار/قد يعجبك أيضا/المزيد من الأخبار/موضوعات متعلقة/' +
    'متعلقہ خبریں/متعلقہ مضامین/مزید خبریں/تازہ ترین خبریں/سب سے زیادہ پڑھی گئی/تازہ ترین/اړوند خبرونه/اړوندې لیکنې/نور خبرونه/تازه خبرونه/ډېر لوستل شوي/' +
    'ilgili haberler/ilgili yazılar/benzer haberler/benzer yazılar/diğer haberler/çok okunanlar/en çok okunanlar/son haberler/öne çıkanlar/bunlar da ilginizi çekebilir/ilginizi çekebilir/' +
    'noticias relacionadas/artículos relacionados/te puede interesar/también te puede interesar/lo más leído/más leídas/más noticias/últimas noticias/relacionados/contenido relacionado/' +
    'articles similaires/articles liés/sur le même sujet/à lire aussi/vous aimerez aussi/les plus lus/dans la même rubrique/lire aussi/nos derniers articles/articles connexes/' +
    'ähnliche artikel/verwandte artikel/verwandte themen/mehr zum thema/das könnte sie auch interessieren/meistgelesen/weitere artikel/auch interessant/neueste beiträge/' +
    'читайте также/похожие материалы/похожие новости/по теме/материалы по теме/другие новости/самое читаемое/популярное/последние новости/новости по теме/смотрите также/рекомендуем/' +
    'संबंधित खबरें/संबंधित समाचार/संबंधित लेख/अन्य खबरें/ताजा खबरें/सबसे ज्यादा पढ़ी गई/सम्बंधित ख़बरें/相关新闻/相关文章/相关阅读/相关报道/推荐阅读/热门文章/热门新闻/最新消息/延伸阅读/猜你喜欢/相關新聞/相關文章/延伸閱讀/' +
    'সম্পর্কিত খবর/আরও খবর/সর্বশেষ খবর/সর্বাধিক পঠিত/এ সম্পর্কিত আরও খবর/সংশ্লিষ্ট খবর/nûçeyên têkildar/nûçeyên din/herî zêde hatin xwendin/هەواڵی پەیوەندیدار/هەواڵە پەیوەندیدارەکان/بابەتی پەیوەندیدار/زۆرترین خوێنراو/دوایین هەواڵ/' +
    'notícias relacionadas/leia também/mais lidas/articoli correlati/potrebbe interessarti/leggi anche/i più letti/berita terkait/baca juga/terpopuler/читайте також/схожі новини/oxşar xəbərlər/digər xəbərlər',
  about:
    'about us/who we are/contact us/our mission/about this site/about the author/about the authors/' +
    'درباره ما/تماس با ما/درباره نویسنده/من نحن/اتصل بنا/تواصل معنا/عن الكاتب/ہمارے بارے میں/ہم سے رابطہ/رابطہ کریں/زموږ په اړه/موږ سره اړیکه/اړیکه/' +
    'hakkımızda/künye/iletişim/bize ulaşın/quiénes somos/sobre nosotros/acerca de nosotros/contacto/sobre el autor/qui sommes nous/à propos/à propos de nous/contactez nous/à propos de l auteur/' +
    'über uns/kontakt/impressum/über den autor/о нас/о проекте/контакты/об авторе/हमारे बारे में/संपर्क करें/关于我们/联系我们/關於我們/聯絡我們/আমাদের সম্পর্কে/যোগাযোগ/derbarê me de/têkilî/دەربارەی ئێمە/دەربارە/پەیوەندی/quem somos/chi siamo/tentang kami/про нас/haqqımızda',
  comments:
    'comments/comment/leave a comment/leave a reply/post a comment/join the conversation/responses/discussion/' +
    'نظرات/نظرات کاربران/دیدگاه ها/دیدگاه/نظر شما/ارسال نظر/دیدگاه خود را بنویسید/التعليقات/تعليقات/أضف تعليقا/اترك تعليقا/شارك برأيك/تبصرے/تبصرہ کریں/اپنی رائے دیں/تبصرې/خپله تبصره ولیکئ/' +
    'yorumlar/yorum yap/yorum yaz/comentarios/deja un comentario/deja tu comentario/commentaires/laisser un commentaire/réagir/kommentare/kommentar schreiben/schreiben sie einen kommentar/комментарии/оставить комментарий/добавить комментарий/' +
    'टिप्पणियाँ/टिप्पणी करें/अपनी राय दें/评论/发表评论/网友评论/評論/মন্তব্য/মন্তব্য করুন/şîrove/şîroveyek binivîse/لێدوانەکان/لێدوان/comentários/commenti/komentar/коментарі/şərhlər',
  letters:
    'newsletter/subscribe/sign up/subscribe to our newsletter/sign up for our newsletter/get our newsletter/stay informed/stay connected/join our newsletter/عضویت در خبرنامه/خبرنامه/اشترك في النشرة البريدية/النشرة البريدية/نیوز لیٹر/خبرپاڼه/' +
    'bültenimize abone olun/e bülten/abone ol/suscríbete/suscríbete a nuestro boletín/boletín/abonnez vous/infolettre/newsletter abonnieren/подписка/подпишитесь на рассылку/न्यूज़लेटर/सदस्यता लें/订阅/নিউজলেটার/bibe abone/نامەی هەواڵ',
  share:
    'share/share this/share this article/share this post/share this story/share on/follow us/follow us on/follow/connect with us/facebook/twitter/x/instagram/telegram/whatsapp/youtube/linkedin/pinterest/email/print/tweet/copy link/rss/tiktok/threads/viber/messenger/' +
    'اشتراک گذاری/به اشتراک بگذارید/این خبر را به اشتراک بگذارید/ما را دنبال کنید/اینستاگرام/تلگرام/فیسبوک/توییتر/واتساپ/چاپ/لینک کوتاه/ارسال به دوستان/نسخه چاپی/شارك/شارك المقال/شارك هذا المقال/مشاركة/تابعنا/تابعونا/فيسبوك/تويتر/طباعة/انستغرام/واتساب/' +
    'شیئر کریں/شیئر/ہمیں فالو کریں/فیس بک/پرنٹ/شریک کړئ/موږ تعقیب کړئ/paylaş/bu haberi paylaş/haberi paylaş/bizi takip edin/yazdır/comparte/compartir/comparte esta noticia/síguenos/imprimir/partager/partager cet article/suivez nous/imprimer/' +
    'teilen/artikel teilen/folgen sie uns/drucken/поделиться/поделиться новостью/подписывайтесь на нас/вконтакте/одноклассники/печать/शेयर करें/साझा करें/फॉलो करें/हमें फॉलो करें/分享/分享到/分享到微信/关注我们/微信/微博/打印/শেয়ার করুন/অনুসরণ করুন/আমাদের অনুসরণ করুন/parve bike/me bişopîne/هاوبەشی بکە/هاوبەشکردن/فۆڵۆمان بکە/compartilhe/compartilhar/condividi/bagikan/поширити/paylaşın',
  also:
    'also read/read also/read more/see also/more on this story/read/watch/don t miss/related/بیشتر بخوانید/همچنین بخوانید/بخوانید/مطالعه بیشتر/اقرأ أيضا/اقرأ ايضا/طالع أيضا/شاهد أيضا/یہ بھی پڑھیں/مزید پڑھیے/دا هم ولولئ/نور ولولئ/' +
    'ayrıca okuyun/bunu da okuyun/bunlar da ilginizi çekebilir/lee también/leer también/lea también/te puede interesar/à lire aussi/lire aussi/à lire également/lesen sie auch/auch interessant/mehr dazu/читайте также/смотрите также/यह भी पढ़ें/इसे भी पढ़ें/ये भी पढ़ें/' +
    '延伸阅读/相关阅读/延伸閱讀/আরও পড়ুন/আরো পড়ুন/herwiha bixwîne/هەروەها بخوێنەوە/leia também/leia mais/leggi anche/baca juga/читайте також/həmçinin oxuyun',
  more:
    'read more/continue reading/read the full article/read full article/read full story/full story/keep reading/view more/show more/load more/ادامه مطلب/ادامه خبر/متن کامل/اقرأ المزيد/المزيد/تابع القراءة/إقرأ المزيد/مزید پڑھیں/مکمل خبر/نور ولولئ/' +
    'devamını oku/devamı/haberin devamı/leer más/seguir leyendo/continuar leyendo/lire la suite/lire plus/continuer la lecture/weiterlesen/mehr lesen/zum vollständigen artikel/читать далее/читать полностью/подробнее/और पढ़ें/आगे पढ़ें/पूरी खबर/阅读全文/查看全文/阅读更多/繼續閱讀/বিস্তারিত পড়ুন/বিস্তারিত/zêdetir bixwîne/زیاتر بخوێنەوە/ler mais/continue lendo/continua a leggere/leggi tutto/selengkapnya/читати далі/ardını oxu',
  advert:
    'advertisement/advertisements/ad/ads/sponsored/sponsored content/promoted/advertisement continue reading/تبلیغات/آگهی/إعلان/إعلانات/اعلان/اشتہار/اشتہارات/اعلانات/reklam/reklamlar/publicidad/anuncio/publicité/anzeige/werbung/реклама/विज्ञापन/广告/廣告/বিজ্ঞাপন/ڕیکلام/publicidade/pubblicità/iklan',
  tags: 'tags/tag/topics/filed under/labels/keywords/categories/category/برچسب ها/برچسب/کلیدواژه ها/الوسوم/كلمات مفتاحية/الكلمات الدالة/ٹیگز/etiketler/etiket/etiquetas/temas/mots clés/tags associés/schlagworte/themen/теги/метки/темы/टैग/टैग्स/标签/关键词/ট্যাগ/etîket/تاگ',
  home: 'home/homepage/main page/خانه/صفحه اصلی/صفحه نخست/الرئيسية/صفحۂ اول/ہوم/کور پاڼه/کور/ana sayfa/anasayfa/inicio/portada/accueil/startseite/home page/главная/होम/首页/首頁/প্রচ্ছদ/হোম/destpêk/سەرەتا/início/beranda/головна/ana səhifə',
};

/** Sentences of houses, not of articles. */
const PHRASES = [
  'we use cookies',
  'uses cookies',
  'this site uses cookie',
  'cookie policy',
  'از کوکی استفاده',
  'از کوکی ها',
  'ملفات تعريف الارتباط',
  'کوکیز استعمال',
  'کوکيز کاروي',
  'کوکیز کاروي',
  'çerez kullan',
  'çerezleri kullan',
  'utilizamos cookies',
  'usamos cookies',
  'utilise des cookies',
  'utilisons des cookies',
  'verwenden cookies',
  'verwendet cookies',
  'используем файлы cookie',
  'использует файлы cookie',
  'используем cookie',
  'कुकीज़ का उपयोग',
  'कुकीज का उपयोग',
  '使用cookie',
  'কুকি ব্যবহার',
  'kukiyan bi kar',
  'کوکی بەکار',
  'usiamo i cookie',
  'utilizza cookie',
  'all rights reserved',
  'حقوق این سایت',
  'حقوق محفوظ',
  'حقوق برای',
  'کلیه حقوق',
  'تمامی حقوق',
  'جميع الحقوق',
  'جملہ حقوق',
  'حقونه خوندي',
  'tüm hakları',
  'hakları saklıdır',
  'todos los derechos reservados',
  'tous droits réservés',
  'alle rechte vorbehalten',
  'все права защищены',
  'सर्वाधिकार सुरक्षित',
  '版权所有',
  '版權所有',
  'সর্বস্বত্ব',
  'mafên vê malperê',
  'hemû maf',
  'مافەکانی ئەم ماڵپەڕە',
  'todos os direitos reservados',
  'tutti i diritti',
  'enable javascript',
  'javascript is disabled',
  'sign up for our',
  'subscribe to our',
  'follow us on',
  'به اشتراک بگذارید',
  'عضویت در خبرنامه',
  'ما را در تلگرام',
  'اشترك في النشرة',
  'تابعنا على',
  'نیوز لیٹر کو سبسکرائب',
  'خبرپاڼې کې ګډون',
  'bültenimize abone',
  'suscríbete a nuestr',
  'síguenos en',
  'abonnez-vous à',
  'suivez-nous sur',
  'newsletter abonnieren',
  'подпишитесь на',
  'подписывайтесь на',
  'न्यूज़लेटर की सदस्यता',
  '订阅我们',
  'নিউজলেটারে সাবস্ক্রাইব',
  'aboneyê nûçename',
  'نامەی هەواڵ بکە',
  'فۆڵۆمان بکە',
  'ہمیں فیس بک',
  'ہمیں فالو',
  'په فېسبوک تعقیب',
];

/** A phrase of a house is a line or two; an article about cookies is longer, and an interview may ask to be followed. */
const LONGEST_PHRASED = 220;
const LONGEST_ALSO = 160;

let byKey: Map<string, Label> | null = null;

function labels(): Map<string, Label> {
  if (byKey) return byKey;
  byKey = new Map();
  for (const [label, lines] of Object.entries(LABELS)) {
    for (const line of lines.split('/')) if (!byKey.has(key(line))) byKey.set(key(line), label as Label);
  }
  return byKey;
}

/** What a line of a page is called, where it is such a label and nothing else: "Comments (40)", «اخبار مرتبط:». */
export const labelOf = (text: string): Label | null => (text.length > 60 ? null : (labels().get(key(text)) ?? null));

/** What a line begins with, up to its colon: "Also read: …", "Tags: …". */
export function leadingLabel(text: string): Label | null {
  const colon = text.slice(0, 60).search(/[:：]/);
  return colon <= 0 ? null : labelOf(text.slice(0, colon));
}

let also: string[] | null = null;

/** True for a line that leads to another article: "Also read: …", with or without a colon where it is a link. */
export function leadsElsewhere(text: string, isLink: boolean): boolean {
  if (text.length > LONGEST_ALSO) return false;
  const leading = leadingLabel(text);
  if (leading === 'also' || leading === 'related' || leading === 'more') return true;
  also ??= LABELS.also.split('/').map(key);
  const folded = key(text);
  return isLink && also.some((label) => label.length > 4 && folded.startsWith(label));
}

let phrases: string[] | null = null;

/** True for what houses say of themselves: cookies, rights, letters, networks. */
export function isHousePhrase(text: string): boolean {
  if (text.length > LONGEST_PHRASED) return false;
  phrases ??= PHRASES.map(key);
  const folded = key(text);
  return /^\s*(?:[©ⓒ]|copyright\b)/i.test(text) || phrases.some((phrase) => folded.includes(phrase));
}
