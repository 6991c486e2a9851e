import { expect, vi } from 'vitest';
import type { Case, UiAnswers, UiRequest } from '../../../../src/messages/ui-messages';
import { CLOSED_CASE } from '../../closed-case';

const CASE: Case = { ...CLOSED_CASE, closedBy: 'key' };
const CLEANED: UiAnswers['case-clean-up'] = { ok: true, done: [], failed: [], left: [], downloads: [] };

export const request = vi.fn();
export const send = vi.fn();
/** What kinds of careful press the banner's controls ask for. */
export const presses: string[] = [];

/** The banner of the build for one browser, with its English texts. */
export async function banner(target: 'chrome' | 'firefox', change: Partial<Case> = {}): Promise<HTMLElement> {
  vi.resetModules();
  vi.doMock('../../../../src/browser/api', () => ({
    browser: { permissions: { request }, runtime: { sendMessage: send } },
  }));
  presses.length = 0;
  vi.doMock('../../../../src/ui/shared/careful-press', () => ({
    careful: (kind: string, act: () => unknown) => {
      presses.push(kind);
      return act;
    },
    settleAgain: () => void presses.push('settle'),
  }));
  vi.doMock('../../../../src/browser/target', () => ({ TARGET: target, IS_FIREFOX: target === 'firefox' }));
  const { loadTexts } = await import('../../../../src/ui/shared/i18n');
  await loadTexts('en', ['common', 'errors', 'guide', 'guide-steps']);
  const { caseBanner } = await import('../../../../src/ui/guide/screens/case-banner');
  const made = caseBanner({ ...CASE, ...change });
  if (!made) throw new Error('There is no banner.');
  document.body.replaceChildren(made);
  return made;
}

export const labels = (place: HTMLElement): string[] =>
  [...place.querySelectorAll('button')].map(({ textContent }) => textContent);
export async function press(place: HTMLElement, label: string): Promise<void> {
  const found = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  if (!found) throw new Error(`There is no button "${label}" among ${labels(place).join(', ')}.`);
  found.click();
  await vi.waitFor(() => expect(found.getAttribute('aria-busy')).toBeNull());
}
export function answer(
  cleaned: Partial<UiAnswers['case-clean-up']>,
  deleted?: UiAnswers['case-delete-downloads'],
) {
  send.mockImplementation(({ type }: UiRequest) =>
    Promise.resolve(type === 'case-clean-up' ? { ...CLEANED, ...cleaned } : deleted),
  );
}

export const CLEAN = 'Clean up after this site';
export const REOPEN = 'Reopen it, I trust this page';
