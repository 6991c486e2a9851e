import { readCorpus, type CorpusPage } from '../../tests/eval/corpus';
import { wholeHtml } from '../../tests/eval/replay';
import { isScam } from '../../tests/eval/row';

/** A page to be gathered from. */
export interface GatherPage {
  id: string;
  class: string;
  language: string;
  kind?: string;
  kit?: string;
  path: string;
  html(): string;
  /** ms to wait after the document is there, and after the click. */
  waitMs: number;
  clicks: boolean;
  clickWaitMs: number;
}

/** ms: a scam builds itself over seconds, a page that did something does it again. */
function waitFor(page: CorpusPage): number {
  if (isScam(page)) return 3_200;
  return page.trace.length > 0 ? 1_500 : 900;
}

/** Pages of a corpus folder and its sub-folders; files that are no pages are passed over. */
export function corpusPages(folder: string): GatherPage[] {
  return readCorpus(folder).map((page) => ({
    ...page,
    html: () => wholeHtml(page),
    waitMs: waitFor(page),
    clicks: isScam(page),
    clickWaitMs: 3_000,
  }));
}

/** The project's own pages. */
export async function ownPages(): Promise<GatherPage[]> {
  const { buildPages } = await import('../../tests/pages/build-pages');
  return buildPages().map((page) => ({
    ...page,
    html: () => page.html,
    waitMs: 900,
    clicks: page.clicks,
    clickWaitMs: 1_200,
  }));
}
