import type { Incident } from '../../storage/incident';
import { NOTE_LENGTH } from '../../storage/incident-shape';
import { findIncident, saveNotes } from '../../storage/incidents';
import { h } from '../shared/h';
import { t } from '../shared/i18n';
import { button, field } from '../shared/parts';

type Notes = Incident['notes'];

const FIELDS: { name: keyof Notes; long?: boolean }[] = [
  { name: 'caller' },
  { name: 'otherNumbers' },
  { name: 'amounts' },
  { name: 'program' },
  { name: 'text', long: true },
];

/** What the person adds for the police or the bank. Each field is kept when it is left, and by the button. */
export function notesForm(id: number, notes: Notes): HTMLElement {
  const kept: Notes = { ...notes };
  const state = h('p', { id: 'notes-state', class: 'quiet', role: 'status' });
  async function keep(): Promise<void> {
    const done = await saveNotes(id, kept);
    state.textContent = t(done ? 'journal.notes.saved' : await whyNot());
  }
  /** The entry may have been deleted meanwhile, in another tab or because it was old. */
  async function whyNot(): Promise<string> {
    const { incident, failed } = await findIncident(id);
    return incident === null && !failed ? 'journal.missing' : 'errors.notStored';
  }
  const rows = FIELDS.map(({ name, long }) => {
    const props = { id: `note-${name}`, autocomplete: 'off', maxlength: NOTE_LENGTH, value: notes[name] };
    const control: HTMLInputElement | HTMLTextAreaElement = long
      ? h('textarea', { ...props, rows: 5 })
      : h('input', { ...props, type: 'text' });
    control.addEventListener('change', () => {
      kept[name] = control.value;
      void keep();
    });
    return field(t(`journal.notes.${name}`), control, t(`journal.notes.${name}.hint`));
  });
  return h(
    'div',
    { class: 'notes' },
    ...rows,
    button({ id: 'save-notes', label: t('journal.notes.save'), onclick: keep }),
    state,
  );
}
