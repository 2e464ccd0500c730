import { days, hours, type SamplePaper } from './sample-paper';

/** Turkish; JSON Feed. */
export const doguYaylasi: SamplePaper = {
  id: 'dogu-yaylasi',
  title: 'Doğu Yaylası',
  description: 'Sınır boyundan, yayladan ve gölden haberler',
  language: 'tr',
  country: 'TR',
  format: 'json',
  folder: ['Neighbours', 'Anatolia'],
  colour: '#44608a',
  zone: 180,
  words: {
    related: 'İlgili Haberler',
    about: 'Hakkımızda',
    filler: 'Bu metin yer tutsun diye konmuştur. Kar kalkınca gazetenin öyküsü buraya yazılacaktır.',
    follow: 'Instagram',
  },
  bulletin: {
    title: 'Yol durumu {n}: geçit açık',
    summary: 'Karla mücadele sürüyor; zincir ve sabır gerekir.',
    body: [
      'Yol durumu {n}: geçit açık, karla mücadele sürüyor. Sürücülerin yanında zincir, çay ve sabır bulundurması isteniyor.',
    ],
    categories: ['Türkiye', 'Ulaşım'],
    author: 'Yol bürosu',
  },
  stories: [
    {
      slug: 'van-tahran-treni',
      title: 'Van ile Tahran arasında gece treni yeniden yolda',
      summary: 'Feribot yok, aktarma bir; semaver her vagonda.',
      author: 'Ulaşım servisi, Van',
      minutesAgo: hours(1) + 45,
      categories: ['Türkiye', 'İran', 'Ulaşım'],
      picture: 'night-lake-train',
      caption: 'Sınır istasyonunda kırk dakikalık mola.',
      body: [
        'Gece treni altı yıl aradan sonra yeniden yolda. Salı akşamı Van’dan kalkan beş vagonlu tren, sınırda kırk dakika bekledikten sonra sabah Tebriz’e, akşamüstü Tahran’a varıyor.',
        'Pasaportlara artık trende bakılıyor. Eskiden herkes iner, karda sıraya girer, sonra kendi yerini arardı; bir keresinde bir kompartıman dolusu yolcu yanlış ülkeye dönmüştü.',
        '<blockquote><p>“Uçak çabuk gidiyor, ama anlatacak bir şey kalmıyor.”</p></blockquote>',
        'Her vagonda bir semaver var. Demlik yolcunun, su demiryolunun.',
      ],
    },
    {
      slug: 'peynir-magarasi',
      title: 'Mağarada unutulan peynir on yıl sonra birinci oldu',
      summary: 'Sahibi unutmadığını, beklediğini söylüyor.',
      author: 'Tarım sayfası',
      minutesAgo: hours(6) + 10,
      categories: ['Türkiye', 'Tarım'],
      picture: 'slate-cheese-cave',
      caption: 'Mağaranın kapısı keçi boyunda.',
      body: [
        'On yıl önce mağaraya konan ve kimsenin uğramadığı bir tulum peyniri, ilçe yarışmasında birinci oldu. Sahibi unutmadığını, beklediğini söylüyor; eşi ise anahtarı on yıldır aradıklarını.',
        'Jüri tadı “önce taş, sonra kekik, sonra uzun bir susuş” diye yazdı.',
      ],
    },
    {
      slug: 'gol-seviyesi-ve-kedi',
      title: 'Göl çekildi, ada yarımada oldu; kediler karşıya geçti',
      summary: 'Adada fare, kıyıda balık kalmadı.',
      minutesAgo: hours(13),
      categories: ['Türkiye', 'Çevre', 'Su'],
      picture: 'sea-lake-island',
      caption: 'Eskiden su olan yol.',
      body: [
        'Göl iki yılda bir buçuk metre çekildi ve küçük ada kıyıya bağlandı. Yolu ilk kullananlar kediler oldu. Balıkçılar şimdi kasalarının başında nöbet tutuyor, adadaki kuş gözlem kulübesi ise ilk kez faresiz bir kış bekliyor.',
      ],
    },
    {
      slug: 'iki-dilli-tabela',
      title: 'Sınır çarşısında tabela kavgası “چای” yazınca bitti',
      summary: 'Çay her iki tarafta da çay.',
      author: 'Şehir sayfası',
      minutesAgo: days(1) + hours(3),
      categories: ['Türkiye', 'İran', 'Sınır ticareti'],
      body: [
        'Sınır çarşısında hangi dilin üste yazılacağı üzerine süren tartışma, çaycının tabelasına yalnızca “چای” yazmasıyla bitti. Okuyamayan kokusundan buluyor. Öteki dükkânlar da birer kelimeye indi: “ayakkabı” için iki kelime gerektiği için ayakkabıcı bir ayakkabı astı.',
      ],
    },
    {
      slug: 'kar-kureyen-ogrenciler',
      title: 'Kar küreyen öğrencilere bir ders muafiyet: beden eğitimi',
      summary: 'Öğretmen, kürek tekniğini de notla değerlendiriyor.',
      minutesAgo: days(2),
      categories: ['Türkiye', 'Eğitim'],
      picture: 'snow-village-school',
      caption: 'Okulun kapısı bu yığının arkasında.',
      body: [
        'Köy okulunda sabahları kapıya kadar yol açan öğrenciler beden eğitimi dersinden muaf sayılıyor. Öğretmen kürek tekniğini de notla değerlendiriyor: diz bükük, sırt düz, kar komşunun önüne değil.',
      ],
    },
    {
      slug: 'ari-kovani-gocu',
      title: '600 kovanla yola çıktı, 601 kovanla döndü',
      summary: 'Fazla kovan konuşmuyor, ama balı tanıdık.',
      author: 'Tarım sayfası',
      minutesAgo: days(3) + hours(1),
      categories: ['Türkiye', 'Irak', 'Tarım'],
      body: [
        'Arıcı baharda 600 kovanla güneye indi, güzün 601 kovanla döndü. Fazla kovanın kime ait olduğu bilinmiyor. Balını tadan komşular kekiğin Irak tarafından olduğunu söylüyor.',
        'Kovan, sahibi çıkana kadar köy meydanında duruyor. Vızıltısından şikâyet eden yok.',
      ],
    },
    {
      slug: 'radyo-kulesi-leylek',
      title: 'Leylek radyo kulesine yuva yaptı, yayın inceldi',
      summary: 'Dinleyiciler türkülerin daha yüksekten geldiğini söylüyor.',
      minutesAgo: days(4) + hours(2),
      categories: ['Türkiye', 'Çevre', 'Kültür'],
      body: [
        'Yerel radyonun kulesine bir leylek yuva yaptı. Verici gücü düşürüldü, yayın yarım köy geri çekildi. Dinleyiciler şikâyetçi değil: türküler, diyorlar, daha yüksekten geliyor.',
      ],
    },
    {
      slug: 'eski-kervansaray',
      title: 'Kervansarayın ahırından 1734 tarihli bir veresiye defteri çıktı',
      summary: 'Borçluların torunları müzeye tek tek uğruyor.',
      author: 'Kültür',
      minutesAgo: days(6),
      categories: ['Türkiye', 'İran', 'Kültür'],
      body: [
        'Onarım sırasında kervansarayın ahırından 1734 tarihli bir veresiye defteri çıktı. Arpa, nal ve “bir gecelik ateş” kalem kalem yazılmış. Borçlular arasında bugün de bilinen aileler var; torunlar müzeye tek tek uğrayıp sayfalarına bakıyor ve faizi soruyor.',
      ],
    },
  ],
};
