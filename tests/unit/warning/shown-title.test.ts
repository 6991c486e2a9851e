// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Case, UiRequest } from '../../../src/messages/ui-messages';
import { openPage } from '../ui/open-page';
import { CASE } from './example-case';

/** The warning page at a query, over a case that stands like this; null: nobody knows of one. */
async function open(query: string, change: Partial<Case> | null = {}, blockedAddresses: object[] = []) {
  window.history.replaceState(null, '', `/${query}`);
  const page = openPage();
  const sendMessage = (request: UiRequest) =>
    Promise.resolve(request.type === 'case-get' && change ? { ...CASE, ...change } : null);
  Object.assign(page.fake, {
    runtime: { getURL: (path: string) => path, sendMessage },
    tabs: { get: () => Promise.reject(new Error('gone')) },
  });
  page.fake.storage.local.items = { blockedAddresses };
  await import('../../../src/ui/warning/warning');
  await page.drawn('#verdict');
  return page;
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => {
  vi.stubGlobal('setInterval', vi.fn()); // a page that asks on would ask a document that is gone
  await open('?case=c1');
}, 60_000);

describe('the title of the warning', () => {
  it.each<[string, string, Partial<Case> | null, string]>([
    ['a scam', '?case=c1', {}, 'Very probably a scam'],
    ['a tab that is hard to close', '?case=c1', { state: 'stuck' }, 'Very probably a scam'],
    ['a trusted site', '?case=c1', { state: 'mistaken' }, 'There is nothing more to do here.'],
    ['a case that nobody knows any more', '?case=c1', null, 'There is nothing more to do here.'],
    ['no case', '', null, 'There is nothing more to do here.'],
    ['a genuine site', '?case=c1', { injectedIntoHonestSite: true }, 'The phone number on this page is'],
    ['one that tried to come back', '?blocked=1&case=c1', { state: 'closed' }, 'It stays closed'],
    [
      'one of which nothing is known any more',
      '?blocked=1&case=c1',
      null,
      'There is nothing more to do here.',
    ],
  ])('says what is shown: %s', async (_what, query, change, title) => {
    await open(query, change);
    expect(document.title).toContain(title);
    expect(document.title).toMatch(/ · Sangfroid$/);
  });

  it('stays when only the size of the text changes', async () => {
    const { fake, until } = await open('?case=c1', { state: 'mistaken' });
    await fake.storage.local.set({ settings: { version: 1, textSize: 150 } });
    const size = () => document.documentElement.style.getPropertyValue('--text-size');
    await until(() => expect(size()).toBe('1.5'));
    expect(document.title).toContain('There is nothing more to do here.');
  });
});

describe('a scam that tried to come back', () => {
  it('is not said to have been closed by the person: Sangfroid may have done it by itself', async () => {
    const { part } = await open('?blocked=1&case=c1', { state: 'closed', closedBy: 'itself', closedAt: 1 });
    expect(part('#reassurance').textContent).toMatch(/^It was closed before\. /);
  });
});

describe('a page that the person wanted gone and nobody called a scam', () => {
  it('is not called one when it comes again', async () => {
    const held = { caseId: 'c1', address: CASE.address, at: 1, unjudged: true };
    const quiet = { state: 'closed', closedBy: 'key', level: 'quiet' } as const;
    const { part } = await open('?blocked=1&case=c1', quiet, [held]);
    const { textContent } = document.body;
    expect(part('#verdict').textContent).toMatch(/^You closed this page\. /);
    expect(textContent).not.toMatch(/probably a scam|It stays closed\./);
  });
});

describe('"this is a mistake" over a private window', () => {
  const explained = async (incognito: boolean) => {
    vi.doMock('../../../src/ui/shared/careful-press', () => ({
      careful: (_kind: string, act: () => unknown) => act,
      settleAgain: () => undefined,
      watchSight: () => undefined,
    }));
    const { part } = await open('?case=c1', incognito ? { incognito, address: '', host: '' } : {});
    part('#mistake').click();
    await new Promise((done) => setTimeout(done));
    return part('#mistake-explain').textContent;
  };

  it('promises nothing that the settings could take back: nothing of it is kept', async () => {
    expect(await explained(false)).toContain('You can undo it in the settings.');
    const said = await explained(true);
    expect(said).toContain('You go back to this page. Sangfroid stays silent there for now');
    expect(said).not.toContain('settings');
    expect(said).not.toContain('from now on');
  });
});
