import type { ActName } from '../../detection/facts';
import { scanGate } from '../../detection/scan-gate';
import { GATE_TEXT_LENGTH, type ContentOrder } from '../../messages/content-messages';
import type { ActClaim } from '../../messages/page-bridge';
import { frameState } from '../frame-state';
import { alive, onOrder, send } from '../runtime';
import { pageReferrer, pageTitle } from '../safe-document';
import { actWeight, ENOUGH } from './act-weight';
import { ActQuota, count } from './act-book';
import { openBridge, type Bridge } from './bridge';
import { LookSchedule } from './look-schedule';
import { readText } from './read-text';
import { watchSeenActs } from './seen-acts';

/** So many text nodes of a single letter mean words taken apart. */
const SINGLES_SUSPICIOUS = 40;
/** Characters before the end of the last text that are read again when a page only grew. */
const OVERLAP = 400;

/** The cheap watch over one frame: tells of acts, reads the words now and then, and opens when either is telling. */
export class Gate {
  private readonly state = frameState();
  private readonly quota = new ActQuota();
  private readonly lastClaims = new Map<ActName, number>();
  private readonly schedule = new LookSchedule(() => this.look());
  private readonly lookForActs: () => void;
  private readonly bridge: Bridge;
  private opened = false;
  private lastText = '';

  constructor() {
    this.bridge = openBridge((claim) => this.onClaim(claim));
    this.lookForActs = watchSeenActs({
      lastClaim: (act) => this.lastClaims.get(act) ?? -Infinity,
      onAct: (act) => this.onAct({ act, detail: '', at: performance.now(), unasked: this.state.gestureAt === null, count: 1 }), // prettier-ignore
      onGesture: () => this.onGesture(),
    });
    this.state.listenAnew = this.lookForActs;
    this.lookForActs();
    this.schedule.start();
    onOrder((order) => this.obey(order));
  }

  private onClaim(claim: ActClaim): void {
    this.lastClaims.set(claim.act, performance.now());
    this.onAct(claim);
  }

  /** Runs while the page's own call waits: counts, and tells the background before that call can block. */
  private onAct(claim: ActClaim): void {
    if (this.state.stoodDown) return;
    count(this.state, claim);
    if (!this.opened && claim.act === 'canvas-text' && scanGate(this.state.dialogs.join('\n')))
      this.open('words');
    if (this.opened) this.tell(claim.act, claim.detail, claim.unasked);
    else if (actWeight(this.state.acts) >= ENOUGH) this.open('act', claim);
    this.state.onChange?.('act');
    if (claim.act === 'fullscreen') this.schedule.restart();
  }

  private onGesture(): void {
    this.state.gestureAt ??= performance.now();
    this.schedule.restart();
    this.state.onChange?.('gesture');
  }

  private look(): void {
    try {
      if (!alive() || this.state.stoodDown) return this.schedule.stop();
      this.lookForActs();
      if (!this.opened && this.hasTellingWords()) this.open('words');
    } catch {
      // The page may have made its document unreadable; acts still open the gate.
    }
  }

  private hasTellingWords(): boolean {
    const { text, singles } = readText();
    const grown = this.lastText !== '' && text.startsWith(this.lastText);
    const fresh = grown ? text.slice(Math.max(0, this.lastText.length - OVERLAP)) : text;
    if (grown && text.length === this.lastText.length) return false;
    this.lastText = text;
    return singles >= SINGLES_SUSPICIOUS || scanGate(fresh);
  }

  /** Asks for the detector, after the act that opened the gate and before the acts that had seemed plain. */
  private open(why: 'words' | 'act', cause?: ActClaim): void {
    this.opened = true;
    this.schedule.stop();
    if (cause) this.tell(cause.act, cause.detail, cause.unasked);
    send(this.state.doc, {
      type: 'gate',
      why,
      title: pageTitle().slice(0, 300),
      referrer: pageReferrer(),
      // An act can come in the very handler that built the page: read anew, before the call blocks.
      text: (why === 'act' ? readText().text : this.lastText).slice(0, GATE_TEXT_LENGTH),
    });
    for (const [act, tally] of Object.entries(this.state.acts))
      if (act !== cause?.act) this.tell(act as ActName, '', tally.unasked > 0); // keys of Acts
  }

  private tell(act: ActName, detail: string, unasked: boolean): void {
    const tally = this.state.acts[act];
    if (!tally || !this.quota.allows(act, this.state.acts, performance.now())) return;
    const title = pageTitle().slice(0, 300);
    send(this.state.doc, { type: 'act', act, detail, at: tally.lastAt, unasked, count: tally.count, title });
  }

  private obey(order: ContentOrder['type']): void {
    if (order !== 'look-again') this.bridge.order(order);
    if (order === 'stand-down') {
      this.state.stoodDown = true;
      this.schedule.stop();
    }
    if (order === 'look-again' && !this.opened) this.open('words');
    this.state.onChange?.('order');
  }
}
