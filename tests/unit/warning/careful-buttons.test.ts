// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../src/messages/ui-messages';
import type { Page } from '../../../src/ui/shared/page';

const world = vi.hoisted(() => ({
  /** Which presses count now; what that hangs on is shown in careful-press.test.ts. */
  counts: { safe: true, risky: true },
  settled: 0,
  answer: {} as object,
}));
const { ask, closeWarning, closeScam, closeKnown } = vi.hoisted(() => ({
  ask: vi.fn<(request: object) => Promise<object>>(() => Promise.resolve(world.answer)),
  closeWarning: vi.fn(),
  closeScam: vi.fn(),
  closeKnown: vi.fn(() => Promise.resolve(null)),
}));
vi.mock('../../../src/browser/api', () => ({ browser: { runtime: { getURL: (path: string) => path } } }));
vi.mock('../../../src/ui/shared/ask', () => ({ ask }));
vi.mock('../../../src/ui/warning/own-tab', () => ({ toGuide: vi.fn(), closeWarning }));
vi.mock('../../../src/ui/warning/known-case', () => ({ closeKnown, closeScam }));
vi.mock('../../../src/ui/shared/careful-press', () => ({
  careful: (kind: 'safe' | 'risky', act: () => unknown) => () => (world.counts[kind] ? act() : undefined),
  settleAgain: () => (world.settled += 1),
}));

import { loadTexts } from '../../../src/ui/shared/i18n';
import { heldScreen } from '../../../src/ui/warning/held-screen';
import { liveScreen } from '../../../src/ui/warning/live-screen';
import { stuckScreen } from '../../../src/ui/warning/stuck-screen';

const CASE = { id: 'c1', host: 'bakery.example', reasons: [], level: 'warn' } as unknown as Case; // what the screens read
const PAGE = {
  settings: { trustedPerson: { name: '', phone: '' } },
  policy: { helpdesk: { name: '', phone: '', address: '' }, locked: [] },
} as unknown as Page; // what the screens read
const HELD = { address: 'https://bakery.example/bread', at: 1 };

const changed = vi.fn();
const SCREENS = {
  live: () => liveScreen(CASE, PAGE, changed),
  stuck: () => stuckScreen(CASE, PAGE, changed),
  blocked: () => heldScreen(CASE, HELD, PAGE),
  forgotten: () => heldScreen(CASE, null, PAGE),
};

function show(screen: keyof typeof SCREENS): void {
  const main = Object.assign(document.createElement('main'), { id: 'app' });
  main.append(...(SCREENS[screen]() as Node[]).flat().filter(Boolean));
  document.body.replaceChildren(main);
}

const part = (id: string) => document.getElementById(id);
async function press(id: string): Promise<void> {
  const button = part(id);
  if (!button) throw new Error(`There is no ${id}.`);
  button.click();
  await new Promise((done) => setTimeout(done));
}

const assign = vi.fn();
HTMLElement.prototype.scrollIntoView = () => undefined; // jsdom has none
beforeAll(() => loadTexts('en', ['common', 'errors', 'warning', 'reasons']));
beforeEach(() => {
  vi.clearAllMocks();
  Object.assign(world, { counts: { safe: true, risky: true }, settled: 0, answer: { ok: true } });
  vi.stubGlobal('location', { assign });
});
afterEach(() => vi.unstubAllGlobals());

describe.each([
  ['a page that is warned of', 'live', { type: 'case-mistake', caseId: 'c1' }],
  ['a page that came back', 'blocked', { type: 'held-back-open', address: HELD.address, agreed: true }],
] as const)('trusting %s', (_what, screen, request) => {
  it('takes two presses, each of the risky kind: what closes the page must not be enough to trust it', async () => {
    show(screen);
    world.counts.risky = false;
    await press('mistake');
    expect(part('mistake-yes')).toBeNull();
    world.counts.risky = true;
    await press('mistake');
    expect(ask).not.toHaveBeenCalled();
    world.counts.risky = false;
    await press('mistake-yes');
    expect(ask).not.toHaveBeenCalled();
    world.counts = { safe: false, risky: true };
    await press('mistake-yes');
    expect(ask.mock.calls).toEqual([[request]]);
  });

  it('waits anew after the first press, so that a double click does not answer, and leads the keyboard to "no"', async () => {
    show(screen);
    expect(world.settled).toBe(0);
    await press('mistake');
    expect([world.settled, document.activeElement?.id]).toEqual([1, 'mistake-no']);
    await press('mistake-no');
    expect(ask).not.toHaveBeenCalled();
    expect([part('mistake-yes'), document.activeElement?.id]).toEqual([null, 'mistake']);
  });
});

describe('trust that the organisation has kept to itself', () => {
  const locked = { ...PAGE, policy: { ...PAGE.policy, locked: ['trustedSites'] } } as Page;

  it.each([
    ['a page that is warned of', () => liveScreen(CASE, locked, changed)],
    ['a page that came back', () => heldScreen(CASE, HELD, locked)],
  ])('is not offered for %s: the person is told whom to ask', (_what, draw) => {
    document.body.replaceChildren(...(draw() as Node[]).flat().filter(Boolean));
    expect(part('mistake')).toBeNull();
    expect(part('mistake-locked')?.textContent).toContain('Ask your helpdesk.');
  });

  it('is not spoken of where opening the page again needs none', () => {
    const screen = heldScreen(null, { ...HELD, unjudged: true }, locked);
    document.body.replaceChildren(...(screen as Node[]).flat().filter(Boolean));
    expect([part('mistake') === null, part('mistake-locked')]).toEqual([false, null]);
  });
});

describe('what is trusted', () => {
  const trust = async (screen: keyof typeof SCREENS, answer: object): Promise<void> => {
    world.answer = answer;
    show(screen);
    await press('mistake');
    await press('mistake-yes');
  };

  it('is gone back to', async () => {
    await trust('live', { ok: true });
    expect([closeWarning.mock.calls, changed.mock.calls.length]).toEqual([[['c1']], 0]);
    await trust('blocked', { ok: true });
    expect(assign.mock.calls).toEqual([[HELD.address]]);
  });

  it('is not, where that did not work: the warning stays and says why', async () => {
    await trust('live', { ok: false, error: 'errors.locked' });
    expect([closeWarning.mock.calls, changed.mock.calls.length]).toEqual([[], 1]);
    expect(part('said')?.textContent).toBe('Your organisation has set this.');
    await trust('blocked', { ok: false, error: 'errors.locked' });
    expect(assign).not.toHaveBeenCalled();
    expect(part('said')?.textContent).toBe('Your organisation has set this.');
  });

  it('is an address that Sangfroid holds back, or none', () => {
    show('blocked');
    expect(part('mistake')).not.toBeNull();
    show('forgotten');
    expect(part('mistake')).toBeNull();
  });
});

describe('what closes', () => {
  it.each([
    ['live', 'close-scam', closeScam],
    ['live', 'called', closeKnown],
    ['stuck', 'close-scam', closeScam],
    ['blocked', 'close-own', closeWarning],
  ] as const)('%s: %s needs a press that counts', async (screen, id, closes) => {
    show(screen);
    world.counts = { safe: false, risky: true };
    await press(id);
    expect(closes).not.toHaveBeenCalled();
    world.counts.safe = true;
    await press(id);
    expect(closes).toHaveBeenCalledTimes(1);
  });
});
