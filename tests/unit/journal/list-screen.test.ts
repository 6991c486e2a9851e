// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncidentPage } from '../../../src/storage/incident-list';
import type { TroubleNote } from '../../../src/storage/journal-trouble';
import { exampleIncident } from '../storage/incident-example';

const journal = vi.hoisted(() => ({
  hasIncidents: vi.fn(),
  listIncidents: vi.fn(),
  deleteAll: vi.fn(),
  expire: vi.fn(() => Promise.resolve(0)),
  readTrouble: vi.fn((): Promise<TroubleNote | null> => Promise.resolve(null)),
}));
vi.mock('../../../src/storage/incident-list', () => journal);
vi.mock('../../../src/storage/incidents', () => journal);
vi.mock('../../../src/storage/journal-trouble', () => journal);
const { knownSettings } = vi.hoisted(() => ({
  knownSettings: vi.fn((): Promise<{ keepDays: number } | null> => Promise.resolve({ keepDays: 730 })),
}));
vi.mock('../../../src/storage/settings-store', () => ({ saveSettings: vi.fn(), knownSettings }));
vi.mock('../../../src/browser/api', () => ({ browser: {} }));

import { filter } from '../../../src/ui/journal/filter-bar';
import { listScreen } from '../../../src/ui/journal/list-screen';
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

describe('old entries, when the list is opened', () => {
  it.each([
    ['go by what is set', { keepDays: 730 }, [[730]]],
    ['stay where that cannot be read', null, []],
  ])('%s', async (_how, settings, asked) => {
    journal.expire.mockClear();
    knownSettings.mockResolvedValueOnce(settings);
    journal.hasIncidents.mockResolvedValue(false);
    journal.listIncidents.mockResolvedValue({ ...ONE, rows: [] });
    await listScreen(root, PAGE);
    expect(journal.expire.mock.calls).toEqual(asked);
  });
});

describe('the list of the journal', () => {
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
