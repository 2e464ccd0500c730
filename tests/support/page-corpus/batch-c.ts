import { dir, iso, type Layout, links, list, para, paras } from './parts';

/** Held back: written with the others, not looked at while the extraction was made to fit. */

/** Web components and utility classes. */
export const modern: Layout = (t) => ({
  html: `<!doctype html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title} • Meridian</title><meta property="og:site_name" content="Meridian"><meta property="og:title" content="${t.title}"><meta name="parsely-pub-date" content="${iso(t)}"><meta name="parsely-tags" content="${t.tags.join(',')}">
<meta property="article:tag" content="${t.tags[0]}"><meta property="article:tag" content="${t.tags[1] ?? t.tags[0]}"></head><body><div id="__next"><site-header><a class="px-4" href="/">Meridian</a></site-header><div class="grid max-w-3xl"><div class="prose lg:prose-xl"><h1 class="text-4xl font-bold">${t.title}</h1>
<div class="flex items-center gap-2"><img src="/avatars/9.png" width="40" height="40" alt=""><div><div>${t.by}</div><div>${t.date}</div></div></div>${paras(t)}<div class="my-8 border p-4"><p>${t.words.newsletter}</p><input placeholder="you@example.org"><button>OK</button></div></div>
<div class="hidden lg:block"><p>${t.words.related}</p>${links(t.words.others)
    .map((l) => `<div class="py-2">${l}</div>`)
    .join('')}</div></div><footer class="mt-20"><p>${t.words.filler}</p></footer></div></body></html>`,
});

/** A portal of the region: the date above, buttons for the size of letters, a box between the paragraphs. */
export const portal: Layout = (t) => {
  const [one, two, ...rest] = t.text.map((text) => `<p style="text-align:justify">${para(text)}</p>`);
  return {
    html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta http-equiv="content-type" content="text/html; charset=utf-8"><title>${t.title}</title><meta name="description" content="${t.title}"></head><body><form id="form1"><div class="header"><img src="/images/logo.png"></div><div class="newsbody">
<div class="news_toolbar"><a href="?print=1">Print</a><a href="#">A+</a><a href="#">A-</a></div><div class="news_path">${links([t.words.home, 'News'], '/fa/').join(' » ')}</div><div class="news_pdate_c"><span>${t.words.published}: </span>${t.date} - 10:42</div><h1 class="title">${t.title}</h1><div class="body">${one}${two}
<div class="inline-box"><b>${t.words.also}</b></div>${rest.join('')}</div><div class="tags_title">Tags: ${links(t.tags, '/tags/').join(' , ')}</div><div class="comments_container"><h3>${t.words.comments}</h3><div class="c1">${t.words.comment}</div></div><div class="most_viewed"><h3>${t.words.related}</h3><ul>${list(links(t.words.others))}</ul></div></div></form><div class="footer">${t.words.filler}</div></body></html>`,
    expected: { absent: [t.words.also, 'A+'] },
  };
};

/** No words in classes, no elements with a meaning, the tail in the same division as the text. */
export const sameContainer: Layout = (t) => ({
  html: `<!DOCTYPE html><html${dir(t)}><head><meta charset="utf-8"><title>${t.title}</title></head><body><div><div><p><small>${t.date}</small></p><h3>${t.title}</h3>${paras(t)}<p>${t.words.share}: <a href="https://t.me/x">Telegram</a> <a href="https://wa.me/x">WhatsApp</a></p><p><b>${t.words.related}</b></p><p>${links(t.words.others).join('<br>')}</p>
<p><b>${t.words.about}</b></p><p>${t.words.filler}</p><p>${t.words.follow}</p></div></div></body></html>`,
  expected: { tags: [] },
});

/** A weblog of ten years ago. */
export const blogger: Layout = (t) => ({
  html: `<html xmlns="http://www.w3.org/1999/xhtml" lang="${t.lang}"${dir(t)}><head><meta content="text/html; charset=UTF-8" http-equiv="Content-Type"/><title>My valley: ${t.title}</title></head><body><div class="header-outer"><h1 class="title">My valley</h1></div><div class="main-outer"><div class="date-outer"><h2 class="date-header"><span>${t.date}</span></h2><div class="post hentry"><h3 class="post-title entry-title">${t.title}</h3><div class="post-body entry-content" id="post-body-1">
<div class="separator" style="clear: both; text-align: center;"><a href="https://pics.example.org/s1600/v.jpg"><img border="0" src="https://pics.example.org/s320/v.jpg" /></a></div>${t.text.map(para).join('<br />\n<br />\n')}<div style="clear: both;"></div></div><div class="post-footer"><span class="post-author">${t.by}</span><span class="post-labels">Labels: ${t.tags.map((tag) => `<a href="/search/label/x" rel="tag">${tag}</a>`).join(',\n')}</span></div></div></div>
<div class="comments" id="comments"><h4>1 ${t.words.comments}</h4><div class="comment-block"><p class="comment-content">${t.words.comment}</p></div></div><div class="blog-pager"><a href="/older">Older Post</a></div></div><div class="sidebar"><h2>Blog Archive</h2><ul>${list(links(t.words.others))}</ul></div></body></html>`,
  expected: { absent: ['Older Post', 'Blog Archive'], images: ['https://pics.example.org/s320/v.jpg'] },
});

/** Sections within sections, subheads and a pull quote, the author's box and a form in between. */
export const longRead: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title} | Long</title><meta property="og:title" content="${t.title} | Long"><meta property="og:site_name" content="Long"><script type="application/ld+json">[{"@type":"BreadcrumbList","itemListElement":[]},{"@type":"ReportageNewsArticle","headline":${JSON.stringify(t.title)},"dateCreated":"${iso(t)}","datePublished":"${iso(t)}","keywords":${JSON.stringify(t.tags)},"author":${JSON.stringify(t.by)}}]</script></head>
<body><a class="skip-link" href="#c">Skip to content</a><article id="c"><header><h1>${t.title}</h1><p class="standfirst">A report from where it happened.</p><address>${t.by}</address></header>${t.text.map((text, n) => `<section><h2>Part ${n + 1}</h2><p>${para(text)}</p></section>${n === 1 ? `<aside class="promo"><p>${t.words.newsletter}</p><form><input></form></aside>` : ''}`).join('')}
<section class="bio"><h3>${t.by}</h3><p>${t.words.follow}</p></section></article><section class="read-next"><h2>${t.words.related}</h2>${links(t.words.others).join('')}</section><footer><small>${t.words.filler}</small></footer></body></html>`,
  expected: { present: ['Part 3'], byline: t.by, absent: ['Skip to content'] },
});

/** Cut in the middle, with a link to the rest. */
export const teaser: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title}</title><meta property="article:published_time" content="${iso(t)}"></head><body><div class="post"><h2 class="post-title">${t.title}</h2><p>${para(t.text[0] ?? '')}</p><p>${para(t.text[1] ?? '')} […]</p><p><a class="more-link" href="/full/9">${t.words.more} →</a></p></div><div class="widget">${links(t.words.others).join('')}</div></body></html>`,
  expected: { tags: [], isCut: true, last: (t.text[1] ?? '').split('|').at(-1) ?? '' },
});

/** The text is smaller than the lists around it, and there is a picture of every reporter. */
export const crowded: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title}</title><meta itemprop="datePublished" content="${iso(t)}"></head><body><div class="topbar">${links(t.words.others).join(' ')}</div><div class="left">${Array.from({ length: 15 }, (_, n) => `<div class="card"><a href="/${n}"><img src="/thumb/${n}.jpg" alt=""><h4>${t.words.others[n % 3]}</h4></a><p>${t.words.others[(n + 1) % 3]} ${n}.</p></div>`).join('')}</div>
<div class="center"><h1>${t.title}</h1><div class="ad-slot">Advertisement</div><div class="story-text">${paras(t)}</div><div class="ad-slot">Advertisement</div></div><div class="right">${Array.from({ length: 15 }, (_, n) => `<div class="card"><h4><a href="/r/${n}">${t.words.others[n % 3]}</a></h4></div>`).join('')}</div><div class="bottom">${t.words.cookie}</div></body></html>`,
  expected: { tags: [], absent: ['Advertisement'] },
});

/** A release: tables for the frame, a contact at the end, nothing in the head. */
export const release: Layout = (t) => ({
  html: `<html${dir(t)}><head><meta charset="utf-8"><title>Press office</title></head><body><table><tr><td><h1>Press office</h1></td></tr><tr><td><table><tr><td class="r"><h2>${t.title}</h2><p><em>${t.date}</em></p>${paras(t)}</td></tr></table></td></tr><tr><td>${t.words.follow} · ${t.words.filler}</td></tr></table></body></html>`,
  expected: { tags: [] },
});

/** Quotes of a network, a film and a map within the text. */
export const embeds: Layout = (t) => ({
  html: `<!DOCTYPE html><html lang="${t.lang}"${dir(t)}><head><meta charset="utf-8"><title>${t.title}</title><meta name="publish-date" content="${t.day}"></head><body><main><h1>${t.title}</h1><div class="article__body"><p>${para(t.text[0] ?? '')}</p><iframe src="https://www.youtube.com/embed/abc" width="560" height="315"></iframe><p>${para(t.text[1] ?? '')}</p>
<blockquote class="twitter-tweet"><p>Somebody said this on a network.</p>— Someone <a href="https://twitter.example/1">June 1</a></blockquote><script async src="https://platform.example/w.js"></script>${t.text
    .slice(2)
    .map((text) => `<p>${para(text)}</p>`)
    .join(
      '',
    )}</div><div class="article__share"><span>${t.words.share}</span></div><div class="article__related"><span>${t.words.related}</span>${links(t.words.others).join('')}</div></main></body></html>`,
  expected: { tags: [], present: ['Somebody said this', 'youtube.com'] },
});
