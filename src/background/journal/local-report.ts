import { browser } from '../../browser/api';
import type { TabFacts } from '../../detection/facts';
import type { LocalReport } from '../../messages/ui-messages';
import { maskWords } from './masked-words';

/**
 * A report that the person may look at and copy, never sent: the facts without the page's own text, of numbers and
 * codes the beginning, and addresses without path and query.
 */
export function localReport(kind: LocalReport['kind'], facts: TabFacts): LocalReport {
  const masked = maskWords(facts.frames.map(({ words }) => words));
  const frames = facts.frames.map((frame, index) => ({
    ...frame,
    words: masked[index] ?? frame.words,
    address: originOf(frame.address),
    title: '',
    actTexts: frame.actTexts.map(() => ''),
    excerpt: '',
  }));
  const { version } = browser.runtime.getManifest();
  return { kind, madeAt: new Date().toISOString(), version, facts: { ...facts, frames } };
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : '';
}
