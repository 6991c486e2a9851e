import { documentState } from '../document-state';

type Box = HTMLInputElement | HTMLTextAreaElement;

/** What boxes said that nobody could write in, before anybody had pressed anything. */
const saidAtFirst = new WeakMap<Box, string>();

export const isBox = (element: Element): element is Box =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/**
 * What only the page can have written: on a button, or in a box that nobody can write in. Once somebody has pressed
 * anything only what such a box said before, and still says: a form that is being sent is closed for writing, too, and
 * many pages keep what is typed in the markup.
 * @returns null for all other boxes
 */
export function wordsOfPage(box: Box): string | null {
  const { type, readOnly, disabled, value } = box;
  if (/^(?:button|submit|reset)$/.test(type)) return value;
  if (type === 'password' || !(readOnly || disabled)) return null;
  if (documentState().gestureAt === null) saidAtFirst.set(box, value);
  return saidAtFirst.get(box) === value ? value : null;
}
