import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus, type CorpusPage } from '../../eval/corpus';
import { ownPages } from '../../eval/own-pages';
import { pageAnswer, siteOf } from '../../eval/replay';
import { isScam } from '../../eval/row';
import { watchTimes } from '../../eval/slot';
import { ROOT } from '../../rig/dist';
import { withParts, type Answer, type PageServer, type PageSource } from '../../rig/page-server';

/** A page the person comes by. */
export interface SoakPage {
  name: string;
  scam: boolean;
  /** One of the recorded pages, not of the project's own. */
  fromCorpus: boolean;
  /** ms after which the person clicks once if nothing was noticed; null where nobody clicks. */
  clickAfter: number | null;
  /** Path and query it is opened with. */
  path: string;
  /** What its host answers for a path without query; undefined where there is nothing. */
  answer: (path: string) => Answer | string | undefined;
}

/** All pages of a run. */
export interface SoakPages {
  scams: SoakPage[];
  honest: SoakPage[];
}

/** Recorded pages, where there are any: they are not part of the project. */
const CORPUS = join(ROOT, '../shared/corpus');
/** A lure of one line whose locker is not in the recording: nothing in it can be judged (docs/accuracy.md). */
const WITHOUT_ITS_LOCKER = 'pos-msfthelp-fr01';

const FOLDER = join(ROOT, 'tests/pages/e2e');
const HONEST = ['game', 'video', 'form-beforeunload', 'alert-demo'];
const LOCKERS = ['words-only-locker', 'alert-loop', 'confirm-loop', 'sound-loop', 'beforeunload'];
const CLICKED = ['sound-loop', 'beforeunload'];
/** ms until the person clicks on a page of the project's own, whose scripts act by themselves. */
const CLICK_SOON = 700;

function smallPage(name: string): SoakPage {
  const html = withParts(FOLDER, readFileSync(join(FOLDER, `${name}.html`), 'utf8'));
  return {
    name,
    scam: LOCKERS.includes(name),
    fromCorpus: false,
    clickAfter: CLICKED.includes(name) ? CLICK_SOON : null,
    path: '/',
    answer: (path) => (path === '/' ? html : undefined),
  };
}

/** A page as the evaluation replays it; a recorded scam is clicked when the evaluation would. */
function replayed(page: CorpusPage, fromCorpus: boolean): SoakPage {
  const scam = isScam(page);
  const clickAfter = fromCorpus ? watchTimes(page).load : page.click && CLICK_SOON;
  return {
    name: page.id,
    scam,
    fromCorpus,
    clickAfter: scam ? clickAfter : null,
    path: page.path,
    answer: (path) => pageAnswer(page, path),
  };
}

/**
 * The small pages of the end-to-end tests, all pages of tests/pages in every language, and the recorded ones.
 * @param corpus their folder; none are taken where there is no such folder
 * @param only part of the names of the scams that are taken
 * @throws Error when there is no such scam
 */
export function soakPages(corpus = CORPUS, only = ''): SoakPages {
  const recorded = existsSync(corpus) ? readCorpus(corpus) : [];
  const all = [
    ...ownPages().map((page) => replayed(page, false)),
    ...recorded.filter(({ id }) => id !== WITHOUT_ITS_LOCKER).map((page) => replayed(page, true)),
  ];
  // Every second visit to a scam is to one of the lockers: they are what a stopped worker has to hold out against.
  const scams = [...LOCKERS.map(smallPage), ...all.filter(({ scam }) => scam)];
  const chosen = scams.filter(({ name }) => name.includes(only));
  if (chosen.length === 0) throw new Error(`There is no scam ${only}.`);
  return {
    scams: chosen,
    honest: [...HONEST.map(smallPage), ...all.filter(({ scam }) => !scam)],
  };
}

/** Address of a page on a host that no other visit has: a site that was closed once is held back. */
export function addressOf(server: PageServer, { name, path }: SoakPage, visit: number): string {
  return server.address(`${siteOf(name)}-${visit}`, path);
}

/** Serves the pages at the addresses of `addressOf`. */
export function soakSource({ scams, honest }: SoakPages): PageSource {
  const bySite = new Map([...scams, ...honest].map((page) => [siteOf(page.name), page]));
  return ({ site, path }) => bySite.get(site.replace(/-\d+$/, ''))?.answer(path);
}
