import { dir, iso, type Layout, links, list, para, paras } from './parts';

/** Usual pages: themes of blogs and papers as they are found everywhere. */

/** The shape of the page that Caravan began with: everything in paragraphs, one after the other. */
export const flat: Layout = (t) => ({
  html: `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${t.title}</title></head><body>
<p>${t.date.toUpperCase()}</p><p>${links(t.tags, '/tag/').join(' ')}</p><p>${t.title}</p><p>${t.title}</p>
${paras(t)}
<p>${t.words.related}</p>${t.words.others.map((o, n) => `<p><a href="/n/${n}">${o}</a></p>`).join('')}
<p>${t.words.about}</p><p>${t.words.filler}</p><p>Instagram</p></body></html>`,
});

/** The same, in nested divisions. */
export const flatDivs: Layout = (t) => ({
  html: `<!DOCTYPE html><html${dir(t)}><head><meta charset="utf-8"><title>${t.title} – Region Daily</title></head><body>
<div class="wrap"><div><div>${t.date}</div><div>${links(t.tags, '/topics/').join(' ')}</div><h1>${t.title}</h1></div>
<div><p>${t.title}</p>${paras(t)}</div><div><h4>${t.words.related}</h4><div>${links(t.words.others).join('<br>')}</div></div>
<div><h4>${t.words.about}</h4><p>${t.words.filler}</p><p>Instagram</p></div></div></body></html>`,
});

/** The theme that a third of the web has. */
export const wordpress: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="UTF-8"><title>${t.title} | Coast Post</title>
<meta property="og:title" content="${t.title}"><meta property="og:type" content="article"><meta property="og:image" content="https://img.example.org/lead-1200x800.jpg">
<meta property="article:published_time" content="${iso(t)}"><meta property="article:modified_time" content="${t.day}T12:00:00+00:00">
<script type="application/ld+json" class="yoast">{"@context":"https://schema.org","@graph":[{"@type":"Article","headline":${JSON.stringify(t.title)},"datePublished":"${iso(t)}","author":{"name":${JSON.stringify(t.by)}}},{"@type":"WebSite","name":"Coast Post"}]}</script>
<link rel="stylesheet" href="/style.css"><style>.a{color:red}</style></head><body class="single single-post">
<header id="masthead" class="site-header"><a href="/">Coast Post</a><nav class="main-navigation"><ul>${list(links(['A', 'B', 'C']))}</ul></nav></header>
<div id="content" class="site-content"><main><article id="post-12" class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">${t.title}</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="${iso(t)}">${t.date}</time></span> <span class="byline"><a class="url fn" href="/author/x">${t.by}</a></span></div></header>
<div class="entry-content"><figure class="wp-block-image"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="https://img.example.org/lead-1024x683.jpg" data-srcset="https://img.example.org/lead-1024x683.jpg 1024w, https://img.example.org/lead-300x200.jpg 300w" alt="Pier" width="1024" height="683"><noscript><img src="https://img.example.org/lead-1024x683.jpg" alt="Pier"></noscript><figcaption>Caption of the lead.</figcaption></figure>
${paras(t)}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">${t.words.share}:</h3><ul><li><a href="https://facebook.com/sharer">Facebook</a></li><li><a href="#">Twitter</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>${t.words.related}</h3>${links(t.words.others)
    .map((l) => `<p>${l}</p>`)
    .join('')}</div></div>
<footer class="entry-footer"><span class="tags-links">${t.tags.map((tag) => `<a href="/tag/x" rel="tag">${tag}</a>`).join(', ')}</span></footer></article>
<div id="comments" class="comments-area"><h2>2 ${t.words.comments}</h2><ol class="comment-list"><li><p>${t.words.comment}</p></li></ol></div></main>
<aside id="secondary" class="widget-area"><section class="widget"><h2>${t.words.newsletter}</h2><form><input type="email"><button>OK</button></form></section></aside></div>
<footer class="site-footer"><p>${t.words.filler}</p><p>${t.words.follow}</p></footer>
<div id="cookie-notice" role="dialog"><p>${t.words.cookie}</p><button>OK</button></div></body></html>`,
  expected: { present: ['Caption of the lead.'], byline: t.by, images: ['https://img.example.org/lead-1024x683.jpg'] },
});

/** Microdata, and everything in one `main`. */
export const microdata: Layout = (t) => ({
  html: `<!doctype html><html lang="${t.lang}"${dir(t)}><head><meta charset=utf-8><title>${t.title}</title></head><body>
<ul class="menu">${list(links([t.words.home, 'Politics', 'Sport', 'Culture']))}</ul>
<main itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${t.title}</h1>
<p class="meta">${t.words.published}: <time itemprop="datePublished" datetime="${iso(t)}">${t.date}</time> · <span itemprop="author">${t.by}</span></p>
<div itemprop="articleBody">${paras(t)}<p><strong>${t.words.also}</strong></p></div>
<p class="keywords">${t.tags.map((tag) => `<a rel="tag" href="/t">${tag}</a>`).join(' ')}</p></main>
<section class="newsletter-box"><h3>${t.words.newsletter}</h3></section><footer>${t.words.filler} <a href="/about">${t.words.about}</a></footer></body></html>`,
  expected: { byline: t.by, absent: [t.words.also] },
});

/** Lines parted by `<br>` in one cell of a table for layout. */
export const tableBr: Layout = (t) => ({
  html: `<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=utf-8"><TITLE>${t.title}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF">
<TABLE WIDTH="100%"><TR><TD COLSPAN=2><A HREF="/"><IMG SRC="/logo.gif" WIDTH=200 HEIGHT=60></A></TD></TR><TR><TD WIDTH=150 VALIGN=top>${links(t.words.others).join('<BR>')}</TD>
<TD VALIGN=top><FONT SIZE=5><B>${t.title}</B></FONT><BR><FONT SIZE=1>${t.date}</FONT><BR><BR>${t.text.map(para).join('<BR><BR>\n')}<BR><BR><A HREF="/print?id=5">Print</A></TD></TR>
<TR><TD COLSPAN=2 ALIGN=center><FONT SIZE=1>${t.words.filler}</FONT></TD></TR></TABLE></BODY></HTML>`,
  expected: { tags: [] },
});

/** Divisions in divisions, classes that say nothing, the aside in the middle. */
export const divSoup: Layout = (t) => {
  const [one, two, three, ...rest] = t.text.map((text) => `<div class="c7"><div class="c8">${para(text)}</div></div>`);
  return {
    html: `<!DOCTYPE html><html lang="${t.lang}"><head><meta charset="utf-8"><title>${t.title} :: Wire</title><meta name="date" content="${t.day}"></head><body><div class="a1"><div class="a2">
<div class="b1">${links(['World', 'Region', 'Money', 'Sport']).join('')}</div><div class="b2"><div class="c1"><h2>${t.title}</h2></div><div class="c2"><div class="c3"><div class="c4">${one}${two}
<div class="x2"><div>${t.words.related}</div><ul>${list(links(t.words.others))}</ul></div>${three}${rest.join('')}</div></div></div>
<div class="d1"><div>${t.words.follow}</div></div></div></div><div class="z"><div>${t.words.cookie}</div><div>${t.words.filler}</div></div></div></body></html>`,
    expected: { tags: [], notTags: ['World', 'Money'] },
  };
};

/** Comments that are longer than the article. */
export const longComments: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title}</title><meta property="article:published_time" content="${iso(t)}"></head><body>
<div class="page"><div class="story"><h1>${t.title}</h1>${paras(t)}</div><div class="discussion" id="disqus_thread"><h3>${t.words.comments} (40)</h3>
${Array.from({ length: 40 }, (_, n) => `<div class="comment"><b>user${n}</b><p>${t.words.comment} ${n}. ${t.words.comment}</p></div>`).join('\n')}</div></div></body></html>`,
  expected: { tags: [] },
});

/** Lists of links before the text, and after it. */
export const linksFirst: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title} - Gazette</title></head><body>
<div id="top"><h3>${t.words.more}</h3><ul>${list(links([...t.words.others, ...t.words.others]))}</ul></div>
<div id="crumbs">${links([t.words.home, t.tags[0] ?? ''], '/section/').join(' › ')}</div>
<h1>${t.title}</h1><p>${t.by} | ${t.date}</p>${paras(t)}<hr><h3>${t.words.related}</h3><ul>${list(links(t.words.others))}</ul><p>${t.words.filler}</p></body></html>`,
  expected: { tags: [t.tags[0] ?? ''], notTags: [t.words.home] },
});

/** Nothing closed as it should be. */
export const broken: Layout = (t) => ({
  html: `<html><head><title>${t.title}</title><meta charset=utf-8><meta name=pubdate content="${t.day}"><body><div id=main><h1>${t.title}<p><b>${para(t.text[0] ?? '')}</p><p>${t.text.slice(1).map(para).join('\n<p>')}
<div class=share><b><i>${t.words.share}</b></i><a href=x>Facebook<a href=y>Twitter</div><div class=related><h4>${t.words.related}<ul><li><a href=1>${t.words.others.join('<li><a href=2>')}</ul></span></em></div></font></table></div><p class=copyright>${t.words.filler}`,
  expected: { tags: [] },
});

/** A few lines only. */
export const short: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title} | Notices</title><meta property="og:title" content="${t.title}"></head><body><header><nav>${links(['A', 'B']).join('')}</nav></header>
<article><h1>${t.title}</h1><time datetime="${iso(t)}">${t.date}</time><p>${para(t.text[0] ?? '')}</p></article><footer>${t.words.filler}</footer></body></html>`,
  expected: { tags: [], last: (t.text[0] ?? '').split('|').at(-1) ?? '' },
});
