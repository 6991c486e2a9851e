import type { PlanStep } from './plan';

export type Mark = 'done' | 'failed' | 'later';

/** What became of each step, by its id. */
export type Marks = Readonly<Record<string, Mark>>;

export interface PlanState {
  /** The step to show now, null at the end. */
  current: PlanStep | null;
  /** Steps that count, without those another way made needless. */
  steps: PlanStep[];
  /** How many of them are behind the person. */
  behind: number;
  later: PlanStep[];
  /** Steps that did not work and for which nothing else did either. */
  unsolved: PlanStep[];
}

/** Another step of the same group is done, so this one is not needed. */
function isNeedless(step: PlanStep, plan: readonly PlanStep[], marks: Marks): boolean {
  if (step.group === null || marks[step.id] === 'done') return false;
  return plan.some((other) => other.group === step.group && marks[other.id] === 'done');
}

/** Where the person stands in the plan. Pure: the same plan and marks give the same answer. */
export function standing(plan: readonly PlanStep[], marks: Marks): PlanState {
  const steps = plan.filter((step) => !isNeedless(step, plan, marks));
  return {
    current: steps.find((step) => marks[step.id] === undefined) ?? null,
    steps,
    behind: steps.filter((step) => marks[step.id] !== undefined).length,
    later: steps.filter((step) => marks[step.id] === 'later'),
    unsolved: steps.filter((step) => marks[step.id] === 'failed'),
  };
}

/** Takes back the mark of the last step behind the person, so that it is shown again. */
export function stepBack(plan: readonly PlanStep[], marks: Marks): Marks {
  const { steps, current } = standing(plan, marks);
  const position = current === null ? steps.length : steps.indexOf(current);
  const previous = steps.slice(0, position).findLast((step) => marks[step.id] !== undefined);
  return previous ? without(marks, previous.id) : marks;
}

/**
 * The marks that count in a plan with other answers: what was done when less was known is shown again where its step says
 * more now ("stop the payment"), and where more ways lead to the same end (a page that is stuck after all). What was put off
 * stays so.
 */
export function marksThatHold(before: readonly PlanStep[], now: readonly PlanStep[], marks: Marks): Marks {
  const known = new Map(before.map((step) => [step.id, step.how.map(({ key }) => key)]));
  const grown = new Set(now.flatMap(({ id, group }) => (group !== null && !known.has(id) ? [group] : [])));
  const saysMore = ({ id, how, group }: PlanStep): boolean =>
    (group !== null && grown.has(group)) || how.some(({ key }) => !known.get(id)?.includes(key));
  const again = new Set(
    [...before, ...now].filter((step) => marks[step.id] !== 'later' && saysMore(step)).map(({ id }) => id),
  );
  return Object.fromEntries(Object.entries(marks).filter(([id]) => !again.has(id)));
}

/** The marks without one step's, so that it is shown again. */
export function without(marks: Marks, id: string): Marks {
  return Object.fromEntries(Object.entries(marks).filter(([key]) => key !== id));
}
