import { t } from '../../shared/i18n';
import { announce, button, once } from '../../shared/parts';
import type { TextKey } from '../../shared/text-keys';
import { pickVoice } from './pick-voice';

/** What is read: headings, sentences, list items and answers to tick that are on the screen, not the buttons. */
const READABLE = 'h1, h2, h3, p, li, dt, dd, label';
const NOT_READ = '.no-read, [hidden], details:not([open]), .print-only, button, select';

function readableParts(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(READABLE)].filter(
    (part) =>
      !part.closest(NOT_READ) && !part.parentElement?.closest(READABLE) && part.innerText.trim() !== '',
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
  const words = new SpeechSynthesisUtterance(part.innerText);
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
  const label = (key: TextKey): void => {
    made.lastChild?.replaceWith(t(key));
  };
  async function read(): Promise<void> {
    reading = true;
    const voice = pickVoice(await voices(), { language, country, languages: navigator.languages });
    if (voice) {
      label('guide.stopReading');
      await readParts(root, voice, () => !reading);
      label('guide.read');
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

function tellNoVoice(at: HTMLElement): void {
  announce(t('guide.noVoice'));
  at.after(
    Object.assign(document.createElement('span'), {
      className: 'quiet small',
      textContent: t('guide.noVoice'),
    }),
  );
  at.remove();
}
