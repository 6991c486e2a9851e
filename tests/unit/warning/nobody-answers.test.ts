// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case, UiRequest } from '../../../src/messages/ui-messages';
import { settled } from '../browser-with-storage';
import { openPage } from '../ui/open-page';
import { CASE } from './example-case';

/** A scam stands behind the warning: its button comes whether or not the store and the worker answer. */

const toGuide = vi.fn();
/** The tab the warning itself stands in. */
const OWN = 4;

/** Answers that nobody gives until they are let go. */
function held<T>(answer: () => Promise<T>) {
  const waiting: (() => void)[] = [];
  const wait = (): Promise<T> => new Promise((done) => waiting.push(() => void answer().then(done)));
  return { wait, letGo: () => waiting.splice(0).forEach((go) => go()) };
}

/** The warning, while the store or the worker hangs; `told` is how the case stands, `closes` what the worker says then. */
async function open(hangs: 'store' | 'worker' | 'both', query = '?case=c1&tab=3#en') {
  window.history.replaceState(null, '', `/${query}`);
  const page = openPage();
  const now: { told: Case | null } = { told: CASE };
  const sent: UiRequest[] = [];
  const worker = held(() => Promise.resolve(now.told));
  const sendMessage = (request: UiRequest): Promise<unknown> => {
    sent.push(request);
    if (request.type === 'tab-close') return Promise.resolve({ ok: true, caseId: 'c1' });
    return hangs === 'store' ? Promise.resolve(now.told) : worker.wait();
  };
  Object.assign(page.fake, {
    runtime: { getURL: (path: string) => path, sendMessage },
    tabs: { getCurrent: () => Promise.resolve({ id: OWN }) },
  });
  const { local } = page.fake.storage;
  local.items = { settings: { version: 1, trustedPerson: { name: 'Ann', phone: '555-0101' } } };
  const works = local.get;
  const releases: (() => void)[] = [];
  if (hangs !== 'worker')
    local.get = (keys) => new Promise((done) => releases.push(() => void works(keys).then(done)));
  vi.doMock('../../../src/ui/warning/own-tab', () => ({ toGuide, closeWarning: vi.fn() }));
  vi.doMock('../../../src/ui/shared/careful-press', () => ({
    careful: (_kind: string, act: () => unknown) => act,
    settleAgain: vi.fn(),
    watchSight: vi.fn(),
  }));
  await import('../../../src/ui/warning/warning');
  const said = () => document.getElementById('verdict')?.textContent ?? '';
  const answer = (): void => {
    local.get = works;
    releases.splice(0).forEach((go) => go());
    worker.letGo();
  };
  return { ...page, now, sent, said, answer };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => {
  vi.stubGlobal('setInterval', vi.fn()); // for good: a page that asks on would ask a document that is gone
  await (await open('store')).drawn('#close-scam');
}, 60_000);
beforeEach(() => void toGuide.mockReset());

it('a store that hangs: the warning is whole, and the person to call comes with the settings', async () => {
  const { drawn, said, main, answer, until } = await open('store');
  await drawn('#mistake');
  expect(said()).toBe('This page is very probably a scam.');
  expect(main.textContent).not.toContain('Ann');
  answer();
  await until(() => expect(main.textContent).toContain('Ann'));
});

describe.each(['worker', 'both'] as const)('%s: nobody tells of the case', (hangs) => {
  it('the words of a warning are there, with its button', async () => {
    const { drawn, said, main } = await open(hangs);
    await drawn('#close-scam');
    expect(said()).toBe('This page is very probably a scam.');
    expect(main.textContent).toContain('Do not call any number it shows.');
    expect(document.activeElement?.id).toBe('close-scam');
  });

  it('the button has the worker close the tab that this warning is about', async () => {
    const { drawn, part, sent, until } = await open(hangs);
    await drawn('#close-scam');
    part('#close-scam').click();
    await until(() => expect(toGuide).toHaveBeenCalledWith('c1'));
    expect(sent).toContainEqual({ type: 'tab-close', tabId: OWN });
  });

  it('makes way for what is told late', async () => {
    const { drawn, answer, until, part } = await open(hangs);
    await drawn('#close-scam');
    answer();
    await until(() => expect(part('#mistake').textContent).toBe('This is a mistake – go back'));
  });

  it('makes way where there is nothing to warn of', async () => {
    const { drawn, now, said, answer, until } = await open(hangs);
    await drawn('#close-scam');
    now.told = null;
    answer();
    await until(() => expect(said()).toBe('There is nothing more to do here.'));
  });
});

it('a site that may be genuine is not called a scam', async () => {
  const { drawn, said, main } = await open('worker', '?case=c1&tab=3');
  await drawn('#close-scam');
  expect(said()).toBe('The phone number on this page is very probably a trap.');
  expect(main.textContent).not.toMatch(/scam\./);
});

it('in the place of a page that came back it can be closed, and says more once it is told', async () => {
  const { drawn, said, answer, until, fake } = await open('both', '?blocked=1&case=c1');
  await drawn('#close-own');
  fake.storage.local.items.blockedAddresses = [{ caseId: 'c1', address: 'https://scam.example/', at: 1 }];
  answer();
  await until(() => expect(said()).toBe('This page is very probably a scam. It stays closed.'));
  await settled();
  expect(document.getElementById('mistake')).not.toBeNull();
});
