// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../src/messages/ui-messages';
import type { Page } from '../../../src/ui/shared/page';
import { CASE } from './example-case';

const { ask } = vi.hoisted(() => ({ ask: vi.fn<(request: object) => Promise<object>>() }));
vi.mock('../../../src/browser/api', () => ({ browser: { runtime: { getURL: (path: string) => path } } }));
vi.mock('../../../src/ui/shared/ask', () => ({ ask }));
vi.mock('../../../src/ui/warning/own-tab', () => ({ toGuide: vi.fn(), closeWarning: vi.fn() }));
vi.mock('../../../src/ui/shared/careful-press', () => ({
  careful: (_kind: string, act: () => unknown) => act,
  settleAgain: () => undefined,
}));

import { loadTexts } from '../../../src/ui/shared/i18n';
import { heldScreen } from '../../../src/ui/warning/held-screen';
import type { HeldBack } from '../../../src/messages/store-keys';

const PAGE = {
  settings: { trustedPerson: { name: '', phone: '' } },
  policy: { helpdesk: { name: '', phone: '', address: '' }, locked: [] },
} as unknown as Page; // what the screens read
const HELD = { address: 'https://mail.example/inbox', at: 1 };
const CLOSED: Case = { ...CASE, state: 'closed', address: HELD.address };
const QUIET: Case = { ...CLOSED, level: 'quiet' };

const location = { assign: vi.fn(), replace: vi.fn() };
beforeAll(() => loadTexts('en', ['common', 'errors', 'warning', 'reasons']));
beforeEach(() => {
  vi.clearAllMocks();
  ask.mockResolvedValue({ ok: true });
  vi.stubGlobal('location', location);
});
afterEach(() => vi.unstubAllGlobals());

const part = (id: string) => document.getElementById(id);
function show(found: Case | null, held: HeldBack | null): string {
  document.body.replaceChildren(...(heldScreen(found, held, PAGE) as Node[]).flat().filter(Boolean));
  return document.body.textContent ?? '';
}
async function press(id: string): Promise<void> {
  part(id)?.click();
  await new Promise((done) => setTimeout(done));
}

describe('what was held back', () => {
  it.each<[Case | null, HeldBack | null]>([
    [null, HELD],
    [{ ...CLOSED, host: 'mail.example', closedAt: 2 }, null],
  ])('is named with the time: who knows the page can tell whether it was closed rightly', (found, held) => {
    show(found, held);
    expect(part('closed-at')?.textContent).toMatch(/^mail\.example: closed on /);
  });

  it('is told by the time alone where it has no site', () => {
    show(null, { ...HELD, address: 'file:///home/page.html' });
    expect(part('closed-at')?.textContent).toMatch(/^Closed on /);
  });
});

describe('the page in the place of one that is held back no longer', () => {
  it.each<[string, Case | null, HeldBack | null, string]>([
    [
      'its site was trusted',
      { ...CLOSED, state: 'mistaken' },
      null,
      'Sangfroid leaves this page alone now. You can open it again.',
    ],
    [
      'the list could not be written then',
      { ...CLOSED, state: 'mistaken' },
      HELD,
      'Sangfroid leaves this page alone now. You can open it again.',
    ],
    ['nobody called it a scam', QUIET, null, 'Sangfroid did not take it for a scam.'],
    ['the browser was started anew', null, null, 'Sangfroid no longer remembers this page.'],
  ])('neither accuses it nor says that it stays closed: %s', (_what, found, held, sentence) => {
    const said = show(found, held);
    expect(said).toContain(sentence);
    expect(said).not.toMatch(/probably a scam|stays closed/);
  });

  it.each([
    [{ ...CLOSED, state: 'mistaken' } as const, []],
    // A rule may stand that no list tells of.
    [QUIET, [{ type: 'held-back-open', address: HELD.address, agreed: false }]],
  ])('leads on to it: $0.state', async (found, asked) => {
    show(found, null);
    await press('open-again');
    expect([location.assign.mock.calls, ask.mock.calls.flat()]).toEqual([[[HELD.address]], asked]);
  });

  it('has no way on where no address is known', () => {
    show(null, null);
    expect([part('open-again'), part('mistake'), part('close-own') === null]).toEqual([null, null, false]);
  });
});

describe('a page that Sangfroid left alone when the person closed it', () => {
  const LEFT: Case = { ...QUIET, unwatched: true };
  it.each<[string, Case | null, HeldBack | null]>([
    ['the list tells so, in another session', null, { ...HELD, unjudged: true, unwatched: true }],
    ['the case alone tells so', LEFT, null],
  ])('is judged by nobody, and no watching is promised: %s', async (_what, found, held) => {
    expect(show(found, held)).toContain('Sangfroid was not watching this page.');
    await press('mistake'); // where it asks once more
    const said = document.body.textContent;
    expect(said).not.toMatch(/did not take it for a scam|goes on watching/);
    expect(said.includes('You open mail.example. Sangfroid cannot say')).toBe(held !== null);
  });

  it('what an older version closed is told as before', async () => {
    expect(show(QUIET, { ...HELD, unjudged: true })).toContain('did not take it for a scam');
    await press('mistake');
    expect(part('mistake-explain')?.textContent).toContain('goes on watching there');
  });
});

describe('a genuine site that was held back for a number put into its address', () => {
  const INJECTED: Case = { ...CLOSED, injectedIntoHonestSite: true };
  it.each<[string, Case | null, HeldBack | null]>([
    ['the list tells so, in another session', null, { ...HELD, injected: true }],
    ['the case tells so, of an older list', INJECTED, HELD],
    ['the case alone is known', { ...INJECTED, host: 'mail.example' }, null],
  ])('is called real, and no scam page: %s', (_what, found, held) => {
    const said = show(found, held);
    expect(part('verdict')?.textContent).toBe('The link with the false number came back. We stopped it.');
    expect(part('reassurance')?.textContent).toContain('The site mail.example is real');
    expect(said).not.toContain('scam page');
  });

  it('is called so without its name where that is not known', () => {
    show({ ...INJECTED, host: '' }, null);
    expect(part('reassurance')?.textContent).toContain('The site itself is real');
  });

  it('a scam page that came back is still called one', () => {
    show(CLOSED, HELD);
    expect(part('verdict')?.textContent).toBe('This page is very probably a scam. It stays closed.');
  });
});

describe('"open it again"', () => {
  it.each([
    [QUIET, { ...HELD, unjudged: true }, false],
    [CLOSED, HELD, true],
    [null, HELD, true],
  ])('asks for trust only where its sentence says so', async (found, held, agreed) => {
    expect(show(found, held).includes('I trust this page')).toBe(agreed);
    await press('mistake');
    await press('mistake-yes');
    expect(ask.mock.calls).toEqual([[{ type: 'held-back-open', address: HELD.address, agreed }]]);
    expect(location.assign.mock.calls).toEqual([[HELD.address]]);
  });

  it('leads to the warning of the scam that it was called meanwhile', async () => {
    ask.mockResolvedValue({ ok: false, heldFor: { caseId: 'c2', ruleId: 7 } });
    show(QUIET, { ...HELD, unjudged: true });
    await press('mistake');
    await press('mistake-yes');
    const warning = 'src/ui/warning/warning.html?blocked=1&case=c2&held=7';
    expect([location.replace.mock.calls, location.assign.mock.calls]).toEqual([[[warning]], []]);
  });
});
