// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case, UiAnswers, UiRequest } from '../../../src/messages/ui-messages';

const CASE: Case = {
  id: 'case-1', level: 'act', state: 'closed', tabId: 1, windowId: 1, incognito: false,
  address: 'https://scam.example/alert', host: 'scam.example', title: '', reasons: [], phones: [], codes: [],
  noticedAt: 1_000_000, closedAt: 1_060_000, closedBy: 'key', pageTabId: null, companions: 0, incidentId: 7,
  injectedIntoHonestSite: false, reopened: false, timing: { warnedMs: 1, closedMs: 1 },
}; // prettier-ignore
const CLEANED: UiAnswers['case-clean-up'] = { ok: true, done: [], failed: [], left: [], downloads: [] };

const request = vi.fn();
const send = vi.fn();

/** The banner of the build for one browser, with its English texts. */
async function banner(target: 'chrome' | 'firefox', change: Partial<Case> = {}): Promise<HTMLElement> {
  vi.resetModules();
  vi.doMock('../../../src/browser/api', () => ({
    browser: { permissions: { request }, runtime: { sendMessage: send } },
  }));
  vi.doMock('../../../src/browser/target', () => ({ TARGET: target, IS_FIREFOX: target === 'firefox' }));
  const { loadTexts } = await import('../../../src/ui/shared/i18n');
  await loadTexts('en', ['common', 'errors', 'guide', 'guide-steps']);
  const { caseBanner } = await import('../../../src/ui/guide/screens/case-banner');
  const made = caseBanner({ ...CASE, ...change });
  if (!made) throw new Error('There is no banner.');
  document.body.replaceChildren(made);
  return made;
}

const labels = (place: HTMLElement): string[] =>
  [...place.querySelectorAll('button')].map(({ textContent }) => textContent);
async function press(place: HTMLElement, label: string): Promise<void> {
  const found = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  if (!found) throw new Error(`There is no button "${label}" among ${labels(place).join(', ')}.`);
  found.click();
  await vi.waitFor(() => expect(found.getAttribute('aria-busy')).toBeNull());
}
function answer(cleaned: Partial<UiAnswers['case-clean-up']>, deleted?: UiAnswers['case-delete-downloads']) {
  send.mockImplementation(({ type }: UiRequest) =>
    Promise.resolve(type === 'case-clean-up' ? { ...CLEANED, ...cleaned } : deleted),
  );
}

beforeEach(() => {
  vi.resetAllMocks();
  request.mockResolvedValue(true);
});

const CLEAN = 'Clean up after this site';
const REOPEN = 'Reopen it, I trust this page';

describe('what was closed', () => {
  it('is named, with the ways to undo it and to clean up', async () => {
    const place = await banner('chrome');
    expect(place.textContent).toContain('You closed this page: scam.example');
    expect(labels(place)).toEqual([CLEAN, REOPEN]);
  });

  it('is opened again without a word of trust where nobody called it a scam', async () => {
    const place = await banner('chrome', { level: 'quiet' });
    expect(labels(place)).toEqual([CLEAN, 'Open it again']);
    await press(place, 'Open it again');
    expect(place.textContent).toContain('did not take it for a scam');
    expect(place.textContent).not.toContain('trust');
  });

  it('on a platform is no site to clean up after: the person has pages of their own there', async () => {
    expect(labels(await banner('chrome', { host: 'docs.google.com', onPlatform: true }))).toEqual([REOPEN]);
  });

  it.each<[string, Partial<Case>, string, string[]]>([
    ['a private window', { incognito: true, address: '', host: '' }, 'Close all private windows', []],
    ['a file', { address: 'file:///tmp/a.html', host: '' }, 'It was a file on your computer.', []],
    ['a page without an address', { address: 'about:blank', host: '' }, 'You closed this page.', []],
    ['a genuine site', { injectedIntoHonestSite: true }, 'The site itself is genuine', [REOPEN]],
  ])('%s has no control that cannot work or would harm', async (_what, change, sentence, controls) => {
    const place = await banner('chrome', change);
    expect(place.textContent).toContain(sentence);
    expect(labels(place)).toEqual(controls);
    expect(place.textContent).not.toContain(change.host === '' ? 'page:' : CLEAN);
  });

  it('in a private window says so too when it closed by itself or not yet', async () => {
    const hidden = { incognito: true, address: '', host: '' };
    const closed = await banner('chrome', { ...hidden, closedBy: 'itself' });
    expect(closed.textContent).toContain('We closed this page for you.');
    const stuck = await banner('chrome', { ...hidden, state: 'stuck' });
    expect(stuck.textContent).toBe('This page has not closed yet.');
  });
});

describe('what cleaning up will do', () => {
  const [DATA, HISTORY] = ['Removes what the site stored.', 'Removes its place in your history.'];
  const FILES = 'Looks for files it saved. Deletes them only if you say so.';
  const lines = (place: HTMLElement): string[] =>
    [...place.querySelectorAll('li')].map(({ textContent }) => textContent);

  it('has a line for each thing that the browser asks about', async () => {
    request.mockResolvedValue(false);
    const inChrome = await banner('chrome');
    expect(lines(inChrome)).toEqual([DATA, HISTORY, FILES, 'Blocks its notifications.']);
    expect(inChrome.textContent).toContain('If the browser asks, it is about this:');
    await press(inChrome, CLEAN);
    expect((request.mock.calls[0] as [{ permissions: string[] }])[0].permissions).toHaveLength(4);
    expect(lines(await banner('firefox'))).toEqual([DATA, HISTORY, FILES]);
  });

  it('names the further sites of the scam that it goes for', async () => {
    expect((await banner('chrome')).textContent).not.toContain('other sites');
    const place = await banner('chrome', { otherSites: ['http://door.example:81', 'https://kit.example'] });
    expect(place.textContent).toContain('Also for the scam’s other sites: door.example, kit.example');
  });
});

describe('cleaning up says what is true', () => {
  it('in Chrome: notifications are blocked, cookies that other sites share stay', async () => {
    const place = await banner('chrome');
    expect(place.textContent).toContain('Blocks its notifications.');
    answer({ done: ['site-data', 'notifications', 'history', 'downloads'], left: ['cookies'] });
    await press(place, CLEAN);
    expect(request.mock.calls[0]).toMatchObject([
      { permissions: expect.arrayContaining(['contentSettings']) },
    ]);
    const removed = [...place.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(removed).toEqual([
      'what it had stored',
      'its permission to notify you',
      'its place in your history',
    ]);
    expect(place.textContent).toContain('Its cookies stay.');
    expect(place.querySelector('details')).toBeNull();
  });

  it('names the further sites that it was done for, where something was done', async () => {
    const place = await banner('chrome', { otherSites: ['https://door.example', 'https://kit.example'] });
    answer({ done: ['history'], otherHosts: ['kit.example'] });
    await press(place, CLEAN);
    expect(place.textContent).toContain('Also for the scam’s other sites: kit.example');
    expect(place.textContent).not.toContain('door.example');
    expect(document.querySelector('[role=status]')?.textContent).toContain('kit.example');
    const failing = await banner('chrome');
    answer({ failed: ['history'], otherHosts: ['kit.example'] });
    await press(failing, CLEAN);
    expect(failing.textContent).not.toContain('kit.example');
  });

  it('in Firefox: notifications are the person’s to stop, and here is how', async () => {
    const place = await banner('firefox');
    expect(place.textContent).not.toContain('notifications');
    answer({ done: ['site-data', 'cookies', 'history'], left: ['notifications'] });
    await press(place, CLEAN);
    expect(place.querySelector('details')?.textContent).toContain('Remove each site you do not know.');
    expect(place.textContent).not.toContain('its permission to notify you');
  });

  it('what failed is named, with the steps that do it by hand', async () => {
    const place = await banner('chrome');
    answer({ failed: ['site-data', 'cookies', 'history'] });
    await press(place, CLEAN);
    expect(place.textContent).toContain('Nothing was removed.');
    expect(place.textContent).toContain('This could not be removed:');
    expect(place.textContent).toContain('Open your history');
    const folds = [...place.querySelectorAll('summary')].map(({ textContent }) => textContent);
    expect(folds).toEqual(['Remove what the site left behind']);
  });

  it('all of it is spoken, and the keyboard stays where it is told', async () => {
    const place = await banner('chrome');
    answer({ done: ['history'], failed: ['cookies'], downloads: [{ id: 4, name: 'setup.exe' }] });
    place.querySelectorAll<HTMLElement>('button')[0]?.focus();
    await press(place, CLEAN);
    const spoken = document.querySelector('[role=status]')?.textContent;
    expect(spoken).toContain('its place in your history');
    expect(spoken).toContain('This could not be removed: its cookies');
    expect(spoken).toContain('Do not open');
    expect(document.activeElement?.textContent).toContain('This could not be removed:');
    expect(place.contains(document.activeElement)).toBe(true);
  });

  it('refusing it twice is told once', async () => {
    request.mockResolvedValue(false);
    const place = await banner('chrome');
    await press(place, CLEAN);
    await press(place, CLEAN);
    expect(place.textContent.split('Nothing was removed').length).toBe(2);
    expect(send).not.toHaveBeenCalled();
  });
});

describe('files it had saved', () => {
  const downloads = [{ id: 4, name: 'tool.exe' }, { id: 9, name: 'list.pdf' }]; // prettier-ignore
  async function cleaned(deleted: UiAnswers['case-delete-downloads']): Promise<HTMLElement> {
    const place = await banner('chrome');
    answer({ done: ['history'], downloads }, deleted);
    await press(place, CLEAN);
    return place;
  }

  it('are deleted only after a second press; the safe answer has the focus', async () => {
    const place = await cleaned({ ok: true, failed: [] });
    await press(place, 'Delete these files');
    expect(document.activeElement?.textContent).toBe('No, keep them');
    expect(send).toHaveBeenCalledTimes(1);
    await press(place, 'No, keep them');
    expect(document.activeElement?.textContent).toBe('Delete these files');
    await press(place, 'Delete these files');
    await press(place, 'Yes, delete them');
    expect(send).toHaveBeenLastCalledWith({ type: 'case-delete-downloads', caseId: 'case-1', ids: [4, 9] });
    expect(place.textContent).toContain('The files are deleted.');
    expect(place.textContent).not.toContain('tool.exe');
  });

  it('that could not be deleted stay named', async () => {
    const place = await cleaned({ ok: false, failed: ['tool.exe'] });
    await press(place, 'Delete these files');
    await press(place, 'Yes, delete them');
    expect(place.textContent).toContain('Some could not be deleted.');
    expect(place.textContent).toContain('tool.exe');
    expect(place.textContent).not.toContain('list.pdf');
  });
});

describe('opening the page again', () => {
  const [YES, NO] = ['Yes, reopen it', 'No, leave it closed'];

  it('takes a second press, and the answer that leaves it closed has the keyboard', async () => {
    send.mockResolvedValue({ ok: true });
    const place = await banner('chrome');
    await press(place, REOPEN);
    expect(document.activeElement?.textContent).toBe(NO);
    await press(place, NO);
    expect([labels(place), send.mock.calls]).toEqual([[CLEAN, REOPEN], []]);
    await press(place, REOPEN);
    await press(place, YES);
    expect(send.mock.calls).toEqual([[{ type: 'case-reopen', caseId: 'case-1' }]]);
    expect(place.textContent).toContain('The page is open again in another tab.');
    expect(labels(place), 'once').toEqual([CLEAN]);
  });

  it('is not said to have worked where it did not', async () => {
    send.mockResolvedValue({ ok: false, error: 'errors.locked' });
    const place = await banner('chrome');
    await press(place, REOPEN);
    await press(place, YES);
    expect(place.textContent).toContain('Your organisation has set this.');
    expect(place.textContent).not.toContain('open again in another tab');
  });

  it('is offered once, and only where the page is closed', async () => {
    expect(labels(await banner('chrome', { reopened: true }))).toEqual([CLEAN]);
    expect(labels(await banner('chrome', { state: 'stuck' }))).toEqual([]);
  });
});
