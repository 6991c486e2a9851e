import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPages } from '../../pages/build-pages';
import { ROOT } from '../../rig/dist';
import { withParts, type PageSource } from '../../rig/page-server';

/** A page the person comes by. */
export interface SoakPage {
  name: string;
  scam: boolean;
  /** Shows what it is only after a click. */
  clicks: boolean;
  html: string;
}

const FOLDER = join(ROOT, 'tests/pages/e2e');
const HONEST = ['game', 'video', 'form-beforeunload', 'alert-demo'];
const LOCKERS = ['words-only-locker', 'alert-loop', 'confirm-loop', 'sound-loop', 'beforeunload'];
const CLICKED = ['sound-loop', 'beforeunload'];

function smallPage(name: string): SoakPage {
  const html = withParts(FOLDER, readFileSync(join(FOLDER, `${name}.html`), 'utf8'));
  return { name, scam: LOCKERS.includes(name), clicks: CLICKED.includes(name), html };
}

/** The small pages of the end-to-end tests and all pages of tests/pages, in every language. */
export function soakPages(): { scams: SoakPage[]; honest: SoakPage[] } {
  const own = buildPages().map(({ id, class: group, clicks, html }) => {
    const scam = group === 'positive';
    return { name: id, scam, clicks: scam && clicks, html };
  });
  // Every second visit to a scam is to one of the lockers: they are what a stopped worker has to hold out against.
  return {
    scams: [...LOCKERS.map(smallPage), ...own.filter(({ scam }) => scam)],
    honest: [...HONEST.map(smallPage), ...own.filter(({ scam }) => !scam)],
  };
}

/** Serves a page under its name: `/alert-loop`. */
export function soakSource(pages: readonly SoakPage[]): PageSource {
  const byName = new Map(pages.map((page) => [`/${page.name}`, page.html]));
  return ({ path }) => byName.get(path);
}
