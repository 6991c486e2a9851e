// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncidentPage } from '../../../src/storage/incident-list';
import type { TroubleNote } from '../../../src/storage/journal-trouble';
import { exampleIncident } from '../storage/incident-example';

const journal = vi.hoisted(() => ({
  hasIncidents: vi.fn(),
  listIncidents: vi.fn(),
  deleteAll: vi.fn(),
  expire: vi.fn(),
  readTrouble: vi.fn((): Promise<TroubleNote | null> => Promise.resolve(null)),
}));
vi.mock('../../../src/storage/incident-list', () => journal);
vi.mock('../../../src/storage/incidents', () => journal);
vi.mock('../../../src/storage/incident-times', () => journal);
vi.mock('../../../src/storage/journal-trouble', () => journal);
const settings = vi.hoisted(() => ({ saveSettings: vi.fn() }));
vi.mock('../../../src/storage/settings-store', () => settings);
vi.mock('../../../src/browser/api', () => ({ browser: {} }));

import { filter } from '../../../src/ui/journal/filter-bar';
import { listScreen } from '../../../src/ui/journal/list-screen';
import { loadTexts } from '../../../src/ui/shared/i18n';
import type { Page } from '../../../src/ui/shared/page';

// The screen reads no more of a page than this.
const PAGE = { settings: { keepDays: 180 }, policy: { locked: [] }, redraw: vi.fn() } as unknown as Page;
const UNREADABLE: IncidentPage = { rows: [], next: null, unreadable: 0, failed: true };
const ONE: IncidentPage = { ...UNREADABLE, rows: [exampleIncident({ id: 1 })], failed: false };

let root: HTMLElement;
const has = (selector: string): boolean => root.querySelector(selector) !== null;

beforeEach(() => {
  vi.useFakeTimers();
  root = document.body.appendChild(document.createElement('main'));
});

afterEach(() => {
  root.remove();
  vi.useRealTimers();
});

describe('the list of the journal', () => {
  it('leads to the guide: it may have been opened from there', async () => {
    journal.hasIncidents.mockResolvedValue(true);
    journal.listIncidents.mockResolvedValue(ONE);
    await listScreen(root, PAGE);
    expect(has('a[href$="guide/guide.html"]')).toBe(true);
  });

  it('says that it is empty only when it is', async () => {
    journal.hasIncidents.mockResolvedValue(false);
    journal.listIncidents.mockResolvedValue({ ...ONE, rows: [] });
    await listScreen(root, PAGE);
    expect([has('#empty'), has('#trouble-line'), has('#delete-all')]).toEqual([true, false, false]);
    expect(root.textContent).not.toMatch(/null|false/);
  });

  it('tells how many were found only when all of them are there, and keeps the place of the keyboard', async () => {
    filter.closed = true;
    journal.hasIncidents.mockResolvedValue(true);
    journal.listIncidents.mockResolvedValue({ ...ONE, next: 7 });
    await listScreen(root, PAGE);
    const told = (): string | undefined => root.querySelector('#found')?.textContent;
    expect(told()).toBe('journal.foundNewest');
    journal.listIncidents.mockResolvedValue({ ...ONE, rows: [] });
    root.querySelector<HTMLElement>('#more')?.click();
    await vi.advanceTimersByTimeAsync(10);
    expect(told()).toBe('journal.found');
    expect(document.activeElement?.className).toBe('entry');
    delete filter.closed;
  });

  it('that cannot be read says so, can be thrown away, and shows its entries once it can be read again', async () => {
    journal.hasIncidents.mockResolvedValue(null);
    journal.listIncidents.mockResolvedValue(UNREADABLE);
    await listScreen(root, PAGE);
    expect([has('#empty'), has('#trouble-line'), has('#delete-all')]).toEqual([false, true, true]);
    expect(root.textContent).not.toMatch(/null|false/);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(has('.entry')).toBe(false);
    journal.listIncidents.mockResolvedValue(ONE);
    await vi.advanceTimersByTimeAsync(3_000);
    expect([has('.entry'), has('#trouble-line')]).toEqual([true, false]);
    const asked = journal.listIncidents.mock.calls.length;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(journal.listIncidents.mock.calls.length).toBe(asked);
  });

  it('that can be read again is searched again: what it is narrowed to is in sight', async () => {
    filter.text = 'Sam';
    journal.hasIncidents.mockResolvedValue(null);
    journal.listIncidents.mockResolvedValue(UNREADABLE);
    const page = { ...PAGE, redraw: () => listScreen(root, page) } as Page;
    await listScreen(root, page);
    expect(has('#filter-words')).toBe(false);
    root.querySelector<HTMLElement>('#keep-days')?.focus();
    journal.hasIncidents.mockResolvedValue(true);
    journal.listIncidents.mockResolvedValue(ONE);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(root.querySelector<HTMLInputElement>('#filter-words')?.value).toBe('Sam');
    expect([has('.entry'), has('#trouble-line'), document.activeElement?.id]).toEqual([
      true,
      false,
      'keep-days',
    ]);
    delete filter.text;
  });

  it('that a full disk keeps shut says that, once, however often it is tried', async () => {
    journal.readTrouble.mockResolvedValue({ what: 'full', at: 0 });
    journal.hasIncidents.mockResolvedValue(null);
    journal.listIncidents.mockResolvedValue(UNREADABLE);
    await listScreen(root, PAGE);
    const line = root.querySelector('#trouble-line');
    expect(line?.textContent).toBe('journal.trouble.unopened');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(journal.listIncidents.mock.calls.length).toBeGreaterThan(10);
    expect(root.querySelector('#trouble-line')).toBe(line);
    journal.listIncidents.mockResolvedValue(ONE);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([has('.entry'), root.querySelector('#trouble-line')?.textContent]).toEqual([
      true,
      'journal.trouble.full',
    ]);
    journal.readTrouble.mockResolvedValue(null);
  });
});

describe('an entry that was added to for weeks', () => {
  it('tells the day of the last time too, which is the one that the popup names', async () => {
    await loadTexts('en', ['journal']);
    const day = (n: number): number => new Date(2026, 9, n, 10, 30).getTime();
    journal.hasIncidents.mockResolvedValue(true);
    const rows = [exampleIncident({ id: 1, at: day(2), lastAt: day(23), times: 30 }), exampleIncident({ id: 2, at: day(1) })]; // prettier-ignore
    journal.listIncidents.mockResolvedValue({ ...ONE, rows });
    await listScreen(root, PAGE);
    const lines = [...root.querySelectorAll('.entry')].map((entry) => entry.textContent);
    expect(lines[0]).toMatch(/October 2, 2026.*Seen 30 times\. Last seen: October 23, 2026/);
    expect(lines[1]).toContain('October 1, 2026');
    expect(lines[1]).not.toContain('Seen');
  });
});

describe('a page of the list that cannot be read', () => {
  const told = (): string | undefined => root.querySelector('#found')?.textContent;

  it('can be asked for again, and is not counted as if it were the last', async () => {
    filter.closed = true;
    journal.hasIncidents.mockResolvedValue(true);
    journal.listIncidents.mockResolvedValue({ ...ONE, next: 7 });
    await listScreen(root, PAGE);
    journal.listIncidents.mockResolvedValue(UNREADABLE);
    root.querySelector<HTMLElement>('#more')?.click();
    await vi.advanceTimersByTimeAsync(10);
    expect([has('#more'), told()]).toEqual([true, '']);
    journal.listIncidents.mockClear();
    journal.listIncidents.mockResolvedValue(ONE);
    root.querySelector<HTMLElement>('#more')?.click();
    await vi.advanceTimersByTimeAsync(10);
    expect(journal.listIncidents.mock.calls).toEqual([[expect.objectContaining({ after: 7 })]]);
    expect([has('#more'), root.querySelectorAll('.entry').length]).toEqual([false, 2]);
    delete filter.closed;
  });

  it('leaves what is damaged on the pages before it told', async () => {
    await loadTexts('en', ['journal']);
    journal.listIncidents.mockResolvedValue({ ...ONE, next: 7, unreadable: 2 });
    await listScreen(root, PAGE);
    journal.listIncidents.mockResolvedValue({ ...ONE, unreadable: 1 });
    root.querySelector<HTMLElement>('#more')?.click();
    await vi.advanceTimersByTimeAsync(10);
    expect(root.querySelector('#trouble-line')?.textContent).toContain('3');
  });

  it('says nothing of how many were found', async () => {
    filter.text = 'Sam';
    journal.hasIncidents.mockResolvedValue(null);
    journal.listIncidents.mockResolvedValue(UNREADABLE);
    await listScreen(root, PAGE);
    expect([told(), has('#trouble-line')]).toEqual(['', true]);
    delete filter.text;
  });
});

describe('the days to keep', () => {
  const choose = async (days: string): Promise<void> => {
    const list = root.querySelector<HTMLSelectElement>('#keep-days');
    if (!list) throw new Error('There is no choice of days.');
    list.value = days;
    list.dispatchEvent(new Event('change'));
    await vi.advanceTimersByTimeAsync(10);
  };
  const spoken = (): string | undefined => document.querySelector('.only-spoken')?.textContent;
  const open = async (): Promise<Page> => {
    journal.hasIncidents.mockResolvedValue(true);
    journal.listIncidents.mockResolvedValue(ONE);
    await loadTexts('en', ['journal']);
    const page = { ...PAGE };
    page.redraw = () => listScreen(root, page);
    await page.redraw();
    return page;
  };

  it('are kept and said, and delete nothing there and then: that is the worker’s, once a day', async () => {
    const page = await open();
    for (const keepDays of [90, 30]) {
      settings.saveSettings.mockResolvedValueOnce({ ...page.settings, keepDays });
      await choose(String(keepDays));
    }
    expect(settings.saveSettings.mock.calls).toEqual([[{ keepDays: 90 }], [{ keepDays: 30 }]]);
    const less = 'Saved: 30 days. Older entries will soon be deleted.';
    expect([spoken(), document.activeElement?.id]).toEqual([less, 'keep-days']);
    expect(root.querySelector('#keep-saved')?.textContent, 'seen, too').toBe(less);
    expect(journal.expire).not.toHaveBeenCalled();
  });

  it('that an administrator has locked are said to be so: nobody is told to keep entries longer who cannot', async () => {
    await loadTexts('en', ['journal', 'errors']);
    for (const locked of [[], ['keepDays']]) {
      await listScreen(root, { ...PAGE, policy: { locked } } as unknown as Page);
      const words = root.querySelector('#keep-days-hint')?.textContent;
      expect(words).toContain(locked.length > 0 ? 'Your organisation has set this.' : 'Keep it longer');
    }
  });

  it('that an administrator has locked meanwhile are those that are said and shown', async () => {
    const page = await open();
    settings.saveSettings.mockResolvedValueOnce({ ...page.settings, keepDays: 14 });
    await choose('30');
    expect(spoken()).toContain('Saved: 14 days.');
    expect(root.querySelector<HTMLSelectElement>('#keep-days')?.value).toBe('14');
  });

  it('that cannot be stored are not shown as if they were', async () => {
    const failures: unknown[] = [];
    process.once('unhandledRejection', (reason) => void failures.push(reason));
    const scrolled = vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
    await open();
    settings.saveSettings.mockRejectedValueOnce(new Error('The disk is full.'));
    await choose('730');
    vi.useRealTimers();
    await vi.waitFor(() => expect(failures).toHaveLength(1));
    expect((failures[0] as Error).message).toBe('errors.notStored');
    expect(root.querySelector<HTMLSelectElement>('#keep-days')?.value).toBe('180');
    expect(scrolled, 'to where it is told, above a long list').toHaveBeenCalledWith(0, 0);
  });
});
