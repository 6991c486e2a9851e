import type { Case } from '../../messages/ui-messages';
import type { Page } from '../shared/page';
import { countryOf, OTHER_COUNTRY } from '../shared/country';
import type { Browser, System } from './plan/device';
import { NO_ANSWERS, settle, withNews, type Answers, type Happening } from './plan/answers';
import { NO_SOURCE, nextSaved, THIS_DEVICE } from './plan/begin-plan';
import { isGrave } from './plan/earlier';
import {
  caseOfPlan,
  isClosed,
  isLongAgo,
  isOfBefore,
  isPlanOf,
  newsOf,
  sourceOf,
} from './plan/plan-and-case';
import { buildPlan, type PlanStep, type Situation } from './plan/plan';
import type { TypedFact } from './paid/letter';
import { standing, type PlanState } from './plan/progress';
import { NOTHING_SAVED, saveGuide, type SavedGuide } from './plan/progress-store';

/** How the person came to the question. */
export interface Coming {
  /** From the plan, to change its answers: the plan goes on, also a finished one, and one of before. */
  change?: boolean;
}

/** What the guide finds where it opens. */
export interface Found {
  page: Page;
  /** null where the store could not be read. */
  saved: SavedGuide | null;
  detected: { system: System; browser: Browser };
  /** The page we closed, when the guide was opened for it. */
  shownCase: Case | null;
  /** The keys that close a page, as they are set in this browser; none: []. */
  keysHere: readonly string[];
}

/**
 * Everything a screen of the guide needs. What is stored changes only through `begin`, `forget`, `follow`, `adopt` and
 * `change`; `draft`, `typed`, `notMe`, `planShown` and `keptEarlier` live as long as the page and are set by its screens.
 */
export class GuideModel {
  /** What was typed for the bank: the same on its screens while the guide is open, never stored. */
  typed: Partial<Record<TypedFact, string>> = {};
  /** The person says that the payment was not theirs. As what was typed. */
  notMe = false;
  /** What is ticked on the first screen and not begun: another language or a look elsewhere keeps it. */
  draft: Answers | null = null;
  /** The steps were on the screen since the guide was opened: also those of an earlier scam then lie behind "back". */
  planShown = false;
  /** What was answered for an earlier scam was kept beside what was begun last: the next step says so. */
  keptEarlier = false;

  /** What was last answered could be saved; `onKept` is called when that changes. */
  isKept = true;
  onKept: () => void = () => undefined;

  /** What is stored is known, or given up for what the person has begun: before that nothing is saved over it. */
  isRead: boolean;
  page: Page;
  saved: SavedGuide;
  shownCase: Case | null;
  private readonly detected: Found['detected'];
  private readonly keysHere: readonly string[];

  constructor({ page, saved, detected, shownCase, keysHere }: Found) {
    this.page = page;
    this.saved = saved ?? NOTHING_SAVED;
    this.isRead = saved !== null;
    this.detected = detected;
    this.shownCase = shownCase;
    this.keysHere = keysHere;
  }

  get system(): System {
    return this.saved.system ?? this.detected.system;
  }

  get browser(): Browser {
    return this.saved.browser ?? this.detected.browser;
  }

  /** Our keys on the device the steps are for; undefined where that is another one. */
  get ourKeys(): readonly string[] | undefined {
    const { system, browser } = this.detected;
    return this.system === system && this.browser === browser ? this.keysHere : undefined;
  }

  /** Where neither the settings nor the browser's language name one, as for a country that is not in our list. */
  get country(): string {
    return countryOf(this.page.settings.country) ?? OTHER_COUNTRY;
  }

  get situation(): Situation {
    const { helpdesk } = this.page.policy;
    return {
      answers: this.saved.answers,
      system: this.system,
      browser: this.browser,
      country: this.country,
      canCallHelpdesk: helpdesk.name + helpdesk.phone !== '',
      // Of another device nothing was closed here.
      closed: isClosed(this.saved, this.shownCase) && this.ourKeys !== undefined,
      ourKeys: this.ourKeys,
      elsewhere: this.system !== this.detected.system || this.browser !== this.detected.browser,
    };
  }

  get plan(): PlanStep[] {
    return buildPlan(this.situation);
  }

  get standing(): PlanState {
    return standing(this.plan, this.saved.marks);
  }

  /** How many steps were put off or, once all were tried, have not worked: a closed bank is open the next day. */
  get leftOver(): number {
    const { current, later, unsolved } = this.standing;
    return later.length + (current === null ? unsolved.length : 0);
  }

  /** Has the person begun and not finished? Also where no step is marked: the first one may switch the computer off. */
  get isUnderWay(): boolean {
    const { current, steps } = this.standing;
    return steps.length > 0 && (current !== null || this.leftOver > 0);
  }

  /** Was any step of it answered? */
  get hasMarks(): boolean {
    return Object.keys(this.saved.marks).length > 0;
  }

  /** Is what was answered about something else than what the guide was opened for now? */
  get isOfBefore(): boolean {
    return isOfBefore(this.saved, this.shownCase);
  }

  /**
   * What the first screen has ticked.
   * @param given answers that the address of the guide gives
   */
  ticked(given: readonly Happening[], { change = false }: Coming = {}): Answers {
    if (this.draft !== null) return this.draft;
    const known = this.isOfBefore && !change ? NO_ANSWERS : this.saved.answers;
    const adds = this.isUnderWay || given.length === 0; // beside those of an address none of a finished plan counts
    return settle({ ...known, happened: [...(adds ? known.happened : []), ...given] });
  }

  /** The closed page that the plan is about, where it is the one shown. */
  get caseOfPlan(): Case | null {
    return caseOfPlan(this.saved, this.shownCase);
  }

  /**
   * Begins a plan, or adds to the one under way, whose marks are kept, so that "and I paid" adds steps. What was done
   * after another scam is not done after this one; what is grave of a plan not yet finished is kept all the same.
   */
  begin(answers: Answers, { change = false }: Coming = {}): void {
    this.draft = null;
    this.isRead = true;
    const { saved, situation, isUnderWay, isOfBefore } = this;
    const source = sourceOf(this.shownCase);
    const stands = { isUnderWay, isLongAgo: isLongAgo(saved), isOfBefore };
    const { patch, keepsEarlier } = nextSaved({ saved, situation, source, change, ...stands }, answers);
    this.keptEarlier = keepsEarlier;
    this.change(patch);
  }

  /** Forgets what was answered and done, and what was typed for the bank. @param more what else is to be saved with it */
  forget(more: Partial<SavedGuide> = {}): void {
    this.clear(more);
    this.save();
  }

  private clear(more: Partial<SavedGuide>): void {
    this.draft = null;
    this.keptEarlier = false;
    this.typed = {};
    this.notMe = false;
    this.take({ answers: NO_ANSWERS, marks: {}, ...(sourceOf(this.shownCase) ?? NO_SOURCE), ...more });
  }

  /**
   * The page shown, as it stands now: its journal entry is written a moment after the guide has come. A plan under way
   * about another page stays that of the other page until the person begins anew. So does a finished one where a page was
   * closed that nobody called a scam: its letter may be wanted yet. For a page of a private window nothing is saved.
   */
  follow(shown: Case | null): void {
    this.shownCase = shown;
    if (shown === null || shown.state === 'mistaken') return;
    if (!isPlanOf(this.saved, shown)) {
      const lasts = this.isUnderWay && (this.hasMarks || isGrave(this.saved.answers));
      if (lasts || shown.level === 'quiet') return;
      this.clear(THIS_DEVICE);
      if (!shown.incognito) this.save(false);
      return;
    }
    const news = newsOf(shown, this.saved);
    if (news === null) return;
    this.take(news);
    this.save(false);
  }

  /** What is stored, read late. @returns whether it is news */
  recall(saved: SavedGuide): boolean {
    if (this.isRead) return false;
    this.isRead = true;
    this.catchUp(saved);
    this.follow(this.shownCase);
    return true;
  }

  /** What was done in another window with the same plan is done here too. @returns whether it is news */
  adopt(saved: SavedGuide): boolean {
    if (!this.isRead) return this.recall(saved);
    if (saved.caseId !== this.saved.caseId || saved.at <= this.saved.at) return false;
    this.catchUp(saved);
    return true;
  }

  /** Where the question stands half answered, what is stored now is ticked in it too: beginning must not take it away. */
  private catchUp(saved: SavedGuide): void {
    const { answers: before } = this.saved;
    this.saved = saved;
    if (this.draft !== null && !this.isOfBefore) this.draft = withNews(this.draft, before, saved.answers);
  }

  change(patch: Partial<SavedGuide>): void {
    this.take(patch);
    this.save();
  }

  private take(patch: Partial<SavedGuide>): void {
    // Never before what is known: with the clock put back another window would take it for older than its own.
    this.saved = { ...this.saved, at: Math.max(Date.now(), this.saved.at + 1), ...patch };
  }

  /** @param wasAsked somebody pressed; else a failure is told only with the next press */
  private save(wasAsked = true): void {
    if (!this.isRead) return;
    void saveGuide(this.saved).then((kept) => {
      if (kept === this.isKept || (!kept && !wasAsked)) return;
      this.isKept = kept;
      this.onKept();
    });
  }
}
