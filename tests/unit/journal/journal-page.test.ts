// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncidentPage } from '../../../src/storage/incident-list';
import { exampleIncident } from '../storage/incident-example';

const LIST: IncidentPage = { rows: [exampleIncident({ id: 1 })], next: null, unreadable: 0, failed: false };
const journal = vi.hoisted(() => ({
  hasIncidents: () => Promise.resolve(true),
  listIncidents: (): Promise<IncidentPage> => Promise.resolve(LIST),
  findIncident: vi.fn(),
  deleteIncident: vi.fn(),
  deleteAll: vi.fn(),
  saveNotes: vi.fn(),
  readTrouble: () => Promise.resolve(null),
}));
vi.mock('../../../src/storage/incident-list', () => journal);
vi.mock('../../../src/storage/incidents', () => journal);
vi.mock('../../../src/storage/journal-trouble', () => journal);
vi.mock('../../../src/storage/settings-store', () => ({}));
vi.mock('../../../src/browser/api', () => ({
  browser: {
    runtime: { getManifest: () => ({ version: '0.0.0' }), sendMessage: (told: unknown) => send(told) },
  },
}));
const send = vi.hoisted(() => vi.fn());
const started = vi.hoisted((): { options?: PageOptions } => ({}));
vi.mock('../../../src/ui/shared/page', () => ({
  startPage: (options: PageOptions) => void (started.options = options),
  nameWindow: (words: string) => void (document.title = words),
}));

import { loadTexts } from '../../../src/ui/shared/i18n';
import type { Page, PageOptions } from '../../../src/ui/shared/page';

const root = document.body.appendChild(document.createElement('main'));
// The screens read no more of a page than this.
const PAGE = { settings: { keepDays: 180 }, policy: { locked: [] } } as unknown as Page;
PAGE.redraw = async () => {
  root.replaceChildren();
  await started.options?.render(root, PAGE);
};

const spoken = (): string => document.querySelector('.only-spoken')?.textContent ?? '';
const heading = (): string | undefined => root.querySelector('h1')?.textContent;
const press = (id: string): void => document.getElementById(id)?.click();

/** The journal at a place of it, by its fragment. */
async function open(place: string): Promise<void> {
  history.replaceState(null, '', place);
  await loadTexts('en', ['common', 'errors', 'journal', 'report', 'reasons']);
  await import('../../../src/ui/journal/journal');
  await PAGE.redraw();
}

/** What the page is told of failures that nobody caught: it turns them into a sentence in sight (page.ts). */
const failures: unknown[] = [];
process.on('unhandledRejection', (reason) => void failures.push(reason));

beforeEach(() => {
  failures.length = 0;
  send.mockReset().mockResolvedValue({ ok: true });
  vi.stubGlobal('scrollTo', vi.fn());
  document.querySelector('.only-spoken')?.replaceChildren();
  journal.findIncident.mockResolvedValue({ incident: exampleIncident({ id: 1 }), failed: false });
});

describe.each([
  ['one entry', '#1', 'delete-one', journal.deleteIncident, 'The entry is deleted.', 1],
  ['the whole list', '#', 'delete-all', journal.deleteAll, 'The list is empty.', null],
])('deleting %s', (_what, place, id, work, sentence, entry) => {
  it('says so, tells the worker, and takes the keyboard to the heading of the list', async () => {
    await open(place);
    work.mockResolvedValue(true);
    press(id);
    press(`${id}-yes`);
    await vi.waitFor(() => expect(spoken()).toBe(sentence));
    expect([document.activeElement?.tagName, heading()]).toEqual(['H1', 'What was closed']);
    expect(send).toHaveBeenCalledWith({ type: 'journal-deleted', entry });
    expect(failures).toEqual([]);
  });

  it('that failed is told on top, in sight, and nowhere called done', async () => {
    await open(place);
    const before = heading();
    work.mockResolvedValue(false);
    press(id);
    press(`${id}-yes`);
    await vi.waitFor(() => expect(failures).toHaveLength(1));
    expect(window.scrollTo).toHaveBeenCalledWith(0, 0);
    expect([spoken(), heading()]).toEqual(['', before]);
    expect(send).not.toHaveBeenCalled();
  });
});

it('a report names its window, and so the file it is saved as; an entry does not tell its site there', async () => {
  document.title = 'What was closed';
  await open('#1');
  expect(document.title).toBe('What was closed');
  await open('#1/report');
  expect(heading()).toContain('Report');
  expect(document.title).toBe(heading());
});

describe('an entry', () => {
  it('names each page that it is of, as plain text', async () => {
    const incident = exampleIncident({ id: 1, otherAddresses: ['https://alert.example/offer'] });
    journal.findIncident.mockResolvedValue({ incident, failed: false });
    await open('#1');
    const lines = [...root.querySelectorAll('.facts div:first-child dd')].map((line) => line.textContent);
    expect(lines).toEqual(['https://alert.example/help', 'https://alert.example/offer']);
  });

  it('that is gone is said to be gone', async () => {
    journal.findIncident.mockResolvedValue({ incident: null, failed: false });
    await open('#1');
    expect(heading()).toBe('This entry is no longer here.');
  });

  it.each([
    ['key', true],
    ['menu', true],
    ['not-closed', false],
    ['itself', false],
  ] as const)('nobody called a scam, %s: says "you closed it yourself" %s', async (closedBy, says) => {
    const incident = exampleIncident({ id: 1, reasons: [], closedBy });
    journal.findIncident.mockResolvedValue({ incident, failed: false });
    await open('#1');
    expect(root.textContent.includes('You closed it yourself.')).toBe(says);
  });

  it('that cannot be read just now is not, and is shown as soon as it can', async () => {
    vi.useFakeTimers();
    journal.findIncident.mockResolvedValue({ incident: null, failed: true });
    await open('#1/report');
    expect(heading()).toBe('What was closed');
    expect(root.textContent).toContain('could not be read');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(heading()).toBe('What was closed');
    const reasons = [{ id: 'number-everywhere.plain', weight: 2 }];
    journal.findIncident.mockResolvedValue({ incident: exampleIncident({ id: 1, reasons }), failed: false });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(heading()).toBe('Report about a fake support page');
    vi.useRealTimers();
  });
});

describe('the person’s notes', () => {
  const state = (): string | undefined => root.querySelector('#notes-state')?.textContent;

  it('take no more than is kept', async () => {
    await open('#1');
    const fields = [...root.querySelectorAll<HTMLTextAreaElement>('.notes input, .notes textarea')];
    expect(fields.map(({ maxLength }) => maxLength)).toEqual([4_000, 4_000, 4_000, 4_000, 4_000]);
  });

  it.each([
    ['are kept', true, {}, 'Your notes are saved.'],
    [
      'belong to an entry that is gone',
      false,
      { incident: null, failed: false },
      'This entry is no longer here.',
    ],
    ['find no room', false, {}, 'Your browser could not save this. Free some disk space.'],
    [
      'cannot be written or read',
      false,
      { incident: null, failed: true },
      'Your browser could not save this. Free some disk space.',
    ],
  ])('say the truth where they %s', async (_where, done, found, sentence) => {
    await open('#1');
    const before = { incident: exampleIncident({ id: 1 }), failed: false };
    journal.findIncident.mockResolvedValue({ ...before, ...found });
    journal.saveNotes.mockResolvedValue(done);
    press('save-notes');
    await vi.waitFor(() => expect(state()).toBe(sentence));
  });
});
