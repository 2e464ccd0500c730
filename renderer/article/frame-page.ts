import { type RefObject, useEffect, useState } from 'react';
import { emptyPage } from './article-page';

/** A frame's page once it is loaded: one for all articles, so that nothing flickers between them. */
export function useFramePage(frame: RefObject<HTMLIFrameElement | null>): Document | null {
  const [page, setPage] = useState<Document | null>(null);
  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    const loaded = (): void => {
      const { contentDocument } = current;
      if (contentDocument?.URL !== 'about:srcdoc') return;
      setPage(contentDocument);
    };
    current.addEventListener('load', loaded);
    current.srcdoc = emptyPage();
    return () => current.removeEventListener('load', loaded);
  }, [frame]);
  return page;
}
