import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LanguageTexts, PageText } from './page-text';
import { HONEST_TEMPLATES } from './templates/honest';
import { CLICKED, SCAM_TEMPLATES } from './templates/scam';

/** One of the project's own pages, ready to be served (with `/-/tone.wav` beside it, tests/rig/page-server.ts). */
export interface OwnPage {
  id: string;
  class: 'positive' | 'hard-negative';
  language: string;
  /** The generation of scam, or the kind of honest page. */
  kind: string;
  /** Path and query it is to be opened with. */
  path: string;
  html: string;
  /** Shows what it is only after a click, or does something then. */
  clicks: boolean;
}

const TEXTS = join(dirname(fileURLToPath(import.meta.url)), 'texts');

/** The languages there are texts for. */
export function pageLanguages(): string[] {
  return readdirSync(TEXTS)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''))
    .sort();
}

/** The words of all pages of one language. @throws where there is no such file or it is no JSON */
export function languageTexts(language: string): LanguageTexts {
  return JSON.parse(readFileSync(join(TEXTS, `${language}.json`), 'utf8')) as LanguageTexts; // our own data, checked by a test
}

function layOut(text: PageText, texts: LanguageTexts, scam: boolean): string {
  if (scam) {
    const template = SCAM_TEMPLATES[text.kind];
    if (template) return template(text, texts.language);
  } else {
    const template = HONEST_TEMPLATES[text.kind];
    if (template) return template(text, texts);
  }
  throw new Error(`No template for ${texts.language}/${text.kind}.`);
}

/** All own pages, or those of one language, laid out. The id is own-<language>-<scam|honest>-<kind>[-<n>]. */
export function buildPages(language?: string): OwnPage[] {
  const pages: OwnPage[] = [];
  for (const name of language === undefined ? pageLanguages() : [language]) {
    const texts = languageTexts(name);
    const used = new Map<string, number>();
    for (const scam of [true, false])
      for (const text of scam ? texts.scam : texts.honest) {
        const base = `own-${name}-${scam ? 'scam' : 'honest'}-${text.kind}`;
        const nth = (used.get(base) ?? 0) + 1;
        used.set(base, nth);
        pages.push({
          id: nth === 1 ? base : `${base}-${nth}`,
          class: scam ? 'positive' : 'hard-negative',
          language: name,
          kind: text.kind,
          path: text.query === undefined ? '/' : `/search?q=${encodeURIComponent(text.query)}`,
          html: layOut(text, texts, scam),
          clicks: !scam || CLICKED.has(text.kind),
        });
      }
  }
  return pages;
}
