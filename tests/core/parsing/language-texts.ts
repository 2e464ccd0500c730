/** Written for these tests: two headlines and the beginning of an article in each language. */
export const TEXTS: Readonly<Record<string, readonly [headline: string, headline: string, paragraph: string]>> = {
  fa: [
    'آغاز ساخت پل تازه بر رودخانه کارون',
    'گرانی نان در تهران ادامه دارد',
    'شهردار روز شنبه گفت که ساخت پل تازه از هفته آینده آغاز می‌شود و تا پایان سال به بهره‌برداری می‌رسد. هزینه این طرح را دولت می‌پردازد.',
  ],
  ar: [
    'افتتاح جسر جديد على نهر الفرات',
    'ارتفاع أسعار الخبز في العاصمة',
    'قال رئيس البلدية يوم السبت إن بناء الجسر الجديد سيبدأ الأسبوع المقبل، وإن الحكومة ستدفع تكاليف المشروع كاملة قبل نهاية العام.',
  ],
  ur: [
    'دریائے سندھ پر نئے پل کا افتتاح',
    'آٹے کی قیمتوں میں پھر اضافہ',
    'میئر نے ہفتے کے روز کہا کہ نئے پل کی تعمیر اگلے ہفتے شروع ہو گی اور سال کے آخر تک مکمل کر لی جائے گی۔ اخراجات حکومت ادا کرے گی۔',
  ],
  ps: [
    'پر کونړ سیند د نوي پله جوړول پیل شول',
    'په کابل کې د ډوډۍ بیې لوړې شوې',
    'ښاروال د شنبې په ورځ وویل چې د نوي پله جوړول به په راتلونکې اونۍ کې پیل شي او لګښت به یې حکومت ورکوي.',
  ],
  ckb: [
    'پردێکی نوێ لەسەر زێی گەورە کرایەوە',
    'نرخی نان لە هەولێر بەرز بووەوە',
    'سەرۆکی شارەوانی ڕۆژی شەممە ڕایگەیاند کە دروستکردنی پردەکە هەفتەی داهاتوو دەست پێدەکات و حکومەت تێچووەکەی دەدات.',
  ],
  ug: [
    'دەريادا يېڭى كۆۋرۈك ئېچىلدى',
    'ئۈرۈمچىدە نان باھاسى ئۆستى',
    'شەھەر باشلىقى شەنبە كۈنى يېڭى كۆۋرۈكنىڭ كېلەر ھەپتە باشلىنىدىغانلىقىنى ۋە خىراجىتىنى ھۆكۈمەتنىڭ تۆلەيدىغانلىقىنى بىلدۈردى.',
  ],
  sd: [
    'سنڌو درياهه تي نئين پل جو افتتاح',
    'اٽي جي قيمتن ۾ وري واڌ',
    'ميئر ڇنڇر ڏينهن چيو ته نئين پل جي تعمير ايندڙ هفتي شروع ٿيندي ۽ سال جي آخر تائين مڪمل ڪئي ويندي.',
  ],
  ru: [
    'Новый мост через Волгу открыт',
    'Цены на хлеб снова выросли',
    'Мэр заявил в субботу, что строительство нового моста начнётся на следующей неделе. Расходы возьмёт на себя правительство, работы завершат до конца года.',
  ],
  uk: [
    'Новий міст через Дніпро відкрито',
    'Ціни на хліб знову зросли',
    'Мер заявив у суботу, що будівництво нового мосту розпочнеться наступного тижня. Витрати візьме на себе уряд, а роботи завершать до кінця року.',
  ],
  be: [
    'Новы мост праз Нёман адкрыты',
    'Цэны на хлеб зноў выраслі',
    'Мэр заявіў у суботу, што будаўніцтва новага моста пачнецца на наступным тыдні. Выдаткі возьме на сябе ўрад, працы скончаць да канца года.',
  ],
  bg: [
    'Откриха нов мост над Марица',
    'Цената на хляба отново се повиши',
    'Кметът заяви в събота, че строителството на новия мост ще започне следващата седмица. Разходите ще поеме правителството, а работата ще приключи до края на годината.',
  ],
  mk: [
    'Отворен нов мост преку Вардар',
    'Цената на лебот повторно се зголеми',
    'Градоначалникот изјави во сабота дека изградбата на новиот мост ќе почне следната недела. Трошоците ќе ги плати владата, а работите ќе завршат до крајот на годината.',
  ],
  sr: [
    'Отворен нови мост преко Дрине',
    'Поново поскупео хлеб у Београду',
    'Градоначелник је у суботу изјавио да ће изградња новог моста почети следеће недеље. Трошкове ће сносити влада, а радови ће бити завршени до краја године.',
  ],
  kk: [
    'Ертіс өзенінде жаңа көпір ашылды',
    'Алматыда нан бағасы қайта өсті',
    'Қала әкімі сенбі күні жаңа көпірдің құрылысы келесі аптада басталатынын және шығынын үкімет төлейтінін айтты.',
  ],
  ky: [
    'Чүй дарыясында жаңы көпүрө ачылды',
    'Бишкекте нандын баасы кайра өстү',
    'Шаар башчысы ишемби күнү жаңы көпүрөнүн курулушу кийинки жумада башталарын жана чыгымын өкмөт төлөй турганын айтты.',
  ],
  tg: [
    'Пули нав болои дарёи Вахш кушода шуд',
    'Нархи нон дар Душанбе боло рафт',
    'Раиси шаҳр рӯзи шанбе гуфт, ки сохтмони пули нав ҳафтаи оянда оғоз мешавад ва хароҷоти онро ҳукумат медиҳад.',
  ],
  uz: [
    'Daryo ustida yangi koʻprik ochildi',
    'Toshkentda non narxi yana oshdi',
    'Shahar hokimi shanba kuni yangi koʻprik qurilishi kelasi hafta boshlanishini va xarajatlarni hukumat toʻlashini aytdi. Bu ish bir yil davom etadi va yana bir koʻprik uchun ham mablagʻ bor.',
  ],
  'uz-Cyrl': [
    'Амударё устида янги кўприк очилди',
    'Тошкентда нон нархи яна ошди',
    'Шаҳар ҳокими шанба куни янги кўприк қурилиши келаси ҳафта бошланишини ва харажатларни ҳукумат тўлашини айтди.',
  ],
  mn: [
    'Туул гол дээр шинэ гүүр нээгдлээ',
    'Талхны үнэ дахин өслөө',
    'Хотын дарга бямба гарагт шинэ гүүрийн барилга ирэх долоо хоногт эхэлнэ гэж мэдэгдлээ. Зардлыг нь засгийн газар төлөх юм байна.',
  ],
  hi: [
    'यमुना पर नया पुल खुला, लोगों में खुशी',
    'राजधानी में रोटी के दाम फिर बढ़े',
    'महापौर ने शनिवार को कहा कि नए पुल का निर्माण अगले सप्ताह शुरू होगा और साल के अंत तक पूरा किया जाएगा। खर्च सरकार उठाएगी।',
  ],
  mr: [
    'मुळा नदीवर नवीन पूल खुला',
    'पुण्यात पावाचे दर पुन्हा वाढले',
    'महापौरांनी शनिवारी सांगितले की नवीन पुलाचे काम पुढच्या आठवड्यात सुरू होणार आहे आणि त्याचा खर्च सरकार करणार आहे.',
  ],
  ne: [
    'बागमतीमा नयाँ पुल खुल्यो',
    'काठमाडौंमा पाउरोटीको मूल्य फेरि बढ्यो',
    'मेयरले शनिबार नयाँ पुलको निर्माण अर्को हप्ता सुरु हुने बताएका छन्। यसको खर्च सरकारले गर्ने भएको छ र काम वर्षको अन्त्यमा सकिने छ।',
  ],
  bn: [
    'পদ্মায় নতুন সেতু চালু',
    'ঢাকায় আবার বাড়ল রুটির দাম',
    'মেয়র শনিবার বলেছেন, নতুন সেতুর নির্মাণকাজ আগামী সপ্তাহে শুরু হবে এবং বছরের শেষে শেষ হবে।',
  ],
  as: [
    'ব্ৰহ্মপুত্ৰৰ ওপৰত নতুন দলং মুকলি',
    'গুৱাহাটীত ৰুটীৰ দাম বাঢ়িল',
    'মেয়ৰে শনিবাৰে কয় যে নতুন দলঙৰ কাম অহা সপ্তাহত আৰম্ভ হ’ব আৰু খৰচ চৰকাৰে বহন কৰিব।',
  ],
  he: [
    'גשר חדש נפתח מעל הירקון',
    'מחיר הלחם שוב עלה בירושלים',
    'ראש העיר אמר בשבת כי בניית הגשר החדש תתחיל בשבוע הבא, וכי הממשלה תישא בעלויות עד סוף השנה.',
  ],
  yi: [
    'א נײַע בריק איבער דעם טײַך',
    'דער פרײַז פון ברויט איז ווידער געשטיגן',
    'דער מעיאר האט געזאגט אז מען וועט אנהייבן בויען די נײַע בריק קומענדיקע וואך, און די רעגירונג וועט באצאלן דערפאר.',
  ],
  am: [
    'በዓባይ ወንዝ ላይ አዲስ ድልድይ ተከፈተ',
    'የዳቦ ዋጋ በድጋሚ ጨመረ',
    'ከንቲባው ቅዳሜ ዕለት እንደተናገሩት የአዲሱ ድልድይ ግንባታ በሚቀጥለው ሳምንት ይጀምራል፤ ወጪውንም መንግሥት ይሸፍናል።',
  ],
  ti: [
    'ኣብ ልዕሊ ሩባ ሓድሽ ድንድል ተኸፊቱ',
    'ዋጋ ሕብስቲ ኣብ ኣስመራ ወሲኹ',
    'ከንቲባ ከተማ ቀዳም ከም ዝበሎ ህንጸት እቲ ሓድሽ ድንድል ኣብ ዝመጽእ ሰሙን ክጅምር እዩ፣ መንግስቲ ድማ ነቲ ወጻኢታት ክሽፍኖ እዩ።',
  ],
  'zh-Hans': [
    '长江上的新大桥今天开通',
    '首都面包价格再次上涨',
    '市长星期六说，新桥的建设将于下周开始，费用由政府承担，工程年底完成。',
  ],
  'zh-Hant': [
    '長江上的新大橋今天開通',
    '首都麵包價格再次上漲',
    '市長星期六說，新橋的建設將於下週開始，費用由政府承擔，工程年底完成。',
  ],
  ja: [
    '利根川に新しい橋が開通',
    '首都でパンの値段がまた上がる',
    '市長は土曜日、新しい橋の建設が来週始まると述べた。費用は政府が負担し、年末までに完成する予定だ。',
  ],
  ko: [
    '한강에 새 다리 개통',
    '서울의 빵값 다시 올라',
    '시장은 토요일 새 다리 공사가 다음 주에 시작된다고 밝혔다. 비용은 정부가 부담한다.',
  ],
  el: [
    'Άνοιξε η νέα γέφυρα στον Έβρο',
    'Ακρίβυνε ξανά το ψωμί',
    'Ο δήμαρχος είπε το Σάββατο ότι η κατασκευή της νέας γέφυρας αρχίζει την επόμενη εβδομάδα.',
  ],
  th: ['เปิดสะพานใหม่ข้ามแม่น้ำเจ้าพระยา', 'ราคาขนมปังขึ้นอีก', 'นายกเทศมนตรีกล่าวเมื่อวันเสาร์ว่าการก่อสร้างสะพานใหม่จะเริ่มในสัปดาห์หน้า'],
  ka: [
    'მტკვარზე ახალი ხიდი გაიხსნა',
    'თბილისში პური ისევ გაძვირდა',
    'მერმა შაბათს განაცხადა, რომ ახალი ხიდის მშენებლობა მომავალ კვირას დაიწყება.',
  ],
  hy: [
    'Արաքսի վրա նոր կամուրջ է բացվել',
    'Երևանում հացը կրկին թանկացել է',
    'Քաղաքապետը շաբաթ օրը հայտարարեց, որ նոր կամրջի շինարարությունը կսկսվի հաջորդ շաբաթ։',
  ],
  dv: ['މާލޭގައި އާ ބްރިޖެއް ހުޅުވައިފި', 'ޕާނުގެ އަގު އަނެއްކާވެސް މައްޗަށް', 'މޭޔަރު ހޮނިހިރު ދުވަހު ވިދާޅުވީ އާ ބްރިޖުގެ މަސައްކަތް އަންނަ ހަފްތާގައި ފެށޭނެ ކަމަށެވެ.'],
  en: [
    'New bridge over the Tyne opens to traffic',
    'Bread prices rise again in the capital',
    'The mayor said on Saturday that work on the new bridge will begin next week and that the government is going to pay for it.',
  ],
  es: [
    'Abren el nuevo puente sobre el Ebro',
    'Sube otra vez el precio del pan en la capital',
    'El alcalde dijo el sábado que las obras del nuevo puente empezarán la próxima semana y que el Gobierno pagará los gastos.',
  ],
  fr: [
    'Un nouveau pont sur la Loire ouvre aux voitures',
    'Le prix du pain augmente encore dans la capitale',
    'Le maire a déclaré samedi que les travaux du nouveau pont commenceront la semaine prochaine et que l’État paiera les frais.',
  ],
  de: [
    'Neue Brücke über die Elbe eröffnet',
    'Brot in der Hauptstadt wieder teurer',
    'Der Bürgermeister sagte am Samstag, der Bau der neuen Brücke werde in der nächsten Woche beginnen, die Kosten trage der Bund.',
  ],
  pt: [
    'Nova ponte sobre o Tejo abre ao trânsito',
    'Preço do pão sobe outra vez na capital',
    'O presidente da câmara disse no sábado que as obras da nova ponte começam na próxima semana e que o governo não vai pagar tudo.',
  ],
  it: [
    'Apre il nuovo ponte sul Po',
    'Aumenta ancora il prezzo del pane nella capitale',
    'Il sindaco ha detto sabato che i lavori per il nuovo ponte cominceranno la settimana prossima e che il governo pagherà le spese.',
  ],
  nl: [
    'Nieuwe brug over de Maas geopend',
    'Brood in de hoofdstad weer duurder',
    'De burgemeester zei zaterdag dat de bouw van de nieuwe brug volgende week begint en dat de regering het betaalt.',
  ],
  ca: [
    'Obren el nou pont sobre el Segre',
    'Puja un altre cop el preu del pa a la capital',
    'L’alcalde va dir dissabte que les obres del nou pont començaran la setmana vinent amb els diners del govern, i que són una necessitat.',
  ],
  ro: [
    'S-a deschis noul pod peste Dunăre',
    'Prețul pâinii crește din nou în capitală',
    'Primarul a spus sâmbătă că lucrările la noul pod vor începe săptămâna viitoare și că guvernul va plăti cheltuielile.',
  ],
  sv: [
    'Ny bro över Göta älv öppnad',
    'Brödet dyrare igen i huvudstaden',
    'Borgmästaren sade på lördagen att bygget av den nya bron börjar nästa vecka och att staten inte ska betala allt.',
  ],
  da: [
    'Ny bro over Gudenåen åbnet',
    'Brødet bliver dyrere igen i hovedstaden',
    'Borgmesteren sagde lørdag, at byggeriet af den nye bro begynder i næste uge, og at staten betaler regningen efter aftalen.',
  ],
  nb: [
    'Ny bro over Glomma åpnet',
    'Brødet blir dyrere igjen i hovedstaden',
    'Ordføreren sa lørdag at byggingen av den nye broen begynner neste uke, og at staten betaler regningen etter avtalen.',
  ],
  fi: [
    'Uusi silta Kymijoen yli on avattu',
    'Leivän hinta nousi taas',
    'Pormestari sanoi lauantaina, että uuden sillan rakentaminen alkaa ensi viikolla ja valtio maksaa kulut.',
  ],
  is: [
    'Ný brú yfir Þjórsá opnuð',
    'Verð á brauði hækkar enn',
    'Borgarstjórinn sagði á laugardag að smíði nýju brúarinnar hæfist í næstu viku og að ríkið greiddi kostnaðinn.',
  ],
  et: [
    'Uus sild üle Emajõe avati',
    'Leiva hind tõusis jälle',
    'Linnapea ütles laupäeval, et uue silla ehitus algab järgmisel nädalal ja kulud kannab riik.',
  ],
  lv: [
    'Atklāts jauns tilts pār Daugavu',
    'Maizes cena atkal pieaugusi',
    'Mērs sestdien sacīja, ka jaunā tilta būvniecība sāksies nākamnedēļ un izdevumus segs valdība.',
  ],
  lt: [
    'Atidarytas naujas tiltas per Nemuną',
    'Duonos kaina vėl pakilo',
    'Meras šeštadienį sakė, kad naujo tilto statyba prasidės kitą savaitę ir išlaidas padengs vyriausybė.',
  ],
  pl: [
    'Nowy most na Wiśle otwarty',
    'Chleb w stolicy znów drożeje',
    'Burmistrz powiedział w sobotę, że budowa nowego mostu rozpocznie się w przyszłym tygodniu, a koszty pokryje rząd.',
  ],
  cs: [
    'Nový most přes Vltavu je otevřen',
    'Chléb v hlavním městě znovu zdražil',
    'Starosta v sobotu řekl, že stavba nového mostu začne příští týden a náklady uhradí vláda.',
  ],
  sk: [
    'Nový most cez Váh je otvorený',
    'Chlieb v hlavnom meste opäť zdražel',
    'Primátor v sobotu povedal, že stavba nového mosta sa začne budúci týždeň a náklady uhradí vláda, ktorá na to má peniaze aj podľa rozpočtu.',
  ],
  sl: [
    'Nov most čez Savo je odprt',
    'Kruh v prestolnici spet dražji',
    'Župan je v soboto povedal, da se bo gradnja novega mostu začela prihodnji teden in da bo stroške krila vlada.',
  ],
  hu: [
    'Átadták az új hidat a Tiszán',
    'Megint drágább a kenyér a fővárosban',
    'A polgármester szombaton azt mondta, hogy az új híd építése jövő héten kezdődik, és a költségeket az állam fizeti.',
  ],
  sq: [
    'Hapet ura e re mbi Drin',
    'Rritet sërish çmimi i bukës në kryeqytet',
    'Kryetari i bashkisë tha të shtunën se ndërtimi i urës së re do të nisë javën e ardhshme dhe se qeveria do të paguajë.',
  ],
  tr: [
    'Fırat üzerindeki yeni köprü açıldı',
    'Başkentte ekmek fiyatı yine arttı',
    'Belediye başkanı cumartesi günü yeni köprünün yapımının gelecek hafta başlayacağını ve masrafları hükümetin karşılayacağını söyledi.',
  ],
  az: [
    'Kür üzərində yeni körpü açıldı',
    'Paytaxtda çörəyin qiyməti yenə artdı',
    'Bələdiyyə sədri şənbə günü yeni körpünün tikintisinin gələn həftə başlayacağını və xərcləri hökumətin ödəyəcəyini dedi.',
  ],
  ku: [
    'Pira nû ya li ser Dîcleyê hat vekirin',
    'Bihayê nên dîsa bilind bû',
    'Şaredar roja şemiyê got ku avakirina pira nû dê hefteya bê dest pê bike û mesref ji aliyê hikûmetê ve tê dayîn.',
  ],
  vi: [
    'Cầu mới bắc qua sông Hồng đã thông xe',
    'Giá bánh mì lại tăng ở thủ đô',
    'Thị trưởng nói hôm thứ Bảy rằng việc xây cầu mới sẽ bắt đầu vào tuần tới và chính phủ sẽ trả chi phí.',
  ],
  id: [
    'Jembatan baru di atas Sungai Musi dibuka untuk umum',
    'Harga roti naik lagi karena gandum mahal',
    'Wali kota mengatakan pada Sabtu bahwa pembangunan jembatan itu akan dimulai pekan depan dan biayanya ditanggung pemerintah.',
  ],
  fil: [
    'Binuksan ang bagong tulay sa Ilog Pasig',
    'Tumaas muli ang presyo ng tinapay',
    'Sinabi ng alkalde nitong Sabado na magsisimula sa susunod na linggo ang paggawa ng bagong tulay at ang gobyerno ang magbabayad.',
  ],
  sw: [
    'Daraja jipya juu ya mto Tana lafunguliwa',
    'Bei ya mkate yapanda tena katika mji mkuu',
    'Meya alisema Jumamosi kuwa ujenzi wa daraja jipya utaanza wiki ijayo na gharama za kazi hiyo zitalipwa na serikali.',
  ],
  so: [
    'Buundada cusub ee wabiga Shabeelle oo la furay',
    'Qiimaha rootiga oo mar kale kordhay',
    'Duqa magaalada ayaa Sabtidii sheegay in dhismaha buundada cusub uu bilaaban doono toddobaadka soo socda.',
  ],
  ha: [
    'An buɗe sabuwar gada a kan kogin Kaduna',
    'Farashin burodi ya sake tashi',
    'Magajin gari ya ce a ranar Asabar cewa za a fara gina sabuwar gadar a mako mai zuwa, kuma gwamnati ce za ta biya kuɗin.',
  ],
  af: [
    'Nuwe brug oor die Oranjerivier is oop',
    'Brood in die hoofstad is weer duurder',
    'Die burgemeester het Saterdag gesê dat die werk aan die nuwe brug volgende week begin en dat die regering vir alles betaal.',
  ],
  mt: [
    'Infetaħ il-pont il-ġdid',
    'Il-prezz tal-ħobż reġa’ żdied',
    'Is-sindku qal nhar is-Sibt li x-xogħol fuq il-pont il-ġdid jibda l-ġimgħa d-dieħla u li l-gvern se jħallas għal kollox.',
  ],
};
