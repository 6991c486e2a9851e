// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../src/messages/ui-messages';
import type { Page } from '../../../src/ui/shared/page';

vi.mock('../../../src/browser/api', () => ({ browser: { runtime: { getURL: (path: string) => path } } }));

const CASE = { id: 'c1', host: 'bakery.example', reasons: [], level: 'warn' } as unknown as Case; // what the screen reads
const PAGE = {
  settings: { trustedPerson: { name: '', phone: '' } },
  policy: { helpdesk: { name: '', phone: '', address: '' }, locked: [] },
} as unknown as Page; // what the screen reads

const { loadTexts } = await import('../../../src/ui/shared/i18n');
const { stuckScreen } = await import('../../../src/ui/warning/stuck-screen');

afterEach(() => vi.unstubAllGlobals());

describe('a page that does not close', () => {
  it.each([
    ['Windows', 'Windows NT 10.0', 'choose your browser, then end it'],
    ['macOS', 'Macintosh', 'choose your browser, then end it'],
    ['ChromeOS, which does not end its browser', 'X11; CrOS', 'choose the tab of that page, then end it'],
  ])('is ended with what the list of %s can end', async (_system, userAgent, sentence) => {
    await loadTexts('en', ['common', 'errors', 'warning']);
    vi.stubGlobal('navigator', { userAgent });
    const main = document.createElement('main');
    main.append(...(stuckScreen(CASE, PAGE, vi.fn()) as Node[]).flat().filter(Boolean));
    expect(main.textContent).toContain(sentence);
  });
});
