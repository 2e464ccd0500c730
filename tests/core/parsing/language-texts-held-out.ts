/** Written after the guesser was set, which has not been changed for them: a headline and a sentence each. */
export const HELD_OUT: Readonly<Record<string, readonly [headline: string, paragraph: string]>> = {
  fa: [
    'تیم ملی والیبال ایران قهرمان آسیا شد',
    'پزشکان می‌گویند بیماران باید تا یک ماه پس از جراحی استراحت کنند و از رانندگی خودداری کنند.',
  ],
  ar: [
    'المنتخب الوطني يفوز بكأس آسيا للكرة الطائرة',
    'يقول الأطباء إن على المرضى أن يرتاحوا شهرا بعد الجراحة وأن يمتنعوا عن القيادة.',
  ],
  ur: [
    'قومی ٹیم نے والی بال کا ایشیا کپ جیت لیا',
    'ڈاکٹروں کا کہنا ہے کہ مریضوں کو آپریشن کے بعد ایک ماہ آرام کرنا چاہیے اور گاڑی نہیں چلانی چاہیے۔',
  ],
  ps: [
    'ملي لوبډلې د والیبال اسیا جام وګاټه',
    'ډاکټران وايي چې ناروغان باید له عملیاتو وروسته یوه میاشت استراحت وکړي او موټر ونه چلوي.',
  ],
  ckb: [
    'هەڵبژاردەی نیشتمانی جامی ئاسیای بردەوە',
    'پزیشکان دەڵێن پێویستە نەخۆشەکان دوای نەشتەرگەری مانگێک پشوو بدەن و ئۆتۆمبێل لێنەخوڕن.',
  ],
  ug: [
    'دۆلەت كوماندىسى ئاسىيا لوڭقىسىنى ئۇتتى',
    'دوختۇرلار بىمارلارنىڭ ئوپېراتسىيەدىن كېيىن بىر ئاي دەم ئېلىشى كېرەكلىكىنى ئېيتتى.',
  ],
  sd: [
    'قومي ٽيم واليبال جو ايشيا ڪپ کٽي ورتو',
    'ڊاڪٽرن جو چوڻ آهي ته مريضن کي آپريشن کان پوءِ هڪ مهينو آرام ڪرڻ گهرجي.',
  ],
  ru: [
    'Сборная выиграла Кубок Азии по волейболу',
    'Врачи говорят, что пациентам нужно отдыхать месяц после операции и не водить машину.',
  ],
  uk: [
    'Збірна виграла Кубок Європи з волейболу',
    'Лікарі кажуть, що пацієнтам треба відпочивати місяць після операції та не керувати автомобілем.',
  ],
  bg: [
    'Националите спечелиха Европейската купа',
    'Лекарите казват, че пациентите трябва да почиват един месец след операцията и да не шофират.',
  ],
  sr: [
    'Репрезентација освојила Куп Европе',
    'Лекари кажу да пацијенти морају да мирују месец дана после операције и да не возе аутомобил.',
  ],
  kk: [
    'Ұлттық құрама Азия кубогын жеңіп алды',
    'Дәрігерлер науқастар операциядан кейін бір ай демалуы керек және көлік жүргізбеуі тиіс дейді.',
  ],
  tg: [
    'Дастаи миллӣ ҷоми Осиёро бурд',
    'Табибон мегӯянд, ки беморон бояд пас аз ҷарроҳӣ як моҳ истироҳат кунанд ва мошин наронанд.',
  ],
  hi: [
    'राष्ट्रीय टीम ने एशिया कप जीता',
    'डॉक्टरों का कहना है कि मरीजों को ऑपरेशन के बाद एक महीने आराम करना चाहिए और गाड़ी नहीं चलानी चाहिए।',
  ],
  mr: ['राष्ट्रीय संघाने आशिया चषक जिंकला', 'शस्त्रक्रियेनंतर रुग्णांनी एक महिना विश्रांती घ्यावी आणि गाडी चालवू नये, असे डॉक्टर सांगतात.'],
  he: ['נבחרת ישראל זכתה בגביע אירופה', 'הרופאים אומרים כי על החולים לנוח חודש אחרי הניתוח ולא לנהוג.'],
  en: [
    'National team wins the European volleyball cup',
    'Doctors say patients should rest for a month after surgery and avoid driving.',
  ],
  es: [
    'La selección gana la Copa de Europa de voleibol',
    'Los médicos dicen que los pacientes deben descansar un mes tras la operación y no conducir.',
  ],
  fr: [
    'L’équipe nationale remporte la Coupe d’Europe',
    'Les médecins disent que les patients doivent se reposer un mois après l’opération et ne pas conduire.',
  ],
  de: [
    'Nationalmannschaft gewinnt den Europapokal',
    'Ärzte raten, dass Patienten sich nach der Operation einen Monat ausruhen und nicht Auto fahren.',
  ],
  pt: [
    'Seleção vence a Taça da Europa de voleibol',
    'Os médicos dizem que os doentes devem descansar um mês depois da cirurgia e não conduzir.',
  ],
  it: [
    'La nazionale vince la Coppa Europa di pallavolo',
    'I medici dicono che i pazienti devono riposare un mese dopo l’operazione e non guidare.',
  ],
  nl: [
    'Nationale ploeg wint het Europese volleybalkampioenschap',
    'Artsen zeggen dat patiënten na de operatie een maand moeten rusten en niet mogen rijden.',
  ],
  ro: [
    'Echipa națională a câștigat Cupa Europei',
    'Medicii spun că pacienții trebuie să se odihnească o lună după operație și să nu conducă.',
  ],
  sv: [
    'Landslaget vann Europacupen i volleyboll',
    'Läkarna säger att patienterna ska vila en månad efter operationen och inte köra bil.',
  ],
  da: [
    'Landsholdet vandt Europa Cuppen i volleyball',
    'Lægerne siger, at patienterne skal hvile en måned efter operationen og ikke må køre bil.',
  ],
  nb: [
    'Landslaget vant Europacupen i volleyball',
    'Legene sier at pasientene må hvile en måned etter operasjonen og ikke kjøre bil.',
  ],
  fi: [
    'Maajoukkue voitti lentopallon Euroopan cupin',
    'Lääkärit sanovat, että potilaiden on levättävä kuukausi leikkauksen jälkeen eikä ajettava autoa.',
  ],
  pl: [
    'Reprezentacja zdobyła Puchar Europy w siatkówce',
    'Lekarze mówią, że pacjenci powinni odpoczywać miesiąc po operacji i nie prowadzić samochodu.',
  ],
  cs: [
    'Národní tým vyhrál Evropský pohár ve volejbalu',
    'Lékaři říkají, že pacienti mají po operaci měsíc odpočívat a neřídit auto.',
  ],
  hu: [
    'A válogatott megnyerte az Európa-kupát',
    'Az orvosok szerint a betegeknek a műtét után egy hónapig pihenniük kell, és nem vezethetnek.',
  ],
  tr: [
    'Milli takım voleybolda Avrupa Kupası’nı kazandı',
    'Doktorlar hastaların ameliyattan sonra bir ay dinlenmesi ve araba kullanmaması gerektiğini söylüyor.',
  ],
  az: [
    'Milli komanda Avropa Kubokunu qazandı',
    'Həkimlər xəstələrin əməliyyatdan sonra bir ay dincəlməli olduğunu və maşın sürməməli olduğunu deyirlər.',
  ],
  vi: [
    'Đội tuyển quốc gia vô địch cúp bóng chuyền châu Á',
    'Các bác sĩ nói bệnh nhân cần nghỉ ngơi một tháng sau phẫu thuật và không nên lái xe.',
  ],
  id: [
    'Tim nasional menjuarai Piala Asia bola voli',
    'Dokter mengatakan pasien harus beristirahat selama sebulan setelah operasi dan tidak boleh mengemudi.',
  ],
  sw: [
    'Timu ya taifa yashinda Kombe la Afrika',
    'Madaktari wanasema wagonjwa wanapaswa kupumzika mwezi mmoja baada ya upasuaji na wasiendeshe gari.',
  ],
};
