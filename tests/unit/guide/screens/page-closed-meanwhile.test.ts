// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../../src/messages/ui-messages';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

const WARNED: Case = {
  id: 'new', level: 'act', state: 'warned', tabId: 1, windowId: 1, incognito: false, address: 'http://b.example/',
  host: 'b.example', title: '', reasons: [], phones: ['555-0102'], codes: [], noticedAt: 1, closedAt: null,
  closedBy: null, pageTabId: null, companions: 0, incidentId: null, injectedIntoHonestSite: false,
  reopened: false, timing: { warnedMs: 1, closedMs: null },
}; // prettier-ignore

/** The guide, opened by the popup while the warning of the page still stands. */
async function open(hash: string, at: Case = WARNED) {
  window.history.replaceState(null, '', `/?case=new${hash}`);
  const page = openPage();
  const now = { shown: at };
  Object.assign(page.fake, { runtime: { sendMessage: () => Promise.resolve(now.shown) } });
  await import('../../../../src/ui/guide/guide');
  await page.drawn('#heading');
  await settled();
  async function becomes(change: Partial<Case>): Promise<void> {
    now.shown = { ...at, ...change };
    await page.fake.storage.session.set({ 'case:new': now.shown });
    await settled();
  }
  const close = (): Promise<void> => becomes({ state: 'closed', closedAt: 2, closedBy: 'warning' });
  const heading = () => page.main.querySelector('#heading')?.textContent;
  return { ...page, becomes, close, heading };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open('')), 60_000);

it('the first screen says so once the page is closed, and offers to clean up', async () => {
  const { main, close, until } = await open('');
  expect(main.querySelector('.case')).toBeNull();
  await close();
  await until(() => expect(main.querySelector('.case')?.textContent).toContain('b.example'));
  expect(main.querySelectorAll('h1')).toHaveLength(1);
});

it('the step "close the page" makes room for the next one', async () => {
  const { close, heading, part, until } = await open('#saw');
  expect(heading()).toBe('Close the page with the fake alert');
  part('#done').focus();
  await close();
  await until(() => expect(heading()).not.toBe('Close the page with the fake alert'));
  // "Done" was meant for the step that has gone, and nobody had the new one read to them.
  await until(() => expect(document.activeElement?.id).toBe('heading'));
});

it('a step that stays keeps the keyboard where it was', async () => {
  const { close, heading, part, until } = await open('#called');
  const [step, before] = [heading(), part('#done')];
  before.focus();
  await close();
  await until(() => expect(part('#done')).not.toBe(before));
  expect([heading(), document.activeElement?.id]).toEqual([step, 'done']);
});

describe('a page that is still closing', () => {
  const CLOSING: Case = { ...WARNED, state: 'closing', closedBy: 'itself' };

  it('is told to be closed, for those who do not see it', async () => {
    const { close, main, spoken, until } = await open('', CLOSING);
    expect(main.querySelector('.case')?.textContent).toContain('has not closed yet');
    await close();
    await until(() => expect(spoken()).toBe('You closed this page: b.example'));
    expect(main.querySelector('.case')?.textContent).toContain('You closed this page: b.example');
  });

  it('is told on every screen, and nothing where it was no scam', async () => {
    const { close, spoken, until, becomes } = await open('#help', CLOSING);
    await close();
    await until(() => expect(spoken()).toContain('b.example'));
    await becomes({ state: 'mistaken' });
    await until(() => expect(spoken()).toBe(''));
  });

  it('has the keyboard in what comes in its place, where it was there', async () => {
    const { close, main, part, until } = await open('', { ...CLOSING, codes: ['X1'] });
    part('.case summary').focus();
    await close();
    await until(() => expect(main.querySelector('.case')?.textContent).toContain('You closed'));
    expect(document.activeElement).toBe(main.querySelector('.case'));
  });

  it('leaves the keyboard where it was elsewhere', async () => {
    const { close, main, part, until } = await open('', CLOSING);
    part('[value=called]').focus();
    await close();
    await until(() => expect(main.querySelector('.case')?.textContent).toContain('You closed'));
    expect(document.activeElement).toBe(main.querySelector('[value=called]'));
  });
});

describe('a page that had closed before the guide was there', () => {
  const CLOSED: Case = { ...WARNED, state: 'closed', closedAt: 2, closedBy: 'itself' };

  it.each(['', '#called'])('is told with the first screen "%s", and by the name of the tab', async (hash) => {
    const { spoken } = await open(hash, CLOSED);
    expect(spoken()).toBe('We closed this page for you: b.example');
    expect(document.title).toBe('We closed this page for you · Sangfroid');
  });

  it('is told once: a screen that is drawn again says nothing of it', async () => {
    const { spoken, until } = await open('', CLOSED);
    expect(spoken()).not.toBe('');
    window.location.hash = '#help';
    await until(() => expect(document.title).toBe('Who helps, where to report · Sangfroid'));
    document.querySelector('.only-spoken')?.replaceChildren();
    window.location.hash = '';
    await until(() => expect(document.title).toBe('We closed this page for you · Sangfroid'));
    await settled();
    expect(spoken()).toBe('');
  });

  it('is not spoken of where the warning still stands, until it closes', async () => {
    const { close, spoken, until } = await open('');
    expect([spoken(), document.title]).toEqual(['', 'Guide · Sangfroid']);
    await close();
    await until(() => expect(document.title).toBe('You closed this page · Sangfroid'));
  });

  it('goes by another name once it was called a mistake', async () => {
    const { becomes, until } = await open('', CLOSED);
    await becomes({ state: 'mistaken' });
    await until(() => expect(document.title).toBe('Guide · Sangfroid'));
  });
});
