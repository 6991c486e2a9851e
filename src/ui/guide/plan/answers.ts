/** What can have happened, in the order the first screen asks. */
export const HAPPENINGS = ['saw', 'stuck', 'called', 'remote', 'paid', 'secrets'] as const;
export type Happening = (typeof HAPPENINGS)[number];

export const MEANS = ['card', 'transfer', 'gift-card', 'crypto', 'cash', 'subscription'] as const;
export type Means = (typeof MEANS)[number];

export const SECRETS = ['passwords', 'card', 'identity'] as const;
export type Secret = (typeof SECRETS)[number];

/** What the person told us; each list in the order of its constant, without repeats. */
export interface Answers {
  happened: readonly Happening[];
  means: readonly Means[];
  secrets: readonly Secret[];
}

export const NO_ANSWERS: Answers = { happened: [], means: [], secrets: [] };

/** Keeps what `known` holds, in its order and once each: the form every list of answers has. */
export function inOrder<T extends string>(known: readonly T[], given: readonly string[]): T[] {
  return known.filter((one) => given.includes(one));
}

/** What is ticked and not begun, with what was answered elsewhere since `before`. */
export function withNews(ticked: Answers, before: Answers, now: Answers): Answers {
  const join = <T extends string>(known: readonly T[], of: (answers: Answers) => readonly T[]): T[] =>
    inOrder(known, [...of(ticked), ...of(now).filter((one) => !of(before).includes(one))]);
  return {
    happened: join(HAPPENINGS, ({ happened }) => happened),
    means: join(MEANS, ({ means }) => means),
    secrets: join(SECRETS, ({ secrets }) => secrets),
  };
}

/**
 * Answers that contradict each other become one: who was stuck, called or let someone in did not "only see" it.
 * Means and secrets are dropped with the answer they belong to.
 */
export function settle(answers: Answers): Answers {
  const given = inOrder(HAPPENINGS, answers.happened);
  const happened = given.length > 1 ? given.filter((one) => one !== 'saw') : given;
  return {
    happened,
    means: happened.includes('paid') ? inOrder(MEANS, answers.means) : [],
    secrets: happened.includes('secrets') ? inOrder(SECRETS, answers.secrets) : [],
  };
}
