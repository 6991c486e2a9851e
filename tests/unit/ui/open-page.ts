import { vi } from 'vitest';
import { browserWithStorage, settled, type BrowserWithStorage } from '../browser-with-storage';

/** Nobody allows or takes away anything unless a test does: `happen`. */
export function permissionEvents() {
  const listeners = new Set<() => void>();
  const event = {
    addListener: (listener: () => void) => void listeners.add(listener),
    removeListener: (listener: () => void) => void listeners.delete(listener),
  };
  return { onAdded: event, onRemoved: event, happen: () => [...listeners].forEach((tell) => tell()) };
}

/** A browser in memory in which one of our pages can be opened, with its stores. */
function browserForPages(): BrowserWithStorage {
  const more = {
    i18n: { getUILanguage: () => 'en', getMessage: (key: string) => key },
    runtime: {
      getURL: (path: string) => `chrome-extension://sangfroid/${path}`,
      sendMessage: async () => ({}),
    },
    permissions: { contains: async () => true, ...permissionEvents() },
    extension: { isAllowedIncognitoAccess: async () => false },
    commands: { getAll: async () => [] },
  };
  return Object.assign(browserWithStorage(), more);
}

/** An empty page over fresh modules, as the browser opens it: import the page's script afterwards, then `drawn`. */
export function openPage() {
  vi.resetModules();
  document.body.replaceChildren();
  HTMLElement.prototype.scrollIntoView = () => undefined; // jsdom has none
  const fake = browserForPages();
  vi.doMock('../../../src/browser/api', () => ({ browser: fake }));
  const main = document.body.appendChild(document.createElement('main'));
  main.id = 'app';
  const part = <E extends HTMLElement>(selector: string): E => {
    const found = document.querySelector<E>(selector);
    if (!found) throw new Error(`${selector} is not on the page`);
    return found;
  };
  const drawn = (selector = 'h1') => vi.waitFor(() => part(selector), 5_000);
  /** As a person does: the keyboard goes there, the value changes, the page hears of it. */
  async function enter(selector: string, value: string): Promise<void> {
    const field = part<HTMLInputElement>(selector);
    field.focus();
    field.value = value;
    field.dispatchEvent(new Event('change'));
    await settled();
  }
  const spoken = () => document.querySelector('.only-spoken[aria-live]')?.textContent ?? '';
  /** Holds once what was begun has come to its end. */
  const until = (check: () => void) => vi.waitFor(check, 5_000);
  return { fake, main, part, drawn, enter, spoken, until };
}
