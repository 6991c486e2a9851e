// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from '../storage/full-disk-storage';
import { exampleIncident } from '../storage/incident-example';

const held = vi.hoisted(() => ({
  storage: undefined as unknown,
  /** What a reading waits for once it has read: its picture, behind the writing of another. */
  readings: [] as Promise<unknown>[],
}));
vi.mock('../../../src/browser/api', () => ({
  get browser() {
    return { storage: held.storage };
  },
}));
vi.mock('../../../src/storage/incidents', async (original) => {
  const real = await original<typeof import('../../../src/storage/incidents')>();
  const findIncident: typeof real.findIncident = async (id) => {
    const found = await real.findIncident(id);
    await held.readings.shift();
    return found;
  };
  return { ...real, findIncident };
});

import { addIncident, getIncident, saveNotes } from '../../../src/storage/incidents';
import { forgetConnection } from '../../../src/storage/journal-connection';
import { notesForm } from '../../../src/ui/journal/notes-form';
import { loadTexts } from '../../../src/ui/shared/i18n';

const { notes } = exampleIncident();

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  held.storage = fakeStorage();
  held.readings = [];
  forgetConnection();
  await loadTexts('en', ['journal', 'errors']);
  await addIncident(exampleIncident());
});
afterEach(() => document.body.replaceChildren());

describe('notes that are stored twice at once', () => {
  it('are all there: a field is left by the press on "Save my notes"', async () => {
    let release: (value?: unknown) => void = () => undefined;
    held.readings = [Promise.resolve(), new Promise((done) => (release = done))];
    const form = notesForm(1, notes);
    document.body.append(form);
    const field = form.querySelector<HTMLInputElement>('#note-caller');
    if (field) field.value = 'Sam';
    field?.dispatchEvent(new Event('change'));
    form.querySelector<HTMLElement>('#save-notes')?.click();
    await vi.waitFor(async () => expect((await getIncident(1))?.notes.caller).toBe('Sam'));
    await new Promise((done) => setTimeout(done, 50)); // the first storing has come to its end
    release();
    await vi.waitFor(() =>
      expect(form.querySelector('#notes-state')?.textContent).toBe('Your notes are saved.'),
    );
    await new Promise((done) => setTimeout(done, 50));
    expect((await getIncident(1))?.notes.caller).toBe('Sam');
  });

  it('take nothing away from what another window stores meanwhile', async () => {
    await Promise.all([saveNotes(1, { ...notes, caller: 'Sam' }), saveNotes(1, { amounts: '400' })]);
    expect((await getIncident(1))?.notes).toEqual({ ...notes, caller: 'Sam', amounts: '400' });
  });
});
