// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { SavedGuide } from '../../../../src/ui/guide/plan/progress-store';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

/** A voice of the device that never comes to the end of a sentence. */
const speech = { spoken: [] as unknown[], cancelled: 0 };
vi.stubGlobal('SpeechSynthesisUtterance', class {});
vi.stubGlobal('speechSynthesis', {
  getVoices: () => [{ localService: true, lang: 'en-GB' }],
  speak: (words: unknown) => void speech.spoken.push(words),
  cancel: () => void (speech.cancelled += 1),
});
HTMLElement.prototype.scrollIntoView = () => undefined;
Object.defineProperty(HTMLElement.prototype, 'innerText', {
  get(this: HTMLElement) {
    return this.textContent;
  },
});

const STEPS: Partial<SavedGuide> = {
  answers: { happened: ['remote'], means: [], secrets: [] },
  marks: { 'hang-up': 'done', 'bank-today': 'done' },
  at: Date.now(),
};

async function open() {
  window.history.replaceState(null, '', '/#plan');
  const page = openPage();
  Object.assign(page.fake.storage.local.items, { guideProgress: STEPS });
  await import('../../../../src/ui/guide/guide');
  await page.drawn('#done');
  await settled();
  const heading = () => page.main.querySelector('#heading')?.textContent;
  const stored = () => page.fake.storage.local.items.guideProgress as SavedGuide;
  return { ...page, heading, stored };
}

/** The click of a mouse: a double click is a first one and a second one. */
const click = (at: Element | null | undefined, detail: number) =>
  at?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open()), 60_000);

describe('who presses everything twice', () => {
  it('hears the page read aloud: the second half of a double click does not stop it', async () => {
    const { part, until } = await open();
    speech.spoken.length = 0;
    const button = part('#read-aloud');
    click(button, 1);
    await until(() => expect(speech.spoken).toHaveLength(1));
    const before = speech.cancelled;
    click(button, 2);
    await settled();
    expect([speech.cancelled - before, button.textContent]).toEqual([0, 'Stop reading']);
    click(button, 1);
    expect(speech.cancelled - before).toBe(1);
  });

  it('goes back one step, not two', async () => {
    const { main, heading, stored, until } = await open();
    const previous = () =>
      [...main.querySelectorAll('button')].find((one) => one.textContent === 'Previous step');
    click(previous(), 1);
    await until(() => expect(heading()).toBe('Call your bank today'));
    click(previous(), 2);
    await settled();
    expect(heading()).toBe('Call your bank today');
    expect(stored().marks).toEqual({ 'hang-up': 'done' });
  });
});
