import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusHtml, type CorpusPage } from '../../tests/pages/corpus-page';

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

function isCorpusPage(value: unknown): value is CorpusPage {
  return typeof value === 'object' && value !== null && 'id' in value && 'class' in value && 'load' in value;
}

/** Pages of a corpus folder and its sub-folders; files that are no pages are passed over. */
export function corpusPages(folder: string): GatherPage[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8')))
    .filter(isCorpusPage)
    .map((page) => {
      const acts = (page.trace ?? []).length > 0;
      return {
        ...page,
        path: page.path ?? '/',
        html: () => corpusHtml(page),
        waitMs: page.class === 'positive' ? 3_200 : acts ? 1_500 : 900,
        clicks: page.class === 'positive',
        clickWaitMs: 3_000,
      };
    });
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
