// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Incident } from '../../../src/storage/incident';
import { exampleIncident } from '../storage/incident-example';

type Notes = Incident['notes'];
const NOTHING: Notes = { caller: '', amounts: '', program: '', otherNumbers: '', text: '' };

/** The one entry that is stored, as any window of the journal reads and writes it. */
const journal = vi.hoisted(() => ({ notes: {} as Notes, full: false }));
vi.mock('../../../src/storage/incidents', () => ({
  findIncident: () =>
    Promise.resolve({ incident: exampleIncident({ id: 1, notes: { ...journal.notes } }), failed: false }),
  saveNotes: (_id: number, notes: Partial<Notes>) => {
    if (!journal.full) journal.notes = { ...journal.notes, ...notes };
    return Promise.resolve(!journal.full);
  },
}));

import { notesForm } from '../../../src/ui/journal/notes-form';
import { loadTexts } from '../../../src/ui/shared/i18n';

/** Each test has an entry of its own. */
let entry = 0;

/** The form as a window shows it now, and a person who writes in it. */
function open() {
  const form = notesForm(entry, { ...journal.notes });
  document.body.append(form);
  const control = (name: keyof Notes) => form.querySelector<HTMLInputElement>(`[id=note-${name}]`);
  const type = (name: keyof Notes, words: string) => {
    const field = control(name);
    if (field) field.value = words;
    field?.dispatchEvent(new Event('input'));
  };
  const leave = async (name: keyof Notes) => {
    control(name)?.dispatchEvent(new Event('change'));
    await vi.advanceTimersByTimeAsync(0);
  };
  return { form, type, leave, said: () => form.querySelector('#notes-state')?.textContent };
}

/** The tab goes out of sight, as it does when it is closed. */
function hide(): void {
  const sight = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  sight.mockRestore();
}

/** Nobody types for so long. */
const rest = () => vi.advanceTimersByTimeAsync(2_000);

beforeEach(async () => {
  await loadTexts('en', ['journal', 'errors']);
  Object.assign(journal, { notes: { ...NOTHING }, full: false });
  entry += 1;
  vi.useFakeTimers();
});
afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

describe('what is being written about a scam', () => {
  it('is kept where "back", another scam or a closed lid comes before the field is left', async () => {
    const { form, type } = open();
    type('text', 'He called himself Sam.');
    form.remove();
    await rest();
    expect(journal.notes).toEqual({ ...NOTHING, text: 'He called himself Sam.' });
  });

  it('is kept without a word while it is written, and with one when the field is left', async () => {
    const { type, leave, said } = open();
    type('caller', 'Sam');
    await rest();
    expect(said()).toBe('');
    await leave('caller');
    expect(said()).toBe('Your notes are saved.');
  });

  it('that finds no room says so at once', async () => {
    journal.full = true;
    const { type, said } = open();
    type('caller', 'Sam');
    await rest();
    expect(said()).toBe('Your browser could not save this. Free some disk space.');
  });

  it('takes nothing away of what was written in another window', async () => {
    const one = open();
    const other = open();
    other.type('caller', 'Sam');
    await other.leave('caller');
    one.type('amounts', '400');
    await one.leave('amounts');
    expect(journal.notes).toEqual({ ...NOTHING, caller: 'Sam', amounts: '400' });
  });

  it.each([
    ['beforeunload', () => window.dispatchEvent(new Event('beforeunload'))],
    ['pagehide', () => window.dispatchEvent(new Event('pagehide'))],
    ['out of sight', () => hide()],
  ])('is kept where the tab is closed at the last letter: %s', async (_name, close) => {
    const { type } = open();
    type('text', 'He called himself Sam.');
    close();
    await vi.advanceTimersByTimeAsync(10);
    expect(journal.notes.text).toBe('He called himself Sam.');
  });

  it('is not stored once more by a tab that comes into sight', async () => {
    const { type } = open();
    type('text', 'He called himself Sam.');
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(10);
    expect(journal.notes.text).toBe('');
  });

  it('stands in the form that another language draws before it is stored', () => {
    const before = open();
    before.type('text', 'He called himself Sam.');
    void before.leave('text');
    before.form.remove();
    expect(open().form.querySelector('textarea')?.value).toBe('He called himself Sam.');
  });

  it('gives way to what another window has made of it since', async () => {
    const one = open();
    one.type('caller', 'Sam');
    await one.leave('caller');
    journal.notes = { ...journal.notes, caller: 'Samuel' };
    one.type('amounts', '400');
    await one.leave('amounts');
    expect(journal.notes).toEqual({ ...NOTHING, caller: 'Samuel', amounts: '400' });
  });
});
