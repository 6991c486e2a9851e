// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case, UiRequest } from '../../../src/messages/ui-messages';
import { settled } from '../browser-with-storage';
import { openPage } from '../ui/open-page';
import { CASE } from './example-case';

const HELD = { caseId: 'c1', address: 'https://scam.example/', at: 1 };

/** Longer than the page believes in a closing (ms). */
const STUCK_MS = 6_100;

const toGuide = vi.fn();
const order: string[] = [];
/** What the page does now and then, and how much later it is by its clock (ms). */
let polls: (() => void)[] = [];
let later = 0;
const poll = (): void => polls.forEach((each) => each());

/** The warning page at a query. `is` changes how the case stands, `tells` also has the browser say so. */
async function open(query: string, change: Partial<Case> = {}) {
  window.history.replaceState(null, '', `/${query}`);
  const page = openPage();
  let now: Case = { ...CASE, ...change };
  let asked = 0;
  const is = (next: Partial<Case>): void => void (now = { ...CASE, ...next });
  const tells = async (next: Partial<Case>): Promise<void> => {
    is(next);
    await page.fake.storage.session.set({ 'case:c1': now });
  };
  const sendMessage = ({ type }: UiRequest) => {
    if (type === 'case-get') asked += 1;
    return Promise.resolve(type === 'case-get' ? now : null);
  };
  Object.assign(page.fake, { runtime: { getURL: (path: string) => path, sendMessage } });
  page.fake.storage.local.items = { blockedAddresses: [HELD] };
  vi.doMock('../../../src/ui/warning/own-tab', () => ({ toGuide, closeWarning: vi.fn() }));
  vi.doMock('../../../src/ui/shared/careful-press', () => ({
    careful: (_kind: string, act: () => unknown) => act,
    settleAgain: () => void order.push('settle'),
    watchSight: () => void order.push('watch'),
  }));
  await import('../../../src/ui/warning/warning');
  const said = () => document.getElementById('verdict')?.textContent ?? '';
  return { ...page, is, tells, said, asked: () => asked };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => {
  vi.stubGlobal('setInterval', vi.fn()); // a page that asks on would ask a document that is gone
  await (await open('?case=c1')).drawn('#close-scam');
}, 60_000);
beforeEach(() => {
  toGuide.mockReset();
  order.length = 0;
  polls = [];
  later = 0;
  vi.stubGlobal('setInterval', (run: () => void, ms: number) => {
    expect(ms, 'a closed page is not warned of for long').toBeLessThanOrEqual(5_000);
    polls.push(run);
  });
  const begun = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => begun + later);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the warning over a page', () => {
  it('has the big button under the keyboard, and watches for presses that come too soon', async () => {
    const { drawn } = await open('?case=c1');
    await drawn('#close-scam');
    expect(document.activeElement?.id).toBe('close-scam');
    expect(order).toEqual(['watch', 'settle']);
  });

  it('makes way for the guide as soon as the page is closed elsewhere', async () => {
    const { drawn, tells, until } = await open('?case=c1');
    await drawn('#close-scam');
    expect(toGuide).not.toHaveBeenCalled();
    await tells({ state: 'closed' });
    await until(() => expect(toGuide).toHaveBeenCalledWith('c1'));
  });

  it('does so too where nobody tells: it asks now and then, while somebody sees it', async () => {
    const { drawn, is, asked, until } = await open('?case=c1');
    await drawn('#close-scam');
    await until(() => expect(asked()).toBe(2)); // once at first, once when it began to listen
    const sight = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    poll();
    expect(asked()).toBe(2);
    sight.mockReturnValue('visible');
    is({ state: 'closed' });
    poll();
    await until(() => expect(toGuide).toHaveBeenCalledWith('c1'));
  });

  it('is not drawn at all over a page that is closed by now', async () => {
    const { until } = await open('?case=c1', { state: 'closed' });
    await until(() => expect(toGuide).toHaveBeenCalledWith('c1'));
    expect(document.getElementById('verdict')).toBeNull();
  });

  it('waits anew for a press when another screen comes, and draws none anew that stays', async () => {
    const { drawn, said, tells, until } = await open('?case=c1');
    await drawn('#close-scam');
    order.length = 0;
    await tells({ state: 'stuck' });
    await until(() => expect(said()).toContain('hard to close'));
    expect(order).toEqual(['settle']);
    await tells({ state: 'stuck', companions: 2 });
    await until(() => expect(document.activeElement?.id).toBe('close-scam'));
    expect(order).toEqual(['settle']);
  });
});

describe('a page that was no scam', () => {
  it('is let alone, whoever said so and for however long', async () => {
    const { main, drawn } = await open('?case=c1', { state: 'mistaken' });
    await drawn('#close-own');
    expect(main.textContent).toContain('Sangfroid leaves the other page alone now.');
    expect(main.textContent, 'where the report is').toContain('click the Sangfroid button');
    expect(main.textContent).not.toMatch(/trust/i);
  });
});

describe('a page that is being closed', () => {
  const isStuck = () => document.querySelector('ol.steps') !== null;

  it('is called stuck, with the keys to press, once that takes longer than it ever does', async () => {
    const { drawn, said, tells, until } = await open('?case=c1');
    await drawn('#close-scam');
    await tells({ state: 'closing' });
    await until(() => expect(said()).toContain('is closing'));
    expect(document.getElementById('close-scam')).toBeNull();
    poll();
    await settled();
    expect(isStuck(), 'not yet').toBe(false);
    later += STUCK_MS;
    poll();
    await until(() => expect(isStuck()).toBe(true));
    expect(document.activeElement?.id).toBe('close-scam');
  });

  it('has the keyboard at what it says: the pressed button has gone, and that would be told to nobody', async () => {
    const { drawn, said, tells, until } = await open('?case=c1');
    await drawn('#close-scam');
    await tells({ state: 'closing' });
    await until(() => expect(said()).toContain('is closing'));
    expect(document.activeElement?.id).toBe('verdict');
  });

  it('has all that time anew when it is closed once more', async () => {
    const { drawn, said, tells, until } = await open('?case=c1');
    await drawn('#close-scam');
    await tells({ state: 'closing' });
    await until(() => expect(said()).toContain('is closing'));
    await tells({ state: 'warned' });
    await drawn('#called');
    later += STUCK_MS;
    await tells({ state: 'closing' });
    await until(() => expect(said()).toContain('is closing'));
  });
});

describe('the page in the place of a scam that came back', () => {
  it('stays what it is, whatever becomes of the case: it neither asks nor leads to the guide by itself', async () => {
    const { drawn, tells, asked } = await open('?blocked=1&case=c1', { state: 'closed' });
    await drawn('#close-own');
    expect(document.getElementById('mistake'), 'it can be opened again').not.toBeNull();
    await tells({ state: 'closed', companions: 1 });
    poll();
    expect([asked(), toGuide.mock.calls.length]).toEqual([1, 0]);
  });
});
