/** What is practised, in this order: the long Esc, our keys, our button, a full-screen window. */
export const EXERCISES = ['esc', 'keys', 'button', 'window'] as const;

export type Exercise = (typeof EXERCISES)[number];
export type Stage = 'start' | Exercise | 'end';

/** How far the practice is: where it stands and what was really done (the rest was passed over). */
export interface Progress {
  stage: Stage;
  done: readonly Exercise[];
  /** Whether the exercise before this stage was really done. */
  praised: boolean;
}

export const AT_START: Progress = { stage: 'start', done: [], praised: false };

/** What became of the exercise now standing; where none stands, as at the start, it is passed over. */
export type Outcome = 'done' | 'passed-over';

/** On to the next stage. */
export function advance({ stage, done }: Progress, outcome: Outcome): Progress {
  const succeeded = outcome === 'done';
  const next = EXERCISES[nextIndex(stage)] ?? 'end';
  const now = succeeded && isExercise(stage) && !done.includes(stage) ? [...done, stage] : done;
  return { stage: next, done: now, praised: succeeded };
}

/** Straight to the end, with what was done so far. */
export function endNow(progress: Progress): Progress {
  return { ...progress, stage: 'end', praised: false };
}

/** Position among the exercises, from 1; 0 before the first and after the last. */
export function positionOf(stage: Stage): number {
  return isExercise(stage) ? EXERCISES.indexOf(stage) + 1 : 0;
}

/** The exercise before this one; undefined for the first. */
export function before(exercise: Exercise): Exercise | undefined {
  return EXERCISES[EXERCISES.indexOf(exercise) - 1];
}

function nextIndex(stage: Stage): number {
  if (stage === 'start') return 0;
  return isExercise(stage) ? EXERCISES.indexOf(stage) + 1 : EXERCISES.length;
}

function isExercise(stage: Stage): stage is Exercise {
  return stage !== 'start' && stage !== 'end';
}
