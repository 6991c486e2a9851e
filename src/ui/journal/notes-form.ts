import type { Incident } from '../../storage/incident';
import { NOTE_LENGTH } from '../../storage/incident-shape';
import { findIncident, saveNotes } from '../../storage/incidents';
import { h } from '../shared/h';
import { t } from '../shared/i18n';
import { button, field, tellIn } from '../shared/parts';
import type { TextKey } from '../shared/text-keys';

type Notes = Incident['notes'];

const FIELDS: { name: keyof Notes; long?: boolean }[] = [
  { name: 'caller' },
  { name: 'otherNumbers' },
  { name: 'amounts' },
  { name: 'program' },
  { name: 'text', long: true },
];

/** Writing rests this long before it is kept: "back", a crash or another scam may come before the field is left. */
const WRITING_MS = 400;

/** What is written and not stored yet, by entry: another language or "back" draws the form anew meanwhile. */
const unsaved = new Map<number, Map<keyof Notes, string>>();

function writtenFor(id: number): Map<keyof Notes, string> {
  const written = unsaved.get(id) ?? new Map<keyof Notes, string>();
  unsaved.set(id, written);
  return written;
}

/** Stores what is written here, and only that: another window may have added to the same entry. @returns what came of it */
async function store(id: number): Promise<TextKey> {
  const written = writtenFor(id);
  const now = new Map(written);
  if (!(await saveNotes(id, Object.fromEntries(now)))) {
    const { incident, failed } = await findIncident(id);
    // The entry may have been deleted meanwhile, in another tab or because it was old.
    return incident === null && !failed ? 'journal.missing' : 'errors.notStored';
  }
  for (const [name, words] of now) if (written.get(name) === words) written.delete(name);
  return 'journal.notes.saved';
}

/** A tab that is closed fires no "change", and leaves no time for a rest from writing. */
function keepAll(): void {
  for (const [id, written] of unsaved) if (written.size > 0) void store(id);
}

window.addEventListener('beforeunload', keepAll); // comes first: the store needs a moment
window.addEventListener('pagehide', keepAll);
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepAll());

/** What the person adds for the police or the bank. Kept while it is written, when a field is left, and by the button. */
export function notesForm(id: number, stored: Notes): HTMLElement {
  const written = writtenFor(id);
  const notes: Notes = { ...stored, ...Object.fromEntries(written) };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const state = h('p', { id: 'notes-state', class: 'quiet', role: 'status' });
  /** @param told while it is written, only that it could not be stored: nothing else is to distract from it */
  async function keep(told: 'always' | 'trouble'): Promise<void> {
    clearTimeout(timer);
    const key = await store(id);
    tellIn(state, told === 'always' || key !== 'journal.notes.saved' ? t(key) : '');
  }
  const rows = FIELDS.map(({ name, long }) => {
    const props = { id: `note-${name}`, autocomplete: 'off', maxlength: NOTE_LENGTH, value: notes[name] };
    const control: HTMLInputElement | HTMLTextAreaElement = long
      ? h('textarea', { ...props, rows: 5 })
      : h('input', { ...props, type: 'text' });
    const take = (): void => void written.set(name, control.value);
    control.addEventListener('input', () => {
      take();
      clearTimeout(timer);
      timer = setTimeout(() => void keep('trouble'), WRITING_MS);
    });
    control.addEventListener('change', () => {
      take();
      void keep('always');
    });
    return field(t(`journal.notes.${name}`), control, t(`journal.notes.${name}.hint`));
  });
  return h(
    'div',
    { class: 'notes' },
    ...rows,
    button({ id: 'save-notes', label: t('journal.notes.save'), onclick: () => keep('always') }),
    state,
  );
}
