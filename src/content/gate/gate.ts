import { TITLE_LENGTH, type ActName } from '../../detection/facts';
import { scanGate, scanGlued } from '../../detection/scan-gate';
import { GATE_TEXT_LENGTH, REFERRER_LENGTH, type ContentOrder } from '../../messages/content-messages';
import { documentState, randomId } from '../document-state';
import { later, now } from '../later';
import { alive, onOrder, send } from '../runtime';
import { pageReferrer, pageTitle } from '../safe-document';
import { actWeight, ENOUGH } from '../act-weight';
import { ActQuota, count } from './act-book';
import { actMoment, openBridge, type ActClaim, type GiveOrder } from './bridge';
import { copiedText } from './copied-text';
import { inShort } from './in-short';
import { LookSchedule } from './look-schedule';
import { longText, readText, shadows } from './read-text';
import { listenForActs, lookForActs, type ActWatch } from './seen-acts';

/** So many pieces of words mean words taken apart (4 of 883 honest pages, counted by a script of 28 November 2026). */
const PIECES_SUSPICIOUS = 24;
/** The detector is asked for again where it has not come in this time (ms), and in twice that, and so on. */
const COMES_MS = 5_000;
/** So many looks come without asking whether the extension is still there: it was when the page began. */
const SURE_LOOKS = 4;

/**
 * The cheap watch over one frame: tells of acts, reads the words now and then, and opens when either is telling.
 * Fields with `#`, as in all classes of this folder: the build shortens their names, and every frame loads this file.
 */
export class Gate {
  readonly #state = documentState();
  readonly #schedule = new LookSchedule(() => this.#look());
  readonly #tellHook: GiveOrder;
  readonly #watch: ActWatch = {
    claimedAt: {},
    disarmed: false,
    unloadSeen: false,
    onAct: (act, detail) => this.#onAct({ act, detail, ...actMoment(), count: 1 }),
    onGesture: () => this.#onGesture(),
  };
  #quota: ActQuota | null = null;
  #opened = false;
  #patience = COMES_MS;
  #looks = 0;
  #lastText = '';
  #lastLong = '';

  constructor() {
    this.#tellHook = openBridge(
      (claim) => this.#onClaim(claim),
      () => this.#schedule.soon(),
    );
    this.#state.listenAnew = () => this.#seeActs();
    this.#state.obey = (order) => this.#obeyWorker(order);
    listenForActs(this.#watch);
    this.#schedule.start();
  }

  #onClaim(claim: ActClaim): void {
    this.#watch.claimedAt[claim.act] = now();
    if (claim.act === 'clipboard') claim.detail = copiedText(claim.detail);
    this.#onAct(claim);
  }

  /** Runs while the page's own call waits: counts, and tells the background before that call can block. */
  #onAct(claim: ActClaim): void {
    if (this.#state.stoodDown) return;
    claim.detail = inShort(claim.detail);
    count(this.#state, claim);
    if (!this.#opened && claim.act === 'canvas-text' && scanGate(this.#state.actTexts.join('\n')))
      this.#open();
    if (this.#opened) this.#tell(claim.act, claim.detail, claim.unasked);
    else if (actWeight(this.#state.acts) >= ENOUGH) this.#open(claim);
    this.#state.onChange?.('act');
    if (claim.act === 'fullscreen') this.#schedule.restart();
  }

  #onGesture(): void {
    this.#state.touchedAt = now();
    this.#state.gestureAt ??= this.#state.touchedAt;
    this.#schedule.restart();
    this.#state.onChange?.('gesture');
  }

  #seeActs(): void {
    listenForActs(this.#watch);
    lookForActs(this.#watch);
  }

  #look(): void {
    try {
      if (this.#state.stoodDown || (++this.#looks > SURE_LOOKS && !alive())) return this.#schedule.stop();
      this.#seeActs();
      if (!this.#opened && this.#hasTellingWords()) this.#open();
    } catch {
      // The page may have made its document unreadable; acts still open the gate.
    }
  }

  /** A long text is first tried as the browser itself gives it; only where that tells is it read word by word. */
  #hasTellingWords(): boolean {
    const long = longText();
    if (long !== null) {
      const same = long === this.#lastLong;
      this.#lastLong = long;
      if (same || !scanGlued(long)) return false;
    }
    const { text, pieces } = readText(long !== null);
    if (text === this.#lastText) return false;
    this.#lastText = text;
    // As a whole: a threat that came first and a number that came last tell only together.
    return pieces >= PIECES_SUSPICIOUS || scanGate(text);
  }

  /**
   * Asks for the detector, after the act that opened the gate and before the acts that had seemed plain; once more where
   * it does not come, for a report can be lost with a worker that ends.
   */
  #open(cause?: ActClaim): void {
    this.#opened = true;
    this.#schedule.stop();
    this.#state.doc ||= randomId();
    this.#listen();
    // First of all: the page may have made its words unreadable. (The detector sets `onChange` once it is there.)
    later(() => {
      if (!this.#state.onChange && !this.#state.stoodDown) this.#open();
    }, this.#patience);
    this.#patience *= 2;
    if (cause) this.#tell(cause.act, cause.detail, cause.unasked);
    // An act can come in the very handler that built the page: read anew, before the call blocks.
    if (cause) this.#lastText = readText().text;
    send(this.#state.doc, {
      type: 'gate',
      title: pageTitle().slice(0, TITLE_LENGTH),
      referrer: pageReferrer().slice(0, REFERRER_LENGTH),
      text: this.#lastText.slice(0, GATE_TEXT_LENGTH),
    });
    for (const [act, tally] of Object.entries(this.#state.acts))
      if (act !== cause?.act) this.#tell(act as ActName, '', tally.unasked > 0); // keys of Acts
    shadows.length = 0; // nobody watches them any more; they would keep what the page throws away
  }

  /** From here on orders come by message. */
  #listen(): void {
    if (this.#state.listening) return;
    this.#state.listening = true;
    onOrder((order) => this.#obeyWorker(order));
    // Out of the browser's memory of pages: what it told since it was left was not heard, and a pause may be over.
    addEventListener(
      'pageshow',
      ({ persisted, isTrusted }) => persisted && isTrusted && this.#obeyWorker('look-again'),
    );
  }

  #tell(act: ActName, detail: string, unasked: boolean): void {
    const tally = this.#state.acts[act];
    this.#quota ??= new ActQuota();
    if (!tally || !this.#quota.allows(act, this.#state.acts, now())) return;
    const title = pageTitle().slice(0, TITLE_LENGTH);
    send(this.#state.doc, { type: 'act', act, detail, at: tally.lastAt, unasked, count: tally.count, title });
  }

  /** By message once the gate has opened, before that by script (orders.ts). All but `look-again` go on to the hook. */
  #obeyWorker(order: ContentOrder['type']): void {
    this.#listen();
    if (order !== 'look-again') {
      this.#tellHook(order);
      this.#watch.disarmed = order === 'defuse';
    }
    if (order === 'stand-down') {
      this.#state.stoodDown = true;
      this.#schedule.stop();
    }
    if (order === 'look-again' && (this.#state.stoodDown || !this.#opened)) {
      this.#state.stoodDown = false;
      this.#open();
    }
    this.#state.onChange?.('order');
  }
}
