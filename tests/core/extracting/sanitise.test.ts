import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitise } from '../../../electron/core/extracting/sanitise';
import { ATTACKS } from './attacks';
import { dangersIn } from './dangers';

const BASE = 'https://news.example/2026/snow?page=1';
const clean = (html: string, base: string | null = BASE): string => sanitise(html, base);
const out = (href: string, text: string): string =>
  `<a href="${href}" rel="noopener noreferrer" target="_blank">${text}</a>`;

describe('what is hostile', () => {
  it.each(ATTACKS)('does no harm: %s', (attack) => {
    for (const html of [
      attack,
      `<p>before ${attack} after</p>`,
      `<table><tr><td>${attack}`,
      `<b><a href=/x>${attack}`,
    ]) {
      const cleaned = clean(html);
      expect(dangersIn(cleaned)).toEqual([]);
      expect(clean(cleaned)).toBe(cleaned);
    }
  });

  it('keeps the text around it', () => {
    expect(clean('<p>one<script>alert(1)</script> two</p>')).toBe('<p>one two</p>');
    expect(clean('one<svg><circle/>drawn<p>two</p>')).toBe('one<p>two</p>');
    expect(clean('<form>one <select><option>x</select><button>two</button></form>')).toBe('one two');
    expect(clean('<a href="javascript:alert(1)">one</a> two')).toBe('one two');
  });
});

describe('what is good', () => {
  it.each([
    ['<p>One <b>two</b> <em>three</em><br>four</p>', '<p>One <b>two</b> <em>three</em><br />four</p>'],
    ['<h2>Head</h2><hr><p>Text', '<h2>Head</h2><hr /><p>Text</p>'],
    ['<ul><li>one<li>two<ul><li>three</ul></ul>', '<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>'],
    ['<ol start=3 reversed type=a><li value=7>x</ol>', '<ol start="3" type="a" reversed><li value="7">x</li></ol>'],
    ['<dl><dt>a<dd>b<dt>c<dd>d</dl>', '<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>'],
    [
      '<table><caption>c</caption><thead><tr><th scope=COL>h<tbody><tr><td colspan=2>a<td rowspan=9999>b</table>',
      '<table><caption>c</caption><thead><tr><th scope="col">h</th></tr></thead><tbody><tr><td colspan="2">a</td><td>b</td></tr></tbody></table>',
    ],
    [
      '<figure><img src=/snow.jpg alt="Snow &amp; ice" width=640 height=480px><figcaption>Snow</figcaption></figure>',
      '<figure><img src="https://news.example/snow.jpg" alt="Snow &amp; ice" width="640" height="480" /><figcaption>Snow</figcaption></figure>',
    ],
    ['<pre><code>if (a &lt; b)\n  c();</code></pre>', '<pre><code>if (a &lt; b)\n  c();</code></pre>'],
    ['<blockquote><p>Said <q>this</q> <cite>she</cite></p></blockquote>', null],
    ['H<sub>2</sub>O, E=mc<sup>2</sup>, <kbd>k</kbd> <var>x</var> <mark>m</mark>', null],
    ['<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>', null],
    ['<ruby>漢<rt>かん字<rt>じ</ruby>', '<ruby>漢<rt>かん字</rt><rt>じ</rt></ruby>'],
    ['<p dir="rtl" lang="fa">سلام <bdi>Caravan</bdi> <bdo dir="ltr">abc</bdo></p>', null],
    ['<p xml:lang="ur" dir=RTL align=right>متن</p>', '<p dir="rtl" lang="ur">متن</p>'],
    ['<details open><summary>More</summary>text</details>', null],
    ['<abbr title="World Meteorological Organization">WMO</abbr>', null],
    ['<del datetime="2026-01-05">old</del> <ins>new</ins> <time datetime="2026-01-05T10:00Z">today</time>', null],
    ['<a href="../snow?a=1&amp;b=2#deep">more</a>', out('https://news.example/snow?a=1&amp;b=2#deep', 'more')],
    ['<a href="//other.example/x">more</a>', out('https://other.example/x', 'more')],
    ['<a href="https://reader:secret@other.example/">more</a>', out('https://other.example/', 'more')],
    ['<a href="mailto:desk@news.example?subject=Snow">mail</a>', out('mailto:desk@news.example?subject=Snow', 'mail')],
    ['<a href=/x>one <a href=/y>two</a>', out('https://news.example/x', 'one ') + out('https://news.example/y', 'two')],
    [
      '<iframe src="https://video.example/embed/7" width=560></iframe>',
      `<p>${out('https://video.example/embed/7', 'video.example')}</p>`,
    ],
    [
      '<p>a<video controls><source src=/v.webm><source src=/v.mp4>No video here.</video>b</p>',
      '<p>a<video src="https://news.example/v.webm"></video>b</p>',
    ],
    ['<audio src="https://radio.example/a.mp3">', '<audio src="https://radio.example/a.mp3"></audio>'],
    [
      '<video src=/v.mp4 width=640 autoplay loop controls poster=/p.png onplay=alert(1)></video>',
      '<video src="https://news.example/v.mp4" width="640"></video>',
    ],
    ['<strike>a</strike><center>b</center><tt>c</tt>', '<s>a</s><div>b</div><code>c</code>'],
    ['<font color=red>a</font> <o:p>b</o:p> <custom-tag>c</custom-tag>', 'a b c'],
    ['<p>one<div>two</div></p>three', '<p>one</p><div>two</div>three'],
    ['<b>one <p>two</b> three</p>', '<b>one <p>two</p></b> three'],
    ['<td>loose</td></p></div> text', 'loose text'],
    [
      'Tom &amp; “Jerry” &lt;3 &nbsp;&hellip; &#128512; 5 < 6 & 7',
      'Tom &amp; “Jerry” &lt;3 \u00a0… 😀 5 &lt; 6 &amp; 7',
    ],
    ['<div/><p/>text<span/>', '<div></div><p></p>text<span></span>'],
    ['plain text', null],
    ['', null],
  ])('stays or is mended: %s', (html, expected) => {
    expect(clean(html)).toBe(expected ?? html);
  });
});

describe('pictures', () => {
  const picture = (name: string): string => `<img src="https://news.example/${name}" />`;

  it.each([
    ['<img data-src="/real.jpg" src="/spacer.gif">', 'real.jpg'],
    ['<img data-original="/real.jpg" src="data:image/gif;base64,R0lGOD">', 'real.jpg'],
    ['<img src="" srcset="/small.jpg 1x, /big.jpg 2x">', 'big.jpg'],
    ['<img data-srcset=" , /small.jpg, /big.jpg 2x">', 'big.jpg'],
    ['<img data-srcset="/real.jpg 800w" srcset="data:image/gif;base64,R0lGOD" src="/spacer.gif">', 'real.jpg'],
    ['<picture><source srcset="/a.webp"><source srcset="/b.jpg"><img></picture>', 'a.webp'],
    ['<picture><source srcset="/a.webp"><img src="/b.jpg"></picture>', 'b.jpg'],
    ['<img data-src="/a.jpg"><noscript><img src="/a.jpg"></noscript>', 'a.jpg'],
    ['<img src="/a.jpg" width="100%" height=0.5em style="max-width:1px;width:1em">', 'a.jpg'],
  ])('that load late are put in place: %s', (html, name) => {
    expect(clean(html)).toBe(picture(name));
  });

  it.each([
    // Large enough for a sharp screen, and no larger.
    ['/a.jpg 320w, /b.jpg 1280w, /c.jpg 2560w', 'b.jpg'],
    ['/c.jpg 2560w, /b.jpg 1500w, /a.jpg 320w', 'b.jpg'],
    // Nothing is made larger than its publisher has it.
    ['/a.jpg 320w, /b.jpg 640w', 'b.jpg'],
    ['/a.jpg, /b.jpg 1.5x, /c.jpg 3x', 'c.jpg'],
    ['/a,b.jpg 320w,/c,d.jpg 1400w', 'c,d.jpg'],
    ['/a.jpg, ,,/b.jpg 2x,', 'b.jpg'],
    ['/a.jpg 10w 20h, /b.jpg nonsense', 'a.jpg'],
  ])('come in the size that suits the page: %s', (srcset, name) => {
    expect(clean(`<img srcset="${srcset}" src="/src.jpg">`)).toBe(picture(name));
  });

  it('are the ones of src where a srcset offers nothing over the web', () => {
    expect(clean('<img srcset="data:image/png;base64,AAAA 2x, ,," src="/src.jpg">')).toBe(picture('src.jpg'));
  });

  it.each([
    '<img>',
    '<img src="">',
    '<img src="https://pixel.wp.com/g.gif?blog=1">',
    '<img src="https://ad.doubleclick.net/ddm/x.jpg" width="300">',
    '<img src="/images/tracking-pixel.gif">',
    '<img src="/1x1.png">',
    '<img src="data:image/png;base64,AAAA" alt=x>',
    '<img src="/p.gif" width=1 height=1>',
    '<img src="/p.gif" width="1px">',
    '<img src="/p.gif" height=0>',
    '<img src="/p.gif" style="border:0; width: 1px; height: 1px">',
    '<img src="/p.gif" style="display : none">',
    '<iframe src="https://count.example/" width=0 height=0></iframe>',
  ])('that nobody is to see are gone: %s', (html) => {
    expect(clean(`a${html}b`)).toBe('ab');
  });

  it('repeat as often as the writer wants them', () => {
    expect(clean('<img src="/star.png"><img src="/star.png">')).toBe(picture('star.png').repeat(2));
  });
});

describe('links within the article', () => {
  it('keep leading to their footnotes and back', () => {
    const html = '<p id=top>x<a id="r:1" href="#n:1">1</a></p><p id="n:1" class=note>note <a href="#r:1">back</a></p>';
    expect(clean(html)).toBe(
      '<p>x<a href="#note-n%3A1" id="note-r:1">1</a></p><p id="note-n:1">note <a href="#note-r%3A1">back</a></p>',
    );
  });

  it('are known by the page’s own address too, and by old anchors', () => {
    expect(clean(`<a href="${BASE}#n1">1</a><a name="n1"></a>`)).toBe('<a href="#note-n1">1</a><a id="note-n1"></a>');
  });

  it('that lead to nothing here lead to the page', () => {
    expect(clean('<a href="#comments">Comments</a>')).toBe(out(`${BASE}#comments`, 'Comments'));
    expect(clean('<a href="#comments">Comments</a>', null)).toBe('Comments');
  });
});

describe('without a base', () => {
  it('what is relative falls away, what is absolute stays', () => {
    expect(clean('<a href="/x">a</a><img src="y.jpg">', null)).toBe('a');
    expect(clean('<a href="//other.example/x">a</a>', null)).toBe(out('https://other.example/x', 'a'));
  });

  it.each(['not a url', 'about:blank', 'file:///home/'])('or with one that is none: %s', (base) => {
    expect(clean('<a href="x">a</a>', base)).toBe('a');
  });
});

describe('what is huge', () => {
  const repeated = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));

  it.each(['<b>', '<div><i>', '<ul><li>', '<table><tr><td>', '<b></p>', '<blockquote>', '<svg>', '<a href=/x>'])(
    'in depth is flat: twenty thousand %s',
    (piece) => {
      const cleaned = clean(`${piece.repeat(20_000)}end`);
      expect(dangersIn(cleaned)).toEqual([]);
      expect(deepest(cleaned)).toBeLessThanOrEqual(100);
      expect(clean(cleaned)).toBe(cleaned);
    },
  );

  it('keeps its text however deep', () => {
    expect(clean(`${'<div>'.repeat(5_000)}deep${'</div>'.repeat(5_000)}after`)).toMatch(/deep.*after$/);
  });

  it('is cut after two million characters, never within a tag', () => {
    const cleaned = clean(`${repeated('word ', 1_999_990)}<p title="${'x'.repeat(100)}">never seen</p>`);
    expect(cleaned).toMatch(/word $/);
    expect(cleaned.length).toBeGreaterThan(1_999_000);
  });

  it.each(['<img src="/a.jpg">', '<img width=1 src="/a.jpg">', '&', '<', '<!--', '<![CDATA[', '<p><span>', '<a b=c '])(
    'takes time by its length only: %s',
    (piece) => {
      const time = (length: number): number => {
        const html = repeated(piece, length);
        const started = performance.now();
        clean(html);
        return performance.now() - started;
      };
      time(50_000);
      // Sixteen times the length is sixteen times the time; were it quadratic it would be 256 times.
      expect(time(800_000)).toBeLessThan(60 * (time(50_000) + 20));
    },
  );
});

describe('anything at all', () => {
  const piece = fc.oneof(
    fc.constantFrom(...ATTACKS),
    fc.constantFrom(
      ...'<p> </p> <a href=#x> <a href="javascript:x"> </a> <li> <ul> </ul> <table> <tr> <td> </table> <b> </b> <h2>'.split(
        ' ',
      ),
      ...'<img src=x> <svg> </svg> <video> <source src=/x> </video> <div id=x> </div> <dt> <ruby> <rt> <noscript>'.split(
        ' ',
      ),
      ...'<script> </script> <style> </style> <iframe src=//x> </iframe> <!-- --> <![CDATA[ ]]> " \' = > < & &#'.split(
        ' ',
      ),
    ),
    fc.string({ unit: 'binary' }),
    // Half of a character, as a cut may leave it.
    fc.constantFrom('\ud800', '<a href="#\udc00" id="\udc00">', '<a href="https://x.example/\ud800">'),
  );
  const html = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('never throws, never does harm, and is settled after once', () => {
    fc.assert(
      fc.property(html, fc.constantFrom(BASE, null), (text, base) => {
        const cleaned = clean(text, base);
        expect(dangersIn(cleaned)).toEqual([]);
        expect(cleaned).not.toMatch(/<script/i);
        expect(clean(cleaned, base)).toBe(cleaned);
      }),
      { numRuns: 1_000 },
    );
  });
});

function deepest(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag] of html.matchAll(/<\/?[a-z][^>]*>/g)) {
    if (/^<\//.test(tag)) depth--;
    else if (!tag.endsWith('/>')) depth++;
    most = Math.max(most, depth);
  }
  return most;
}
