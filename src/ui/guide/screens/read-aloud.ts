import { h } from '../../shared/h';
import { t } from '../../shared/i18n';
import { announce, button, once } from '../../shared/parts';
import type { TextKey } from '../../shared/text-keys';
import { pickVoice } from './pick-voice';

/** What is read: headings, sentences, list items and answers to tick that are on the screen, not the buttons. */
const READABLE = 'h1, h2, h3, p, li, dt, dd, label';
const NOT_READ = '.no-read, [hidden], details:not([open]), .print-only, .address, button, .button, select';

/** The words of a part without buttons and addresses, which nobody follows by ear; after each block in it a pause. */
function wordsOf(part: HTMLElement): string {
  const copy = part.cloneNode(true) as HTMLElement; // a copy of the same kind
  for (const left of copy.querySelectorAll(NOT_READ)) left.remove();
  for (const block of copy.querySelectorAll(READABLE)) block.append('\n');
  return copy.textContent.trim();
}

function readableParts(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(READABLE)].filter(
    (part) => !part.closest(NOT_READ) && !part.parentElement?.closest(READABLE) && wordsOf(part) !== '',
  );
}

/** Voices come late in Chrome: waits for them, but not longer than this. */
const VOICES_WAIT_MS = 1500;

async function voices(): Promise<SpeechSynthesisVoice[]> {
  const now = speechSynthesis.getVoices();
  if (now.length > 0) return now;
  await new Promise((done) => {
    speechSynthesis.addEventListener('voiceschanged', done, { once: true });
    setTimeout(done, VOICES_WAIT_MS);
  });
  return speechSynthesis.getVoices();
}

function say(part: HTMLElement, voice: SpeechSynthesisVoice): Promise<boolean> {
  const words = new SpeechSynthesisUtterance(wordsOf(part));
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = 0.95; // a little slower than usual: the listener may be upset
  part.classList.add('spoken');
  part.scrollIntoView({ block: 'nearest' });
  return new Promise<boolean>((done) => {
    words.onend = () => done(true);
    words.onerror = () => done(false);
    speechSynthesis.speak(words);
  }).finally(() => part.classList.remove('spoken'));
}

async function readParts(
  root: HTMLElement,
  voice: SpeechSynthesisVoice,
  stopped: () => boolean,
): Promise<void> {
  for (const part of readableParts(root)) {
    if (stopped() || !part.isConnected || !(await say(part, voice))) return;
  }
}

/** Ends any reading, for example when another screen is drawn. */
export function stopReading(): void {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
}

/**
 * The button that reads a screen aloud and stops again. Null where the browser cannot speak.
 * @param language of the texts @param country of the person, as in pick-voice.ts
 */
export function readAloudButton(root: HTMLElement, language: string, country: string): HTMLElement | null {
  if (!('speechSynthesis' in window)) return null;
  let reading = false;
  const stopOnEsc = ({ key }: KeyboardEvent): void => void (key === 'Escape' && stop());
  /** The way to stop stays in sight, wherever the reading has scrolled to; Esc is another. */
  function show(key: TextKey, on: boolean): void {
    made.lastChild?.replaceWith(t(key));
    made.parentElement?.classList.toggle('reading', on);
    if (on) document.addEventListener('keydown', stopOnEsc);
    else document.removeEventListener('keydown', stopOnEsc);
  }
  async function read(): Promise<void> {
    reading = true;
    const voice = pickVoice(await voices(), { language, country, languages: navigator.languages });
    if (voice) {
      show('guide.stopReading', true);
      await readParts(root, voice, () => !reading);
      show('guide.read', false);
    } else tellNoVoice(made);
    reading = false;
  }
  function stop(): void {
    reading = false;
    stopReading();
  }
  const made = button({
    id: 'read-aloud',
    label: t('guide.read'),
    icon: 'sound',
    onclick: once(() => (reading ? stop() : void read())),
  });
  return made;
}

/** In the place of the button, with the keyboard if that had it. */
function tellNoVoice(at: HTMLElement): void {
  const hadKeyboard = at === document.activeElement;
  const said = h('p', { class: 'quiet small', tabindex: -1 }, t('guide.noVoice'));
  at.replaceWith(said);
  if (hadKeyboard) said.focus();
  else announce(t('guide.noVoice'));
}
