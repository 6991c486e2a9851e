// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('../../../../src/browser/api', () => ({ browser: {} }));

import { readAloudButton } from '../../../../src/ui/guide/screens/read-aloud';
import { h } from '../../../../src/ui/shared/h';
import { loadTexts } from '../../../../src/ui/shared/i18n';

/** A speech that says each part when it is told to go on. */
class Words {
  onend?: () => void;
  onerror?: () => void;
  constructor(readonly text: string) {}
}
const said: Words[] = [];
let voices = [{ localService: true, lang: 'en-GB' }];
vi.stubGlobal('SpeechSynthesisUtterance', Words);
vi.stubGlobal('speechSynthesis', {
  getVoices: () => voices,
  speak: (words: Words) => void said.push(words),
  cancel: () => said.at(-1)?.onerror?.(),
  addEventListener: (_name: string, done: () => void) => done(),
});
HTMLElement.prototype.scrollIntoView = () => undefined; // jsdom has none
Object.defineProperty(HTMLElement.prototype, 'innerText', {
  get(this: HTMLElement) {
    return this.textContent;
  },
});

beforeAll(() => loadTexts('en', ['common', 'errors', 'guide']));
beforeEach(() => {
  said.length = 0;
  voices = [{ localService: true, lang: 'en-GB' }];
});
afterEach(() => document.body.replaceChildren());

/** A step with an address to copy and a link, and the button at its foot, pressed from the keyboard. */
function pressed(): HTMLElement {
  const address = h('span', { class: 'address' }, h('code', null, 'chrome://settings'), h('button', null, 'Copy')); // prettier-ignore
  const line = h('li', null, h('span', null, 'Remove each site.'), address);
  const service = h('li', null, h('h3', null, 'Police'), h('p', null, 'Call them.'), h('a', { class: 'button' }, 'Their site')); // prettier-ignore
  const root = h('main', null, h('h1', null, 'Notifications'), line, service);
  document.body.append(root);
  const button = readAloudButton(root, 'en', 'GB');
  if (button === null) throw new Error('there is no button');
  root.append(h('div', { class: 'no-read' }, button));
  button.focus();
  button.click();
  return button;
}

const spoken = (at: number) => vi.waitFor(() => expect(said).toHaveLength(at));

describe('reading aloud', () => {
  it('leaves out buttons and addresses, and does not run two lines into one', async () => {
    pressed();
    for (let at = 1; at <= 3; at += 1) {
      await spoken(at);
      said.at(-1)?.onend?.();
    }
    expect(said.map(({ text }) => text)).toEqual([
      'Notifications',
      'Remove each site.',
      'Police\nCall them.',
    ]);
  });

  it('stops with Esc, and its button stays in sight until then', async () => {
    const button = pressed();
    await spoken(1);
    expect(button.closest('.reading')).not.toBeNull();
    const esc = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    esc();
    await vi.waitFor(() => expect(button.textContent).toBe('Read aloud'));
    expect(button.closest('.reading')).toBeNull();
    expect(said).toHaveLength(1);
  });

  it('without a voice says so where the button was, and the keyboard is there', async () => {
    voices = [];
    pressed();
    await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('no voice'));
    expect(document.querySelector('[role=status]')?.textContent ?? '', 'heard once').toBe('');
  });
});
