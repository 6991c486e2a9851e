import type { BrowserRig, OpenPage } from '../rig/browser-rig';

/** What was spoken: by which voice, which words, and which parts of the page were marked meanwhile. */
interface Said {
  voice: string;
  text: string;
  marked: string[];
}

interface Words {
  text: string;
  voice?: { name: string };
  onend?: () => void;
  onerror?: () => void;
}

/** Both run inside the page, so each brings all it needs. A speech with one voice of this device and one from afar. */
function speech() {
  const voice = (name: string, localService: boolean) => ({ name, localService, lang: 'en-GB' });
  let voices = [voice('far', false), voice('near', true)];
  let now: Words | null = null;
  const said: Said[] = [];
  const test = {
    said,
    stopped: false,
    goOn: () => now?.onend?.(),
    onlyFar: () => void (voices = [voice('far', false)]),
  };
  const synthesis = {
    getVoices: () => voices,
    addEventListener: () => undefined,
    speak(words: Words) {
      now = words;
      const marked = [...document.querySelectorAll<HTMLElement>('.spoken')].map((part) => part.innerText);
      said.push({ voice: words.voice?.name ?? 'the default', text: words.text, marked });
    },
    cancel() {
      if (now === null) return;
      test.stopped = true;
      const stopped = now;
      now = null;
      stopped.onerror?.();
    },
  };
  return { synthesis, test };
}

/** Puts it in the place of the page's own speechSynthesis. */
function install({ synthesis, test }: ReturnType<typeof speech>): boolean {
  const Words = function (this: Words, text: string) {
    this.text = text;
  };
  for (const [name, value] of Object.entries({
    speechSynthesis: synthesis,
    SpeechSynthesisUtterance: Words,
    testVoices: test,
  }))
    Object.defineProperty(window, name, { value, configurable: true });
  return true;
}

/** An expression for `inPage`: no machine of the tests has a voice of its own. */
export const FAKE_VOICES = `(${install.toString()})((${speech.toString()})())`;

/** What the page has spoken since. */
export function saidSoFar(rig: BrowserRig, page: OpenPage): Promise<Said[]> {
  return rig.inPage<Said[]>(page, 'testVoices.said');
}
