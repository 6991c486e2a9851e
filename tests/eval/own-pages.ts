import { buildPages } from '../pages/build-pages';
import type { CorpusPage } from './corpus';

/** The project's own pages (tests/pages) in the shape of recorded ones; their scripts act by themselves. */
export function ownPages(): CorpusPage[] {
  return buildPages().map(({ id, class: group, language, kind, path, html, clicks }) => {
    const click = clicks ? {} : null; // watched as long as a recorded page with a click, its document left alone
    return { id, class: group, language, kind, kit: '', path, trace: [], load: { html }, click };
  });
}
