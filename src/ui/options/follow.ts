import { redrawInPlace, type Page } from '../shared/page';
import { followTrusted } from './trusted-section';

/** Shows a value in its control. @returns false where a list has no line for it */
function showIn(control: HTMLElement | null, value: unknown): boolean {
  if (control instanceof HTMLSelectElement) {
    control.value = String(value);
    return control.value === String(value);
  }
  // What somebody is writing is stored with their next letter or as they leave the field, over what came meanwhile.
  if (!(control instanceof HTMLInputElement) || control === document.activeElement) return true;
  if (control.type === 'checkbox') control.checked = value === true;
  else control.value = String(value);
  return true;
}

/**
 * Shows what has been changed elsewhere while the page is open: in another window, the popup, by sync or a file. Nothing
 * is drawn anew, so that the keyboard stays where it is.
 */
export function showValues(page: Page): void {
  const { sensitivity, trustedPerson, ...settings } = page.settings;
  const level = document.getElementById(`sensitivity-${sensitivity}`);
  if (level instanceof HTMLInputElement) level.checked = true;
  const lines = { ...settings, 'person-name': trustedPerson.name, 'person-phone': trustedPerson.phone };
  const shown = Object.entries(lines).map(([id, value]) => showIn(document.getElementById(id), value));
  followTrusted(page);
  if (shown.includes(false)) void redrawInPlace(page); // a country or a number of hours that only an administrator offers
}
