import type { Case } from '../../messages/ui-messages';
import type { Page } from '../shared/page';
import { countryOf } from '../shared/country';
import type { Browser, System } from './plan/device';
import { buildPlan, type PlanStep, type Situation } from './plan/plan';
import type { TypedFact } from './paid/letter';
import { standing, type PlanState } from './plan/progress';
import { saveGuide, type SavedGuide } from './plan/progress-store';

/** Shown where neither the settings nor the browser's language name a country: help for everybody. */
const NO_COUNTRY = '*';

/** Everything a screen of the guide needs. Screens read it; they change it only through `change`. */
export class GuideModel {
  /** What was typed for the bank: the same on its screens while the guide is open, never stored. */
  readonly typed: Partial<Record<TypedFact, string>> = {};
  /** The person says that the payment was not theirs. As what was typed. */
  notMe = false;

  constructor(
    public page: Page,
    public saved: SavedGuide,
    private readonly detected: { system: System; browser: Browser },
    /** The page we closed, when the guide was opened for it. */
    readonly shownCase: Case | null,
    /** The keys that close a page, as they are set in this browser; none: []. */
    private readonly keysHere: readonly string[],
  ) {}

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

  get country(): string {
    return countryOf(this.page.settings.country) ?? NO_COUNTRY;
  }

  get situation(): Situation {
    const { helpdesk } = this.page.policy;
    return {
      answers: this.saved.answers,
      system: this.system,
      browser: this.browser,
      country: this.country,
      managed: helpdesk.name !== '' || helpdesk.phone !== '',
      closed: this.shownCase?.state === 'closed',
      ourKeys: this.ourKeys,
    };
  }

  get plan(): PlanStep[] {
    return buildPlan(this.situation);
  }

  get standing(): PlanState {
    return standing(this.plan, this.saved.marks);
  }

  /** Has the person begun and not finished? */
  get isUnderWay(): boolean {
    const { current, steps, later } = this.standing;
    return (
      steps.length > 0 && (current !== null || later.length > 0) && Object.keys(this.saved.marks).length > 0
    );
  }

  change(patch: Partial<SavedGuide>): void {
    this.saved = { ...this.saved, ...patch };
    void saveGuide(this.saved); // never rejects
  }
}
