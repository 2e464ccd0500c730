import { days, hours, type SamplePaper } from './sample-paper';

/** Spanish, from a lake with two shores; Atom 1.0. */
export const dosOrillas: SamplePaper = {
  id: 'dos-orillas',
  title: 'La Voz de las Dos Orillas',
  description: 'Lo que pasa en el lago, y lo que pasa por él',
  language: 'es',
  country: 'BO',
  format: 'atom',
  folder: ['Far roads', 'Americas', 'Andes'],
  colour: '#b0563a',
  zone: -240,
  words: {
    related: 'Noticias relacionadas',
    about: 'Quiénes somos',
    filler:
      'Texto de relleno que venía con la plantilla. Cuando amaine el viento escribiremos aquí la historia del periódico.',
    follow: 'Instagram',
  },
  bulletin: {
    title: 'Parte del lago n.º {n}: oleaje moderado',
    summary: 'Las lanchas salen con normalidad; se recomienda manta.',
    body: [
      'Parte del lago n.º {n}. Oleaje moderado y viento del este. Las lanchas salen con normalidad y se recomienda manta a partir de las cuatro de la tarde.',
    ],
    categories: ['Bolivia', 'Transporte'],
    author: 'Capitanía',
  },
  stories: [
    {
      slug: 'feria-binacional-sin-balanza',
      title: 'La feria binacional estrena una sola balanza para los dos países',
      summary: 'Durante treinta años hubo dos, y nunca marcaron lo mismo. Ahora discuten de otra cosa.',
      author: 'Redacción, Desaguadero',
      minutesAgo: hours(1) + 10,
      categories: ['Bolivia', 'Perú', 'Comercio'],
      picture: 'sea-lake-market',
      caption: 'La balanza nueva, en mitad del puente.',
      body: [
        'Durante treinta años la feria del puente tuvo dos balanzas, una por país, y nunca marcaron lo mismo. Desde el viernes hay una sola, colocada justo en el medio, con un plato en cada orilla.',
        'La compraron a medias las asociaciones de vendedoras, que se cansaron de explicar por qué un kilo de quinua pesaba menos al cruzar. El primer día pesaron de todo: papas, motores, un niño y un acordeón.',
        '<blockquote><p>«Ahora sabemos quién tenía razón. Ninguna.»</p></blockquote>',
        'La balanza se guarda por la noche en la capilla, que tampoco es de nadie. La llave la tiene una mujer que vive en una barca.',
      ],
    },
    {
      slug: 'el-tren-de-altura',
      title: 'Vuelve el tren de altura: 4.312 metros, dos vagones y mate de coca incluido',
      summary: 'Los ingenieros revisaron 61 puentes; los perros de la vía, a los ingenieros.',
      author: 'Página de caminos',
      minutesAgo: hours(5) + 5,
      categories: ['Perú', 'Bolivia', 'Ferrocarril'],
      picture: 'snow-high-railway',
      caption: 'El paso más alto, a primera hora.',
      body: [
        'Después de nueve inviernos vuelve a correr el tren de altura. Lleva dos vagones, sube hasta los 4.312 metros y sirve mate de coca a la ida y a la vuelta.',
        'Los ingenieros revisaron 61 puentes en tres meses. Los acompañaron, sin que nadie los llamara, los perros de las estaciones abandonadas, que recordaban el horario.',
        '<ul><li>05:30 salida del lago</li><li>09:10 la cumbre, diez minutos para fotografías y mareos</li><li>14:45 llegada, si no hay llamas en la vía</li></ul>',
      ],
    },
    {
      slug: 'la-biblioteca-de-totora',
      title: 'Una biblioteca flota sobre totora y se muda con el viento',
      summary: 'Los lectores miran al amanecer dónde ha quedado.',
      author: 'Cultura',
      minutesAgo: hours(12),
      categories: ['Perú', 'Cultura'],
      picture: 'gold-reed-library',
      caption: 'La sala de lectura, amarrada a una piedra.',
      body: [
        'Tiene seiscientos libros, una alfombra y un ancla que no siempre agarra. La biblioteca de totora se muda con el viento, y los lectores miran al amanecer dónde ha quedado.',
        'El bibliotecario no cobra multas a quien devuelve tarde, porque a veces es la biblioteca la que llega con retraso.',
      ],
    },
    {
      slug: 'el-salar-y-el-sombrero',
      title: 'Un sombrero cruza el salar de lado a lado (82 km) y aparece en Chile',
      summary: 'Su dueño lo ha reclamado por carta; el sombrero ya tiene otro.',
      minutesAgo: days(1) + hours(1),
      categories: ['Bolivia', 'Chile', 'Sociedad'],
      body: [
        'El sombrero voló un martes y apareció el jueves, 82 kilómetros más al oeste, ya en Chile. Su dueño lo ha reclamado por carta con una descripción exacta. El hombre que lo encontró responde que la descripción es correcta, pero que el sombrero ha elegido.',
      ],
    },
    {
      slug: 'lana-por-satelite',
      title: 'Las tejedoras venden por satélite lo que hilan a mano',
      summary: 'La antena funciona de seis a ocho; el huso, todo el día.',
      author: 'Economía',
      minutesAgo: days(2) + hours(3),
      categories: ['Bolivia', 'Comercio', 'Energía'],
      picture: 'rust-weavers',
      caption: 'La antena sirve también de tendedero.',
      body: [
        'La antena funciona de seis a ocho de la tarde, cuando alcanza la batería. En esas dos horas veinte tejedoras atienden pedidos de once países y discuten los colores con gente que todavía no se ha levantado.',
        'El chal más vendido se llama «Niebla» y tarda cinco semanas. Hay lista de espera, y en la lista, según ellas, gente muy paciente.',
      ],
    },
    {
      slug: 'el-reloj-al-reves',
      title: 'El reloj del pueblo anda al revés y nadie llega tarde',
      summary: 'El relojero lo arregló; el cabildo pidió que lo desarreglara.',
      minutesAgo: days(3),
      categories: ['Bolivia', 'Sociedad'],
      body: [
        'El reloj de la torre anda al revés desde una reparación mal entendida. El relojero vino a corregirlo, lo corrigió, y el cabildo le pidió que lo dejara como estaba: con el reloj al derecho, dijeron, la gente se fiaba y llegaba tarde.',
      ],
    },
    {
      slug: 'aguas-que-bajan',
      title: 'El lago baja un dedo y aparece un muelle de 1911',
      summary: 'Conserva dos argollas y una tarifa pintada en la piedra.',
      author: 'Aguas',
      minutesAgo: days(4) + hours(2),
      categories: ['Perú', 'Agua'],
      body: [
        'El lago bajó un dedo en agosto y otro en septiembre, y entre los dos apareció un muelle de 1911. Conserva dos argollas y una tarifa pintada en la piedra: persona, diez centavos; mula, quince; político, según peso.',
      ],
    },
    {
      slug: 'la-radio-de-las-cinco',
      title: 'La radio de las cinco da el tiempo en aimara, quechua y «lo demás»',
      summary: 'Tres minutos por lengua y uno de silencio por si acaso.',
      minutesAgo: days(6),
      categories: ['Bolivia', 'Perú', 'Cultura'],
      body: [
        'A las cinco de la mañana la radio comunal da el tiempo en aimara, en quechua y en «lo demás», como llama la locutora al castellano. Son tres minutos por lengua y uno de silencio, por si alguien quiere asomarse a comprobarlo.',
      ],
    },
  ],
};
