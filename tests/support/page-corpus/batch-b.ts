import { dir, iso, type Layout, links, list, para, paras } from './parts';

/** Pages with something special: phones, machines, pictures, several pages, money. */

/** Accelerated Mobile Pages. */
export const amp: Layout = (t) => ({
  html: `<!doctype html><html ⚡ lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title}</title><link rel="canonical" href="https://amp.example.org/full"><script async src="https://cdn.ampproject.org/v0.js"></script>
<script type="application/ld+json">{"@type":"NewsArticle","headline":${JSON.stringify(t.title)},"datePublished":"${iso(t)}","keywords":${JSON.stringify(t.tags)}}</script></head>
<body><amp-sidebar id="s"><ul>${list(links(['X', 'Y', 'Z']))}</ul></amp-sidebar><header class="bar">Paper</header><article><h1>${t.title}</h1>
<amp-img src="https://img.example.org/amp.jpg" width="800" height="500" layout="responsive" alt="Amp"></amp-img>${paras(t)}
<amp-ad width="300" height="250" type="x"></amp-ad><amp-social-share type="email"></amp-social-share><div class="related-amp"><h2>${t.words.related}</h2>${links(t.words.others).join('')}</div></article>
<amp-user-notification id="c"><p>${t.words.cookie}</p></amp-user-notification><footer>${t.words.filler}</footer></body></html>`,
  expected: { images: ['https://img.example.org/amp.jpg'] },
});

/** The text is only in the data for machines; the page builds itself by script. */
export const jsonLdOnly: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title}</title><script type="application/ld+json">${JSON.stringify(
    {
      '@context': 'https://schema.org',
      '@type': ['NewsArticle'],
      headline: t.title,
      datePublished: iso(t),
      author: [{ '@type': 'Person', name: t.by }],
      keywords: t.tags.join(', '),
      articleBody: t.text.map(para).join('\n\n'),
    },
  )}</script></head><body><div id="root"></div><noscript><p>Please enable JavaScript to view this page.</p></noscript><script>window.__STATE__={a:"<p>no</p>"}</script></body></html>`,
  expected: { byline: t.by, absent: ['enable JavaScript'] },
});

/** No title element, several h1. */
export const manyHeadings: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"></head><body><div class="logo"><h1>The Evening Lantern</h1></div><div class="menu"><a href="/">${t.words.home}</a></div>
<div class="content"><h1 class="headline">${t.title}</h1><p class="date">${t.date}</p>${paras(t)}</div><div class="sidebar"><h1>${t.words.related}</h1><ul>${list(links(t.words.others))}</ul></div><div class="foot">${t.words.filler}</div></body></html>`,
  expected: { tags: [] },
});

/** A live blog: many entries with times. */
export const liveBlog: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title} – live</title><meta property="og:title" content="${t.title}">
<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":${JSON.stringify(t.title)},"datePublished":"${iso(t)}"}</script></head><body><nav>${links(['A', 'B']).join(' ')}</nav><main><h1>${t.title}</h1>
<div class="live-feed">${t.text.map((text, n) => `<div class="live-entry" id="e${n}"><time datetime="${t.day}T1${n}:00:00Z">1${n}:00</time><h3>Entry number ${n + 1}</h3><p>${para(text)}</p><div class="share-buttons"><a href="#">Share</a><a href="#">Tweet</a></div></div>`).join('')}</div></main>
<aside class="most-read"><h2>${t.words.related}</h2><ol>${list(links(t.words.others))}</ol></aside></body></html>`,
  expected: { tags: [], present: ['Entry number 2'], absent: ['Tweet'] },
});

/** A gallery with its buttons, and captions that matter. */
export const gallery: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title}</title><meta property="og:image" content="https://img.example.org/g1.jpg"><meta property="article:published_time" content="${iso(t)}"></head><body><article><h1>${t.title}</h1>
<div class="gallery"><button class="prev">Previous</button>${[1, 2, 3].map((n) => `<figure><picture><source srcset="https://img.example.org/g${n}.webp 1200w, https://img.example.org/g${n}-s.webp 600w" type="image/webp"><img src="https://img.example.org/g${n}.jpg" alt="View ${n}"></picture><figcaption>Picture ${n} of the place</figcaption></figure>`).join('')}<button class="next">Next</button><span class="counter">1 / 3</span></div>
${paras(t)}</article><div class="share-bar">${t.words.share}</div></body></html>`,
  expected: {
    tags: [],
    present: ['Picture 2 of the place'],
    images: [1, 2, 3].map((n) => `https://img.example.org/g${n}.jpg`),
    absent: ['Previous', '1 / 3'],
  },
});

/** In three pages. */
export const paged: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title}</title><link rel="canonical" href="https://paged.example.org/story/7"><link rel="next" href="https://paged.example.org/story/7/2"><meta property="article:published_time" content="${iso(t)}"></head><body><article><h1>${t.title}</h1>${paras(t)}
<div class="page-links">Pages: <span>1</span> <a href="/story/7/2">2</a> <a href="/story/7/3">3</a> <a href="/story/7/2">Next</a></div></article><div class="post-nav"><a rel="next" href="/story/8">${t.words.others[0]}</a></div></body></html>`,
  expected: {
    url: 'https://paged.example.org/story/7',
    tags: [],
    nextPages: ['https://paged.example.org/story/7/2', 'https://paged.example.org/story/7/3'],
    absent: ['Pages:'],
  },
});

/** For subscribers: the beginning only. */
export const paywall: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title}</title><script type="application/ld+json">{"@type":"NewsArticle","headline":${JSON.stringify(t.title)},"datePublished":"${iso(t)}","isAccessibleForFree":"False","hasPart":{"@type":"WebPageElement","cssSelector":".paywall"}}</script></head>
<body><article><h1>${t.title}</h1><p>${para(t.text[0] ?? '')}</p><p>${para(t.text[1] ?? '')}</p><div class="paywall-offer"><h3>Subscribe to keep reading</h3><p>Only 1 € in the first month.</p><a href="/subscribe">Subscribe</a></div></article><footer>${t.words.filler}</footer></body></html>`,
  expected: { tags: [], isCut: true, last: (t.text[1] ?? '').split('|').at(-1) ?? '', absent: ['Only 1 €'] },
});

/** A wall of cookies that is longer than the text. */
export const cookieWall: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title}</title></head><body>
<div id="onetrust-consent-sdk" class="consent"><h2>Privacy</h2>${Array.from({ length: 12 }, () => `<p>${t.words.cookie} ${t.words.cookie} ${t.words.cookie}</p>`).join('')}<button>Accept</button></div>
<div class="wrapper"><h1>${t.title}</h1><div class="info">${t.words.published} <span class="pub">${t.date}</span></div><div class="text">${paras(t)}</div>
<div class="author-box"><h4>${t.by}</h4><p>${t.by} writes about everything that happens here and likes dogs, long walks and maps.</p></div><div class="tags"><span>Tags</span>${links(t.tags, '/tag/').join('')}</div></div></body></html>`,
  expected: { absent: ['likes dogs'] },
});

/** Tables, code, footnotes, quotes and lists belong to the text. */
export const rich: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title}</title><meta name="dc.date" content="${t.day}"></head><body><article><h1>${t.title}</h1><p>${para(t.text[0] ?? '')}</p><h2>Figures</h2>
<table><caption>Cost by year</caption><tr><th>Year</th><th>Cost</th></tr><tr><td>2023</td><td>4.1 million</td></tr><tr><td>2024</td><td>5.7 million</td></tr></table><p>${para(t.text[1] ?? '')}<sup><a href="#fn1" id="r1">1</a></sup></p>
<blockquote><p>Quoted words of a witness.</p></blockquote><pre><code>const pier = 2;</code></pre><ul><li>First point of the plan</li><li>Second point of the plan</li></ul><p>${para(t.text[2] ?? '')}</p><p>${para(t.text[3] ?? '')}</p>
<ol class="footnotes"><li id="fn1">The note at the foot. <a href="#r1">↩</a></li></ol></article><section class="share">${t.words.share}</section></body></html>`,
  expected: {
    tags: [],
    last: 'The note at the foot.',
    present: ['5.7 million', 'Cost by year', 'Quoted words', 'const pier', 'Second point', 'The note at the foot'],
  },
});

/** Upper-case, unquoted, in the manner of 1999; several pictures by table. */
export const oldPage: Layout = (t) => ({
  html: `<HTML><HEAD><TITLE>${t.title}</TITLE></HEAD><BODY><CENTER><IMG SRC="banner.gif"><BR><FONT SIZE="+2">${t.title}</FONT></CENTER><P ALIGN=right><I>${t.date}</I>
${t.text.map((text) => `<P ALIGN=justify>${para(text)}`).join('\n')}<P><CENTER><A HREF="index.html">${t.words.home}</A> | <A HREF="mailto:x@example.org">E-mail</A> | <A HREF="about.html">${t.words.about}</A></CENTER><HR><FONT SIZE=1>${t.words.filler}</FONT></BODY></HTML>`,
  expected: { tags: [] },
});

/** Sentence by sentence in one division, with single breaks. */
export const singleBr: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title}</title></head><body><div class="head"><a href="/">${t.words.home}</a></div><div class="news"><h2>${t.title}</h2><span>${t.words.published}: ${t.date}</span><br>
${t.text.map(para).join('<br>\n')}<br>${t.words.related}:<br>${links(t.words.others).join('<br>')}</div><div>${t.words.follow}</div></body></html>`,
  expected: { tags: [] },
});
