import { settle, type Answers, type Happening } from './answers';
import { BROWSER_NAMES, type Browser, type System } from './device';
import type { Group, How, Need, Step, StepLink } from './step';
import type { TextKey } from '../../shared/text-keys';
import { AFTER_STEPS } from './steps-after';
import { CLEAN_STEPS } from './steps-clean';
import { GONE_STEPS } from './steps-gone';
import { UNLOCK_STEPS } from './steps-unlock';
import { URGENT_STEPS } from './steps-urgent';

/** Every step there is, in the one order that holds for any mixture of answers. */
export const CATALOGUE: readonly Step[] = [
  ...URGENT_STEPS,
  ...UNLOCK_STEPS,
  ...GONE_STEPS,
  ...CLEAN_STEPS,
  ...AFTER_STEPS,
];

/** Everything the plan depends on. */
export interface Situation {
  answers: Answers;
  system: System;
  browser: Browser;
  /** ISO 3166 alpha-2. */
  country: string;
  /** An administrator named a helpdesk, or gave its number. */
  canCallHelpdesk: boolean;
  /** We already closed the page. */
  closed: boolean;
  /** The keys that close a page, as they are set here ([]: none); missing for another device: as we ship them. */
  ourKeys?: readonly string[] | undefined;
  /** The steps are for another device than the one this guide is open on. */
  elsewhere?: boolean;
}

/** Lines about this guide and its journal, which another device does not have. */
const OF_THIS_GUIDE: ReadonlySet<string> = new Set(['come-back', 'journal']);

/** A line of "how": its text key, keys to press, and an address to copy where the browser opens none for us. */
export interface PlanLine {
  key: TextKey;
  keys: readonly string[];
  copy: string | null;
}

export interface PlanStep {
  id: string;
  titleKey: TextKey;
  whyKey: TextKey;
  how: PlanLine[];
  links: readonly StepLink[];
  group: Group | null;
  failedTells: Happening | null;
  /** Values for the placeholders of its texts. */
  values: Record<string, string>;
}

function holds(need: Need, { answers, canCallHelpdesk }: Situation): boolean {
  if (need === 'helpdesk') return canCallHelpdesk && answers.happened.length > 0;
  const [happening, kind] = need.split(':') as [Happening, string?]; // the type Need holds no other form
  if (!answers.happened.includes(happening)) return false;
  if (kind === undefined) return true;
  const told: readonly string[] = happening === 'paid' ? answers.means : answers.secrets;
  return told.length === 0 || told.includes(kind);
}

function keysFit(wanted: 'set' | 'none' | undefined, { ourKeys }: Situation): boolean {
  return wanted === undefined || wanted === (ourKeys?.length === 0 ? 'none' : 'set');
}

function isNeeded(step: Step, situation: Situation): boolean {
  if (!keysFit(step.ourKeys, situation)) return false;
  if (step.unless?.some((one) => situation.answers.happened.includes(one))) return false;
  if (step.systems && !step.systems.includes(situation.system)) return false;
  if (step.unlessClosed && situation.closed) return false;
  return step.when.some((need) => holds(need, situation));
}

function applies(how: How, situation: Situation): boolean {
  const { answers, system, browser, country } = situation;
  return (
    keysFit(how.ourKeys, situation) &&
    !(situation.elsewhere && OF_THIS_GUIDE.has(how.line)) &&
    (how.systems?.includes(system) ?? true) &&
    (how.browsers?.includes(browser) ?? true) &&
    (how.countries?.includes(country) ?? true) &&
    (how.happened?.some((one) => answers.happened.includes(one)) ?? true) &&
    !how.unless?.some((one) => answers.happened.includes(one))
  );
}

function toPlanStep(step: Step, situation: Situation): PlanStep {
  return {
    id: step.id,
    titleKey: `step.${step.id}.title`,
    whyKey: `step.${step.id}.why`,
    how: step.how
      .filter((how) => applies(how, situation))
      .map(({ line, keys, ourKeys, copy }) => ({
        key: `step.${step.id}.${line}`,
        keys: (ourKeys === 'set' ? situation.ourKeys : undefined) ?? keys ?? [],
        copy: copy ?? null,
      })),
    links: step.links ?? [],
    group: step.group ?? null,
    failedTells: step.failedTells ?? null,
    values: { browser: browserName(situation) },
  };
}

/** No extension runs on an iPhone: the browser known here is the computer's, and the phone's nearly always Safari. */
const browserName = ({ system, browser }: Situation): string =>
  system === 'iphone' ? 'Safari' : BROWSER_NAMES[browser];

/** One step of the catalogue as it reads here and now, whether or not the plan needs it. Throws for an unknown id. */
export function stepById(id: string, situation: Situation): PlanStep {
  const found = CATALOGUE.find((step) => step.id === id);
  if (!found) throw new Error(`There is no step ${id}.`);
  return toPlanStep(found, situation);
}

/** The steps for this situation, in order; empty when nothing was answered. */
export function buildPlan(given: Situation): PlanStep[] {
  const situation = { ...given, answers: settle(given.answers) };
  return CATALOGUE.filter((step) => isNeeded(step, situation)).map((step) => toPlanStep(step, situation));
}
