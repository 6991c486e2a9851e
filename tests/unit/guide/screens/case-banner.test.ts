// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../../src/messages/ui-messages';
import { banner, CLEAN, labels, press, presses, REOPEN, request, send } from './shown-banner';

beforeEach(() => {
  vi.resetAllMocks();
  request.mockResolvedValue(true);
});

describe('what was closed', () => {
  it('is named, with the ways to undo it and to clean up', async () => {
    const place = await banner('chrome');
    expect(place.textContent).toContain('You closed this page: scam.example');
    expect(labels(place)).toEqual([CLEAN, REOPEN]);
  });

  it('is opened again without a word of trust where nobody called it a scam', async () => {
    const place = await banner('chrome', { level: 'quiet' });
    expect(labels(place), 'nor is it cleaned up after').toEqual(['Open it again']);
    await press(place, 'Open it again');
    expect(place.textContent).toContain('did not take it for a scam');
    expect(place.textContent).not.toContain('trust');
  });

  it.each<[string, Partial<Case>, string, boolean]>([
    ['that Sangfroid left alone', { unwatched: true }, 'It cannot say whether it was a scam.', false],
    ['of an older version', {}, 'goes on watching there', true],
  ])(
    'is judged, and watched, only where that is true: a page %s',
    async (_what, change, sentence, judged) => {
      const place = await banner('chrome', { level: 'quiet', ...change });
      await press(place, 'Open it again');
      expect(place.textContent).toContain(sentence);
      for (const claim of ['did not take it for a scam', 'goes on watching'])
        expect(place.textContent.includes(claim)).toBe(judged);
      expect(labels(place)).toEqual(['No, leave it closed', 'Yes, open it']);
    },
  );

  it('is not opened again where its entry was deleted: its address is not known any more', async () => {
    expect(labels(await banner('chrome', { address: '' }))).toEqual([CLEAN]);
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

  it('says before that the site is trusted from then on, and how to undo it', async () => {
    const place = await banner('chrome');
    await press(place, REOPEN);
    expect(place.textContent).toContain('You open scam.example. Sangfroid will trust it from now on.');
    expect(place.textContent).toContain('It stays silent there, even if it is a scam.');
    expect(place.textContent).toContain('You can undo it in the settings.');
  });

  it('takes presses as carefully as the warning does where a site is trusted, and waits anew once it asks', async () => {
    const place = await banner('chrome');
    expect(presses).toEqual(['risky']);
    await press(place, REOPEN);
    expect(presses).toEqual(['risky', 'risky', 'settle']);
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
