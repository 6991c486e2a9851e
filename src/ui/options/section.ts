import type { Settings } from '../../storage/settings';
import type { SettingName } from '../../storage/settings-schema';
import { saveSettings, type Patch } from '../../storage/settings-store';
import { chooseAtRest } from '../shared/choose-at-rest';
import { h, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { redrawInPlace, type Page } from '../shared/page';
import { announce, checkbox, field } from '../shared/parts';
import { stored } from '../shared/trouble';

/** One part of the settings page, with its heading. `id` makes it linkable: options.html#trusted. */
export function section(id: string, title: string, ...children: Child[]): HTMLElement {
  const heading = `${id}-title`;
  const made = h(
    'section',
    { class: 'card', id, 'aria-labelledby': heading },
    h('h2', { id: heading }, title),
    children,
  );
  made.addEventListener('change', () => takeChange(made), { capture: true }); // before the control's own listener
  return made;
}

/** For who sees: one line on the page, in the section that it is about. */
const line = h('p', { class: 'quiet', id: 'saved' });

/** Says in a section that a change is stored, to be seen and heard. */
export function tellSaved(place: Element | null, sentence: string): void {
  line.textContent = sentence;
  place?.append(line);
  announce(sentence);
}

/** Where the last change was made: by the time that a field's change is stored, the keyboard has left it. */
let changed: HTMLElement | null = null;

function takeChange(made: HTMLElement): void {
  changed = made;
  line.remove(); // what comes again is seen
}

/** Did the administrator fix this setting? */
export function isLocked(page: Page, name: SettingName): boolean {
  return page.policy.locked.includes(name);
}

/** The sentence under a setting that the administrator fixed. */
export function lockedNote(page: Page, name: SettingName): Child {
  return isLocked(page, name) ? h('p', { class: 'quiet small' }, t('errors.locked')) : null;
}

/**
 * Stores a change at once and says so. What is not in force then, because it could not be stored or was locked
 * meanwhile, is not shown any longer; a failure to store ends as a sentence on the page.
 */
export async function save(page: Page, patch: Patch): Promise<void> {
  try {
    page.settings = await stored(saveSettings(patch));
  } catch (error) {
    await redrawInPlace(page);
    throw error;
  }
  if (holds(page.settings, patch)) return tellSaved(changed, t('options.saved'));
  await redrawInPlace(page);
  announce(t('errors.locked'));
}

function holds(settings: Settings, patch: Patch): boolean {
  const trustedPerson = { ...settings.trustedPerson, ...patch.trustedPerson };
  return JSON.stringify({ ...settings, ...patch, trustedPerson }) === JSON.stringify(settings);
}

export interface Option {
  value: string;
  label: string;
  /** Of the label, where it is another than the page's. */
  lang?: string;
}

export interface SelectOptions {
  name: SettingName;
  label: string;
  options: readonly Option[];
  onchange: (value: string) => unknown;
  hint?: string;
  /** The choice draws the page anew. */
  drawsAnew?: true;
}

/** A labelled list to choose one value of a setting from. */
export function selectField(page: Page, select: SelectOptions): HTMLElement {
  const { name, label, options, onchange, hint, drawsAnew } = select;
  const list: HTMLSelectElement = h(
    'select',
    { id: name, disabled: isLocked(page, name) },
    options.map(({ value, label: words, lang }) => h('option', { value, lang }, words)),
  );
  list.value = String(page.settings[name]);
  const act = (): unknown => onchange(list.value);
  if (drawsAnew) chooseAtRest(list, act);
  else list.addEventListener('change', act);
  return h('div', null, field(label, list, hint), lockedNote(page, name));
}

/** A check box for a yes-or-no setting. */
export function switchField(
  page: Page,
  name: 'closeByItself' | 'screenshots' | 'sync',
  label: string,
  hint: string,
): HTMLElement {
  const box = checkbox({
    id: name,
    label,
    hint,
    checked: page.settings[name],
    disabled: isLocked(page, name),
    onchange: (on) => save(page, { [name]: on }),
  });
  return h('div', null, box, lockedNote(page, name));
}
