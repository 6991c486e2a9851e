import type { IncidentFilter } from '../../storage/incident-list';
import { h } from '../shared/h';
import { t } from '../shared/i18n';
import { field } from '../shared/parts';

/** What the list is narrowed to; it outlives a redraw and the way to an entry and back. */
export const filter: IncidentFilter = {};

/** Typing rests this long before the journal is searched. */
const TYPING_MS = 200;

/** The ending that the list is narrowed to. */
function chosenEnding(): 'all' | 'closed' | 'open' {
  if (filter.closed === undefined) return 'all';
  return filter.closed ? 'closed' : 'open';
}

/** Is anything left out of the list now? */
export function isFiltered(): boolean {
  return Boolean(filter.text) || filter.closed !== undefined;
}

/** A field for words and a choice of endings; `changed` runs after each change of `filter`. */
export function filterBar(changed: () => unknown): HTMLElement {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const words: HTMLInputElement = h('input', {
    type: 'text',
    id: 'filter-words',
    value: filter.text ?? '',
    autocomplete: 'off',
    oninput: () => {
      filter.text = words.value;
      clearTimeout(timer);
      timer = setTimeout(changed, TYPING_MS);
    },
  });
  const endings: HTMLSelectElement = h(
    'select',
    { id: 'filter-ending', onchange: () => choose(endings.value) },
    ...(['all', 'closed', 'open'] as const).map((value) =>
      h('option', { value }, t(`journal.filter.${value}`)),
    ),
  );
  endings.value = chosenEnding();
  function choose(value: string): unknown {
    filter.closed = value === 'all' ? undefined : value === 'closed';
    return changed();
  }
  return h(
    'div',
    { class: 'filter-bar', role: 'search' },
    field(t('journal.search'), words),
    field(t('journal.ending'), endings),
  );
}
