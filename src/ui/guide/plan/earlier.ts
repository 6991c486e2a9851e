import { HAPPENINGS, inOrder, MEANS, SECRETS, settle, type Answers, type Happening } from './answers';
import { buildPlan, type Situation } from './plan';
import { marksThatHold, type Marks } from './progress';
import type { SavedGuide } from './progress-store';

/** What has to be put right, whatever page is met next. */
const GRAVE: readonly Happening[] = ['called', 'remote', 'paid', 'secrets'];

/** What lasts of an earlier plan, with what has happened now. */
interface Beside {
  /** With the journal's entry of the earlier page, or that it has none, where the letter is about that one. */
  plan: Pick<SavedGuide, 'answers' | 'marks'> &
    Partial<Pick<SavedGuide, 'incidentId' | 'seenAt' | 'letterOfEarlier'>>;
  /** There is more in it than was answered now. */
  addsEarlier: boolean;
}

/**
 * Another page is met in the middle of a plan: nothing that has to be put right may be lost by it.
 * @param saved the plan @param situation with its answers @param now what was answered for the other page
 * @returns null where nothing of the plan lasts
 */
export function besideEarlier(saved: SavedGuide, situation: Situation, now: Answers): Beside | null {
  if (!isGrave(saved.answers)) return null;
  const earlier = graveOf(saved.answers);
  const answers = together(earlier, now);
  const ofEarlier = { incidentId: saved.incidentId, seenAt: saved.seenAt, letterOfEarlier: true };
  const marks = marksThatRemain(situation, earlier, now, saved.marks);
  return {
    plan: { answers, marks, ...(isLetterOfEarlier(earlier, now) && ofEarlier) },
    addsEarlier: JSON.stringify(answers) !== JSON.stringify(settle(now)),
  };
}

/** Is there anything to put right, whatever page is met next? */
export function isGrave(answers: Answers): boolean {
  return graveOf(answers).happened.length > 0;
}

function graveOf(answers: Answers): Answers {
  return settle({ ...answers, happened: answers.happened.filter((one) => GRAVE.includes(one)) });
}

/** The kinds of both; where one of them tells of the answer and of no kind, all are meant (plan.ts). */
function kinds<T extends string>(known: readonly T[], given: readonly (readonly T[] | null)[]): T[] {
  const told = given.filter((list) => list !== null);
  return told.some((list) => list.length === 0) ? [] : inOrder(known, told.flat());
}

function together(earlier: Answers, now: Answers): Answers {
  const of = <T>(happening: Happening, { happened }: Answers, list: readonly T[]): readonly T[] | null =>
    happened.includes(happening) ? list : null;
  return settle({
    happened: inOrder(HAPPENINGS, [...earlier.happened, ...now.happened]),
    means: kinds(MEANS, [of('paid', earlier, earlier.means), of('paid', now, now.means)]),
    secrets: kinds(SECRETS, [of('secrets', earlier, earlier.secrets), of('secrets', now, now.secrets)]),
  });
}

/**
 * The marks of the steps that only the earlier answers ask for: what was done after another scam is not done after this
 * one, and a way out of its page is none out of this one.
 */
function marksThatRemain(situation: Situation, earlier: Answers, now: Answers, marks: Marks): Marks {
  const answers = together(earlier, now);
  const happened = now.happened.filter((one) => answers.happened.includes(one)); // "only saw" counts beside none
  const planOf = (of: Answers) => buildPlan({ ...situation, answers: of });
  const anew = new Set(planOf({ ...now, happened }).map(({ id }) => id));
  const lasting = planOf(earlier).filter(({ id, group }) => group === null && !anew.has(id));
  const ids = new Set(lasting.map(({ id }) => id));
  const held = marksThatHold(planOf(situation.answers), planOf(answers), marks);
  return Object.fromEntries(Object.entries(held).filter(([id]) => ids.has(id)));
}

/** Whose page the letter is about: that of the payment, else of what is grave, else that of before. */
function isLetterOfEarlier(earlier: Answers, now: Answers): boolean {
  if (earlier.happened.includes('paid')) return !now.happened.includes('paid');
  return !isGrave(now);
}
