import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

const nothing = (): void => {};
const NOTHING: TokenizerCallbacks = {
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
  ontext: nothing,
  ontextentity: nothing,
};

/**
 * Passes once over HTML, telling where its parts begin and end. The tokenizer and not the parser of htmlparser2:
 * the parser searches its stack of open elements at each closing tag, which hostile HTML makes quadratic.
 */
export function scanHtml(html: string, callbacks: Partial<TokenizerCallbacks>, decodeEntities: boolean): void {
  const tokenizer = new Tokenizer({ decodeEntities }, { ...NOTHING, ...callbacks });
  tokenizer.write(html);
  tokenizer.end();
}
