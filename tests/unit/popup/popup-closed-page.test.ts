// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { UiRequest } from '../../../src/messages/ui-messages';
import { settled } from '../browser-with-storage';
import { openPage } from '../ui/open-page';
import { tabStatus } from './tab-status';

const STATUS = tabStatus({ host: 'bank.example' });

/** What the page in front does with a script of ours: runs it, refuses it, or hangs. */
type Page = { shows: Document | { contentType: string; body: HTMLElement } } | { refuses: true } | null;

const html = (body: string): Page => ({ shows: new DOMParser().parseFromString(body, 'text/html') });
const refused: Page = { refuses: true };

/** The popup over a page whose address looks like any other unless given; `loading` as the browser tells it. */
async function popupOver(page: Page, { answers = true, loading = 'complete', address = '' } = {}) {
  const { fake, main, drawn, until } = openPage();
  const tab = { id: 7, url: address || 'https://bank.example/statement?id=5', status: loading };
  const executeScript = async ({ func }: { func: () => unknown }) => {
    if (page === null) return new Promise(() => undefined);
    if ('refuses' in page) throw new Error('Missing host permission for the tab');
    vi.stubGlobal('document', page.shows);
    const result = func();
    vi.unstubAllGlobals();
    return [{ result }];
  };
  Object.assign(fake, {
    tabs: { query: async () => [tab], get: async () => tab },
    scripting: { executeScript },
    extension: { getViews: () => [window] },
  });
  Object.assign((fake as unknown as { runtime: object }).runtime, {
    getManifest: () => ({ version: '0.1.0' }),
    sendMessage: async ({ type }: UiRequest) => {
      if (type === 'tab-status') return STATUS;
      return type === 'tab-answers' ? { ok: answers } : { report: null };
    },
  });
  await import('../../../src/ui/popup/popup');
  await drawn('[data-state]');
  const state = () => main.querySelector<HTMLElement>('.state')?.dataset.state;
  return { main, state, until };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await popupOver(html(''))), 60_000);
afterEach(() => vi.unstubAllGlobals());

describe('a page that nobody can look into, at an address like any other', () => {
  it.each<[string, Page]>([
    ['a PDF file', { shows: { contentType: 'application/pdf', body: document.createElement('body') } }],
    ['a viewer for it in the page', html('<embed name="a" type="application/pdf">')],
    ['a viewer that refuses every script', refused],
  ])('is not called harmless: %s', async (_what, page) => {
    const { main, state, until } = await popupOver(page);
    await until(() => expect(state()).toBe('unseen'));
    expect(main.textContent).not.toContain('sees no fake alert');
    expect(main.textContent).toContain('Your browser does not let Sangfroid see this page.');
    expect(main.querySelector('#missed'), 'nothing to look at').toBeNull();
    expect(main.querySelector('#close'), 'it can be closed').not.toBeNull();
  });
});

describe('any other page', () => {
  it.each<[string, Page, object]>([
    ['an ordinary one', html('<p>Good morning</p>'), {}],
    ['an article with a PDF file in it', html('<p>Our menu</p><embed type="application/pdf">'), {}],
    ['one that is just being left', refused, { loading: 'loading' }],
  ])('is spoken of as before: %s', async (_what, page, how) => {
    const { main, state } = await popupOver(page, how);
    await settled();
    await settled();
    expect(state()).toBe('watching');
    expect(main.querySelector('#missed')).not.toBeNull();
  });

  it('is said not to answer where it hangs', async () => {
    const { state, until } = await popupOver(null, { answers: false });
    await until(() => expect(state()).toBe('silent'));
  });
});

describe('an address that ends like a PDF file', () => {
  const address = 'https://commons.example/wiki/File:Menu.pdf';

  it('with a page behind it is spoken of as any other, and can be called a scam', async () => {
    const { main, state, until } = await popupOver(html('<p>About this file</p>'), { address });
    await until(() => expect(state()).toBe('watching'));
    expect(main.textContent).not.toContain('does not let Sangfroid see');
    expect(main.querySelector('#missed')).not.toBeNull();
    expect(main.querySelector('#close')).not.toBeNull();
  });

  it('with a page that hangs is said not to answer', async () => {
    const { main, state, until } = await popupOver(null, { address, answers: false });
    await until(() => expect(state()).toBe('silent'));
    expect(main.textContent).not.toContain('does not let Sangfroid see');
  });

  it.each<[string, Page, string]>([
    ['is there', refused, 'complete'],
    ['is still coming', refused, 'loading'],
    ['runs a script', { shows: { contentType: 'application/pdf', body: document.createElement('body') } }, 'complete'],
  ])('is not called harmless, not for a moment, where a viewer for it %s', async (_what, page, loading) => {
    const { main, state } = await popupOver(page, { address, loading });
    const said: (string | undefined)[] = [state()];
    for (let round = 0; round < 3; round += 1) {
      await settled();
      said.push(state());
    }
    expect(new Set(said)).toEqual(new Set(['unseen']));
    expect(main.querySelector('#missed')).toBeNull();
  }); // prettier-ignore
});
