import { days, hours, type SamplePaper } from './sample-paper';

/** French; RSS 2.0, gzipped whether or not it was asked for. */
export const pisteDesOasis: SamplePaper = {
  id: 'piste-des-oasis',
  title: 'La Piste des Oasis',
  description: 'Nouvelles du désert, d’un puits à l’autre',
  language: 'fr',
  country: 'NE',
  format: 'rss',
  folder: ['Far roads', 'Sahara'],
  colour: '#6b6a2c',
  zone: 60,
  alwaysGzip: true,
  words: {
    related: 'À lire aussi',
    about: 'Qui sommes-nous',
    filler:
      'Ce texte de remplissage a été livré avec la maquette. L’histoire du journal viendra quand le sable sera balayé.',
    follow: 'Instagram',
  },
  bulletin: {
    title: 'Bulletin de piste n° {n} : vent faible, balises visibles',
    summary: 'Les convois passent ; le puits du kilomètre 90 est rouvert.',
    body: [
      'Bulletin de piste n° {n}. Vent faible, balises visibles. Les convois passent et le puits du kilomètre 90 est rouvert ; la corde est neuve.',
    ],
    categories: ['Niger', 'Pistes'],
    author: 'Bureau des pistes',
  },
  stories: [
    {
      slug: 'le-convoi-de-sel',
      title: 'Le convoi de sel arrive avec un jour d’avance et personne n’est prêt',
      summary: 'Trois cents chameaux, deux camions et un malentendu de calendrier.',
      author: 'De notre correspondant à Agadez',
      minutesAgo: hours(3) + 30,
      categories: ['Niger', 'Commerce'],
      picture: 'gold-salt-convoy',
      caption: 'Les premiers chameaux, avant le marché.',
      body: [
        'Le convoi de sel est entré en ville mardi, avec un jour d’avance, et personne n’était prêt. Les tambours étaient chez le réparateur, le maire chez sa sœur, et les trois cents chameaux ont occupé le marché aux légumes sans rien demander.',
        'L’explication est simple : les caravaniers comptent les nuits, la ville compte les jours, et cette année une nuit est tombée au milieu d’une tempête de sable. Elle n’a pas compté.',
        '<blockquote><p>« Nous ne sommes pas en avance. C’est vous qui avez attendu. »</p></blockquote>',
        'Les légumes ont été vendus debout, entre les bosses. Le sel se vendra demain, comme prévu.',
      ],
    },
    {
      slug: 'un-arbre-repere',
      title: 'On replante l’arbre qui servait de repère à 400 km à la ronde',
      summary: 'Le premier était seul ; celui-ci aura un gardien et un voisin.',
      author: 'Page environnement',
      minutesAgo: hours(11) + 20,
      categories: ['Niger', 'Nature'],
      picture: 'khaki-lone-tree',
      caption: 'Le gardien mesure l’ombre chaque soir.',
      body: [
        'L’ancien arbre était le seul à 400 kilomètres à la ronde et figurait sur toutes les cartes. Un camion l’avait pourtant heurté. On vient d’en replanter un, avec un gardien, un muret et, par prudence, un voisin à dix mètres.',
        'Le gardien mesure l’ombre chaque soir et l’inscrit dans un cahier. Elle grandit, dit-il, surtout vers six heures.',
      ],
    },
    {
      slug: 'ecole-sous-tente',
      title: 'L’école suit le campement : la carte de géographie sert de rideau',
      summary: 'Le tableau noir voyage à dos de chameau, face vers l’extérieur.',
      author: 'Page éducation',
      minutesAgo: days(1) + hours(6),
      categories: ['Mali', 'Niger', 'Éducation'],
      body: [
        'L’école suit le campement. Le tableau noir voyage à dos de chameau, face vers l’extérieur, si bien que les passants lisent la leçon de la veille. La carte de géographie sert de rideau, et chacun sait où se trouve l’Équateur : à hauteur de genou.',
      ],
    },
    {
      slug: 'le-puits-et-le-notaire',
      title: 'Un puits, deux familles et un notaire qui sait nager',
      summary: 'L’acte a été signé au fond, à la fraîche.',
      minutesAgo: days(2) + hours(5),
      categories: ['Algérie', 'Eau'],
      picture: 'rust-well',
      caption: 'La margelle, après la signature.',
      body: [
        'Deux familles se disputaient un puits depuis trois générations. Le notaire est descendu voir. Il est remonté avec un acte rédigé au fond, à la fraîche, qui partage l’eau selon les heures et l’échelle selon les jours.',
      ],
    },
    {
      slug: 'panneaux-et-mirages',
      title: 'Un champ de panneaux solaires pris pour un lac par 2 000 oiseaux',
      summary: 'Les ingénieurs ont creusé une mare à côté, les oiseaux ont compris.',
      author: 'Page énergie',
      minutesAgo: days(3) + hours(3),
      categories: ['Algérie', 'Énergie', 'Nature'],
      picture: 'sea-solar-field',
      caption: 'Vu d’en haut, dit-on, c’est de l’eau.',
      body: [
        'Deux mille oiseaux migrateurs se sont posés sur un champ de panneaux solaires qu’ils prenaient pour un lac. La production a baissé d’un tiers pendant une semaine. Les ingénieurs ont creusé une mare à côté ; les oiseaux ont compris, et les chèvres aussi.',
      ],
    },
    {
      slug: 'le-conteur-et-la-radio',
      title: 'Le conteur passe à la radio et refuse de finir',
      summary: 'L’histoire dure depuis onze soirs ; la batterie est changée pendant les combats.',
      minutesAgo: days(4) + hours(1),
      categories: ['Niger', 'Culture'],
      body: [
        'Invité pour un quart d’heure, le conteur parle depuis onze soirs. La radio ne veut pas couper, les auditeurs non plus. On change la batterie pendant les combats, car il raconte alors sans micro et tout le monde l’entend quand même.',
      ],
    },
    {
      slug: 'foire-aux-cartes',
      title: 'Foire aux cartes : « طريق الملح » dessinée de mémoire remporte le prix',
      summary: 'Le jury l’a vérifiée en quatorze jours.',
      minutesAgo: days(5),
      categories: ['Algérie', 'Mali', 'Culture'],
      body: [
        'La carte intitulée « طريق الملح », la route du sel, a été dessinée de mémoire par un homme qui ne l’avait jamais parcourue : il l’avait entendue. Le jury l’a vérifiée en quatorze jours et n’a trouvé qu’une erreur, un puits, qui existait.',
      ],
    },
    {
      slug: 'football-a-minuit',
      title: 'Le championnat se joue à minuit, score au lever du soleil',
      summary: 'Les lampes frontales éclairent surtout l’arbitre.',
      minutesAgo: days(6) + hours(2),
      categories: ['Niger', 'Sport'],
      body: [
        'Pour échapper à la chaleur, le championnat des oasis se joue désormais à minuit. Les lampes frontales éclairent surtout l’arbitre. Le score n’est connu qu’au lever du soleil, quand on compte les ballons au fond des filets.',
      ],
    },
  ],
};
