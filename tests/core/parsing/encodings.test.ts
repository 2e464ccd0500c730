import { expect, it } from 'vitest';
import { decodeAs, encodingNamed } from '../../../electron/core/parsing/encodings';

/** Labels of the Encoding Standard (§4.2). */
const STANDARD = `866 cp866 csibm866 ibm866 csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2
  iso_8859-2:1987 l2 latin2 csisolatin3 iso-8859-3 latin3 iso-8859-4 latin4 csisolatincyrillic cyrillic iso-8859-5
  arabic asmo-708 ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i ecma-118 elot_928 greek greek8 iso-8859-7 sun_eu_greek
  hebrew iso-8859-8 iso-8859-8-e iso-8859-8-i logical visual iso-8859-10 latin6 iso-8859-13 iso-8859-14 iso-8859-15
  csisolatin9 l9 iso-8859-16 cskoi8r koi koi8 koi8-r koi8_r koi8-u koi8-ru mac macintosh x-mac-roman dos-874
  iso-8859-11 tis-620 windows-874 cp1250 windows-1250 x-cp1250 cp1251 windows-1251 cp1252 cp819 ibm819 iso-8859-1 l1
  latin1 windows-1252 windows-1253 cp1254 csisolatin5 iso-8859-9 latin5 windows-1254 windows-1255 windows-1256 x-cp1256
  windows-1257 windows-1258 x-mac-cyrillic x-mac-ukrainian chinese csgb2312 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58
  x-gbk gb18030 big5 big5-hkscs cn-big5 csbig5 x-x-big5 cseucpkdfmtjapanese euc-jp x-euc-jp csshiftjis ms932 ms_kanji
  shift-jis shift_jis sjis windows-31j x-sjis cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987
  ks_c_5601-1989 ksc5601 ksc_5601 windows-949`.split(/\s+/);

it.each(STANDARD)('knows %s', (label) => {
  const encoding = encodingNamed(label) ?? '';
  expect(decodeAs(new Uint8Array([0x41]), encoding)).toBe('A');
});

it.each(['us-ascii', 'utf-8', 'UTF-16', 'base64', 'hex', 'binary', 'no-such', ''])('does not believe %j', (label) => {
  expect(encodingNamed(label)).toBeNull();
});

it.each(['big5', 'euc-kr'])('reads in %s what Node reads, as Node does', (encoding) => {
  const pairs = Array.from({ length: 0x5d * 0x5e }, (_, index) => [
    0xa1 + Math.floor(index / 0x5e),
    0xa1 + (index % 0x5e),
  ]);
  const node = new TextDecoder(encoding);
  const differences = pairs.filter((pair) => {
    const [theirs, ours] = [node.decode(Uint8Array.from(pair)), decodeAs(Uint8Array.from(pair), encoding)];
    return /^[\p{L}\p{N}]$/u.test(theirs) && theirs !== ours;
  });
  expect(differences).toEqual([]);
});
