import { rfc3339 } from '../dates';
import { bodyOf, type Edition, linkOf, pictureOf } from '../edition';
import type { Item } from '../press';

/** JSON Feed 1.1. */
export function jsonFeed(edition: Edition): string {
  const { paper, items, home, feed, origin } = edition;
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: paper.title,
    home_page_url: home,
    feed_url: feed,
    description: paper.description,
    language: paper.language,
    icon: `${origin}/${paper.id}/icon.png`,
    items: items.map((item) => entry(edition, item)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function entry(edition: Edition, item: Item): object {
  const { zone } = edition.paper;
  const time = (value: number | null) => (value === null ? undefined : rfc3339(value, zone));
  return {
    id: item.guid ?? undefined,
    url: linkOf(edition, item),
    title: item.title ?? undefined,
    summary: item.summary,
    content_html: bodyOf(edition, item),
    date_published: time(item.published),
    date_modified: time(item.updated),
    authors: item.author === null ? undefined : [{ name: item.author }],
    tags: item.categories,
    image: pictureOf(edition, item) ?? undefined,
  };
}
