import type { BrowserKind } from './browser-rig';

const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

/** The variables by which a person names the program of each. */
export const VARIABLES: Record<BrowserKind, string> = { chromium: 'CHROMIUM', firefox: 'FIREFOX' };

/** The browser that somebody named. @throws one clear line when there is none of that name */
export function browserKind(name: string): BrowserKind {
  const found = KINDS.find((kind) => kind === name);
  if (!found) throw new Error(`"${name}" is no browser that is driven here: say ${KINDS.join(' or ')}.`);
  return found;
}

/** Several, with commas between them; both where nobody named one. @throws like browserKind */
export function browserKinds(names: string = KINDS.join(',')): BrowserKind[] {
  return names.split(',').map(browserKind);
}
