/** How a sheet looks where none of our fonts are: in a browser, or in a reader of books. */
export const BOOK_STYLE = `
article { overflow-wrap: anywhere; }
h1 { line-height: 1.25; text-wrap: balance; }
:is(h1, h2, h3, h4, h5, h6) { break-after: avoid; }
.dateline { margin-block: 0 2em; color: #5c574e; font-size: 0.85em; }
.source { font-weight: 600; }
img { max-width: 100%; height: auto; }
figure { margin: 1.5em 0; break-inside: avoid; }
figcaption, .picture, footer { color: #5c574e; font-size: 0.85em; }
blockquote { margin-inline: 1.2em 0; padding-inline-start: 1em; border-inline-start: 3px solid #e3dfd6; }
pre { direction: ltr; text-align: left; white-space: pre-wrap; font-size: 0.85em; }
table { border-collapse: collapse; font-size: 0.9em; }
th, td { padding: 0.3em 0.7em; border-bottom: 1px solid #e3dfd6; text-align: start; vertical-align: top; }
footer { margin-top: 3em; padding-top: 1em; border-top: 1px solid #e3dfd6; }
`;

/** The same for a page by itself, with a measure and the reader's light or dark. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; background: light-dark(#fbfaf7, #16181a); color: light-dark(#1d1b18, #eceae4); }
body { max-width: 38em; margin: 2.5em auto; padding: 0 1.4em; font: 1.1em/1.65 Georgia, "Noto Serif", serif; }
:lang(fa), :lang(ar), :lang(ps) { line-height: 1.9; font-family: Vazirmatn, "Noto Naskh Arabic", serif; }
:lang(ur) { line-height: 2.3; font-family: "Noto Nastaliq Urdu", "Jameel Noori Nastaleeq", serif; }
a { color: light-dark(#0c6e73, #58c4c0); }
${BOOK_STYLE.replaceAll('#5c574e', 'light-dark(#5c574e, #b3aea4)').replaceAll('#e3dfd6', 'light-dark(#e3dfd6, #2e3338)')}`;
