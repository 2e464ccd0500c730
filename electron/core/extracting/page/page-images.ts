import type { PageImage } from '../../../contract/extracted-page';
import { absolute, WEB } from '../absolute';
import type { LinkedData } from './json-ld';
import { metaOf, type PageHead } from './page-head';

const MARKS = /(?:^|[/_-])(?:logo|default|placeholder|blank|spacer|avatar|favicon|sprite|pixel)(?:[._/-]|$)/i;

/** The pictures of an article, the one that the page shows for it first. */
export function imagesOf(body: Element, offers: readonly PageImage[], head: PageHead, data: LinkedData): PageImage[] {
  const shown = new Map<string, PageImage>();
  for (const element of body.querySelectorAll('img[data-picture]')) {
    const offer = offers[Number(element.getAttribute('data-picture'))];
    if (offer && !shown.has(offer.url)) shown.set(offer.url, offer);
  }
  const images = [...shown.values()];
  const url = leadAddress(head, data);
  if (url === null) return images;
  const lead =
    images.find((image) => image.candidates.some((candidate) => candidate.url === url)) ??
    images.find((image) => stemOf(image.url) === stemOf(url));
  if (lead) return [withCandidate(lead, url), ...images.filter((image) => image !== lead)];
  return [
    { url, alt: metaOf(head, 'og:image:alt', 'twitter:image:alt') ?? '', candidates: [{ url }], ...sizeOf(head) },
    ...images,
  ];
}

function leadAddress(head: PageHead, data: LinkedData): string | null {
  const source = head.links.find(({ relations }) => relations.includes('image_src'))?.href;
  const said = [
    metaOf(head, 'og:image:secure_url', 'og:image', 'og:image:url'),
    data.image,
    metaOf(head, 'twitter:image', 'twitter:image:src'),
    source,
  ];
  for (const each of said) {
    const url = absolute(each ?? '', head.base, WEB);
    if (url !== null && !MARKS.test(new URL(url).pathname)) return url;
  }
  return null;
}

const withCandidate = (image: PageImage, url: string): PageImage =>
  image.candidates.some((candidate) => candidate.url === url)
    ? image
    : { ...image, candidates: [...image.candidates, { url }] };

function sizeOf(head: PageHead): { width?: number; height?: number } {
  const [width, height] = ['og:image:width', 'og:image:height'].map((name) => Number(metaOf(head, name)));
  return { ...(width && width > 1 && { width }), ...(height && height > 1 && { height }) };
}

/** One picture in several sizes has names such as `pier-1024x683.jpg`, `pier-scaled.jpg`, `pier.jpg?w=300`. */
const stemOf = (url: string): string => {
  const { host, pathname } = new URL(url);
  return (
    host +
    pathname
      .replace(/(?:[-_](?:\d{2,4}x\d{2,4}|scaled|\d{3,4}w?|large|medium|small|thumb))+(?=\.[a-z]{3,4}$)/i, '')
      .replace(/\.[a-z]{3,4}$/i, '')
  );
};
