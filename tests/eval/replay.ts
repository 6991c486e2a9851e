import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Answer, PageSource } from '../rig/page-server';
import type { CorpusPage } from './corpus';
import { restoreMarkup } from './restore-markup';

const SCRIPT = readFileSync(new URL('./replay.page.js', import.meta.url), 'utf8');
const FUNCTION = SCRIPT.slice(SCRIPT.indexOf('(plan)')).trimEnd().replace(/;$/, '');
const REPLAY_TAG = '<script src="/-/replay.js"></script>';

const ACTS = /const acts = \{([\s\S]*?)\n {2}\};/.exec(SCRIPT)?.[1] ?? '';
/** What the page script can do again; anything else in a trace is left out and named in the report. */
export const REPLAYED = new Set([...ACTS.matchAll(/^ {4}'?([a-z.]+)'?(?::|,$)/gim)].map((match) => match[1]));

/** A host label that says nothing about the page and is always the same for the same id. */
export function siteOf(id: string): string {
  return `site-${Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 9), 16)}`;
}

function withFirstScript(page: CorpusPage, tag: string): string {
  const html = restoreMarkup(page.load.html);
  const head = /<head[^>]*>/i.exec(html) ?? /<html[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = head ? head.index + head[0].length : 0;
  return html.slice(0, at) + tag + html.slice(at);
}

/** The recorded page with the script that acts it out as the first thing it runs. */
export function servedHtml(page: CorpusPage): string {
  return withFirstScript(page, REPLAY_TAG);
}

/** The same in one file, for a server that has nothing but the page (and `/-/tone.wav`). */
export function wholeHtml(page: CorpusPage): string {
  return withFirstScript(page, `<script>${replayScript(page)}</script>`);
}

/** The page script with what this page did. */
export function replayScript(page: CorpusPage): string {
  const times = page.trace.filter(({ stage }) => stage === 'click').map(({ t }) => t);
  const clickHtml = page.click?.html === undefined ? null : restoreMarkup(page.click.html);
  const plan = { entries: page.trace, clickHtml, clickAt: times.length > 0 ? Math.min(...times) : 0 };
  // No `<` in the plan: it may stand in a script element of the page.
  return `(${FUNCTION})(${JSON.stringify(plan).replaceAll('<', '\\u003c')});`;
}

/**
 * What the host of a page answers: the page at its own path, its script at `/-/replay.js`, an empty page elsewhere.
 * @param path without query, as asked for
 */
export function pageAnswer(page: CorpusPage, path: string): Answer | string {
  if (path === '/-/replay.js') return { body: replayScript(page), type: 'text/javascript; charset=utf-8' };
  if (path === page.path.split(/[?#]/)[0]) return servedHtml(page);
  return '<!doctype html><title></title>';
}

/** Serves every page under its own host name; any other path on that host is an empty page. */
export function corpusSource(pages: readonly CorpusPage[]): PageSource {
  const bySite = new Map(pages.map((page) => [siteOf(page.id), page]));
  return ({ site, path }): Answer | string | undefined => {
    const page = bySite.get(site);
    return page && pageAnswer(page, path);
  };
}
