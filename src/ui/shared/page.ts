import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { DEFAULT_SETTINGS, type Settings } from '../../storage/settings';
import { readPolicy, type Policy } from '../../storage/settings-policy';
import { loadInForce, onSettingsChanged, saveSettings } from '../../storage/settings-store';
import { h } from './h';
import {
  availableLanguages,
  COMMON_AREAS,
  currentLanguage,
  directionOf,
  hasText,
  loadTexts,
  pickLanguage,
  t,
  warmTexts,
} from './i18n';
import { fillHead } from './page-head';
import { showFailure, showTrouble } from './page-failure';
import { announce } from './parts';
import { heldKeyPressesOnce } from './press-once';
import type { TextKey } from './text-keys';
import { stored } from './trouble';

/** What a screen gets to draw itself with. */
export interface Page {
  /** Kept up to date while the page is open, as the policy is. */
  settings: Settings;
  policy: Policy;
  /** Language of the texts now shown. */
  language: string;
  /** Draws the screen again, with the settings as they are now. */
  redraw: () => Promise<void>;
}

export interface PageOptions {
  /** Files of src/texts/<lang>/ the page speaks from; `common` and `errors` are always there. */
  areas: readonly string[];
  /** Text key of the window title. */
  title: TextKey;
  /** `none` where there is no room for language and text size (popup). Default `full`. */
  head?: 'full' | 'none';
  /** Fills the empty `main`. Called again after a change of language or policy: keep what must last outside of it. */
  render: (root: HTMLElement, page: Page) => unknown;
  /** Shows values that were changed while the page is open, without a new drawing. Default: they are not shown. */
  follow?: (page: Page) => void;
}

function wantedLanguages({ language }: Pick<Settings, 'language'>): readonly string[] {
  return language === 'auto' ? [browser.i18n.getUILanguage(), ...navigator.languages] : [language];
}

/** Language, direction and text size of the document. Through CSSOM: the policy of our pages has no inline style. */
function dress(settings: Settings): void {
  const root = document.documentElement;
  root.lang = currentLanguage();
  root.dir = directionOf(currentLanguage());
  root.style.setProperty('--text-size', String(settings.textSize / 100));
}

/** Names the window after what it shows. */
export function nameWindow(words: string): void {
  document.title = `${words} · ${t('common.name')}`;
}

/**
 * Draws the screen again and leaves the keyboard where it is: on the part with the same id.
 * @param otherwise the id of the part that takes the keyboard where it is nowhere
 */
export async function redrawInPlace(page: Pick<Page, 'redraw'>, otherwise = ''): Promise<void> {
  const at = document.activeElement?.id || otherwise;
  await page.redraw();
  if (at) document.getElementById(at)?.focus();
}

const WRITTEN_IN = 'textarea, input:not([type=checkbox]):not([type=radio]):not([type=file])';

/** Resolves once nobody writes in a field of the page: a new drawing would throw away what stands there. */
function nobodyWrites(root: HTMLElement): Promise<void> {
  const at = document.activeElement;
  if (!root.contains(at) || !at?.matches(WRITTEN_IN)) return Promise.resolve();
  // What was written is stored before the field is left, and a moment later the keyboard is where it went.
  return new Promise((resolve) => at.addEventListener('blur', () => setTimeout(resolve), { once: true }));
}

class Screen implements Page {
  language = 'en';
  private drawn = false;
  private drawing: Promise<void> = Promise.resolve();
  /** The warning's HTML keeps its place. */
  private readonly head =
    document.querySelector<HTMLElement>('.page-head') ?? h('header', { class: 'page-head' });

  constructor(
    private readonly root: HTMLElement,
    private readonly options: PageOptions,
    public settings: Settings,
    public policy: Policy,
  ) {
    if (options.head !== 'none') root.before(this.head);
  }

  /** One drawing after the other: two at once would mix. */
  redraw = (): Promise<void> => {
    this.drawing = this.drawing.then(() => this.draw());
    return this.drawing;
  };

  private async draw(): Promise<void> {
    try {
      const { areas } = this.options;
      const language = pickLanguage(wantedLanguages(this.settings), availableLanguages(areas));
      await loadTexts(language, [...COMMON_AREAS, ...areas]);
      this.language = currentLanguage();
      this.dress();
      // Before anything is drawn: what is shown may call it otherwise.
      if (hasText(this.options.title)) nameWindow(t(this.options.title));
      else document.title = 'Sangfroid';
      this.root.replaceChildren();
      await this.options.render(this.root, this);
      this.drawn = true;
    } catch (error) {
      console.error(error);
      showFailure(this.root);
    }
  }

  private dress(): void {
    dress(this.settings);
    if (this.options.head === 'none') return;
    const free = (name: 'language' | 'textSize'): boolean => !this.policy.locked.includes(name);
    fillHead(this.head, {
      languages: availableLanguages(this.options.areas),
      textSize: this.settings.textSize,
      onLanguage: free('language') ? (language) => this.choose({ language }) : null,
      onTextSize: free('textSize') ? (textSize) => this.choose({ textSize }) : null,
    });
  }

  /** Shown at once, stored after: a full disk must not keep anybody from reading. */
  private async choose(patch: Partial<Settings>): Promise<void> {
    await this.adopt({ ...this.settings, ...patch });
    await stored(saveSettings(patch));
  }

  /** Draws what a new language or policy changes; for a value alone nothing is drawn anew, the page may be in use. */
  async adopt(settings: Settings, policy = this.policy): Promise<void> {
    const speaks = settings.language !== this.settings.language;
    const resized = settings.textSize !== this.settings.textSize;
    const decided = JSON.stringify(policy) !== JSON.stringify(this.policy);
    this.settings = settings;
    this.policy = policy;
    if (decided) await nobodyWrites(this.root);
    if (speaks || decided) return redrawInPlace(this);
    if (resized) this.dress();
    await this.drawing; // told in the middle of it, a value may have been drawn as it was before
    if (this.drawn) this.options.follow?.(this);
  }

  /** What the store told after its time; all of the screen may depend on it. */
  async catchUp({ settings, policy }: InForce): Promise<void> {
    const same = JSON.stringify([settings, policy]) === JSON.stringify([this.settings, this.policy]);
    if (same) return;
    this.settings = settings;
    this.policy = policy;
    await nobodyWrites(this.root);
    await redrawInPlace(this);
  }

  trouble = (event: PromiseRejectionEvent | ErrorEvent): void => {
    const error: unknown = 'reason' in event ? event.reason : event.error;
    console.error(error);
    if (this.drawn) showTrouble(this.root, error);
    else showFailure(this.root);
  };
}

type InForce = Awaited<ReturnType<typeof loadInForce>>;
/** A store that has not answered by then (ms) must not keep the screen empty: until it does, this holds. */
const STORE_LIMIT_MS = 500;
const UNKNOWN: InForce = { settings: DEFAULT_SETTINGS, policy: readPolicy({}) };

/** The `main id="app"` of every page's HTML. */
export function appRoot(): HTMLElement {
  return document.getElementById('app') ?? document.body.appendChild(h('main', { id: 'app' }));
}

/**
 * Starts one of our pages: settings, policy, texts, language and direction, text size, title, the strip on top, and
 * a readable sentence where something fails. Resolves when the first drawing is done; never rejects.
 */
export async function startPage(options: PageOptions): Promise<void> {
  heldKeyPressesOnce();
  const inForce = loadInForce();
  // Read while the settings are: most people read the language of their browser.
  const guess = pickLanguage(wantedLanguages(DEFAULT_SETTINGS), availableLanguages(options.areas));
  warmTexts(guess, [...COMMON_AREAS, ...options.areas]);
  const inTime = await within(inForce, STORE_LIMIT_MS, null);
  const { settings, policy } = inTime ?? UNKNOWN;
  const screen = new Screen(appRoot(), options, settings, policy);
  window.addEventListener('unhandledrejection', screen.trouble);
  window.addEventListener('error', screen.trouble);
  onSettingsChanged((changed, decided) => void screen.adopt(changed, decided));
  if (inTime === null) void inForce.then((late) => screen.catchUp(late));
  announce(''); // a screen reader tells of what changes in a place that was there before
  await screen.redraw();
}
