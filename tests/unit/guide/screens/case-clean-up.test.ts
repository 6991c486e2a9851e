// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { UiAnswers } from '../../../../src/messages/ui-messages';
import { answer, banner, CLEAN, press, request, send } from './shown-banner';

beforeEach(() => {
  vi.resetAllMocks();
  request.mockResolvedValue(true);
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

  it('all of it is spoken where the keyboard stays, once', async () => {
    const place = await banner('chrome');
    answer({ done: ['history'], failed: ['cookies'], downloads: [{ id: 4, name: 'setup.exe' }] });
    place.querySelectorAll<HTMLElement>('button')[0]?.focus();
    await press(place, CLEAN);
    expect(document.querySelector('[role=status]')?.textContent ?? '').toBe('');
    const spoken = document.activeElement?.getAttribute('aria-label');
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

  it('that we know nothing of may be there all the same: said where they were looked for and none was found', async () => {
    const NONE = 'We know of no files from this site. Look in your downloads folder too.';
    const place = await banner('chrome');
    answer({ done: ['history', 'downloads'] });
    await press(place, CLEAN);
    expect(place.textContent).toContain(NONE);
    for (const cleaned of [{ failed: ['downloads'] }, { done: ['downloads'], downloads }]) {
      const other = await banner('chrome');
      answer(cleaned);
      await press(other, CLEAN);
      expect(other.textContent).not.toContain(NONE);
    }
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
