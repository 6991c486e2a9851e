import { h } from './h';

/** Long enough for the browser to have read the file, short enough not to hold it. */
const HOLD_MS = 30_000;

/** Gives a text to the person as a file, through the browser's own download. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = h('a', { href: address, download: name });
  document.body.append(link); // Firefox only follows a link that stands in the document
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), HOLD_MS);
}
