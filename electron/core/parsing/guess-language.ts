import { ALONE, ALSO, MARKED, type Marks } from './language-marks';
import { mainScript, type Script } from './scripts';

const MOST_CHARACTERS = 300;
const BETWEEN_WORDS = /[\s.,:;!?()"“”„«»،؛۔।।-]+/;
/** A word says more than a letter. What several languages share is divided among them. */
const WORTH = { word: 2, letter: 1 };
const ENOUGH = 1.5;
const CLEARLY = 1.15;
/** Arabic begins its nouns with the article, which its neighbours borrow in names alone. */
const ARTICLE = /^ال..../;

interface Index {
  languages: string[];
  /** Which languages have it, as places in `languages`. */
  words: Map<string, number[]>;
  /** By their UTF-16 code. */
  letters: Map<number, number[]>;
}

const indexes = new Map<Script, Index>();

/**
 * The language of a text by its script, and where several share it by their own letters and commonest words, as BCP 47;
 * null when it is not clear. Looks at the first 400 characters.
 */
export function guessLanguage(text: string): string | null {
  const script = mainScript(text);
  if (script === null) return null;
  const languages = MARKED[script];
  const marked = languages ? clearest(text.slice(0, MOST_CHARACTERS), indexOf(script, languages)) : null;
  return marked ?? ALONE[script] ?? null;
}

/** True when a text is in a script that its language is never written in: a feed that says `en` and is Arabic. */
export function isInAnotherScript(text: string, language: string): boolean {
  const scripts = scriptsOf(language);
  if (scripts.length === 0) return false;
  const script = mainScript(text);
  return script !== null && !scripts.includes(script);
}

/** None for a language that is not in the tables. */
function scriptsOf(tag: string): Script[] {
  const [language = ''] = tag.toLowerCase().split('-');
  homes ??= homesOfAll();
  const [home, also] = [homes.get(language) ?? [], ALSO[language] ?? []];
  return [...home, ...also];
}

let homes: Map<string, Script[]> | null = null;

function homesOfAll(): Map<string, Script[]> {
  const found = new Map<string, Script[]>();
  const add = (tag: string, script: string): void => {
    const [language = ''] = tag.split('-');
    found.set(language, [...(found.get(language) ?? []), script as Script]);
  };
  for (const [script, language] of Object.entries(ALONE)) add(language, script);
  for (const [script, languages] of Object.entries(MARKED)) for (const tag of Object.keys(languages)) add(tag, script);
  return found;
}

function indexOf(script: Script, languages: Readonly<Record<string, Marks>>): Index {
  const known = indexes.get(script);
  if (known) return known;
  const index: Index = { languages: Object.keys(languages), words: new Map(), letters: new Map() };
  for (const [place, { words, letters }] of Object.values(languages).entries()) {
    for (const word of new Set(words.split(' '))) index.words.set(word, [...(index.words.get(word) ?? []), place]);
    for (const letter of letters) {
      const code = letter.charCodeAt(0);
      index.letters.set(code, [...(index.letters.get(code) ?? []), place]);
    }
  }
  indexes.set(script, index);
  return index;
}

function clearest(text: string, { languages, words, letters }: Index): string | null {
  const scores = languages.map(() => 0);
  const add = (places: number[], worth: number): void => {
    for (const place of places) scores[place] = (scores[place] ?? 0) + worth / Math.sqrt(places.length);
  };
  const lower = text.toLowerCase();
  for (let at = 0; at < lower.length; at++) {
    const places = letters.get(lower.charCodeAt(at));
    if (places) add(places, WORTH.letter);
  }
  const arabic = languages.indexOf('ar');
  for (const word of lower.split(BETWEEN_WORDS)) {
    const places = words.get(word);
    if (places) add(places, WORTH.word);
    else if (arabic >= 0 && ARTICLE.test(word)) add([arabic], WORTH.word);
  }
  const best = Math.max(...scores);
  const place = scores.indexOf(best);
  const isClear = scores.every((score, other) => other === place || best >= score * CLEARLY);
  return best >= ENOUGH && isClear ? (languages[place] ?? null) : null;
}
