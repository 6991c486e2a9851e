import * as v from 'valibot';
import type { KnownFrame, TabFacts } from '../../src/detection/facts';
import { emptyLooks, emptyRoute, emptyStructure } from '../../src/detection/frames/empty-facts';

const number = v.pipe(v.number(), v.finite());

/** Fields with the types of these: one that is missing would make a verdict of "NaN %". */
const like = (empty: object) =>
  v.looseObject(
    Object.fromEntries(
      Object.entries(empty).map(([name, value]) => [name, typeof value === 'number' ? number : v.boolean()]),
    ),
  );

const weighed = { count: number, prominence: number };

/** What TabFacts needs to be judged; a report leaves texts and queries out. */
const factsShape = v.looseObject({
  frames: v.pipe(
    v.array(
      v.looseObject({
        top: v.boolean(),
        area: number,
        acts: v.record(
          v.string(),
          v.looseObject({ count: number, unasked: number, firstAt: number, lastAt: number }),
        ),
        words: v.looseObject({
          concepts: v.array(v.looseObject({ concept: v.string(), language: v.string(), ...weighed })),
          brands: v.array(v.looseObject({ id: v.string(), ...weighed })),
          phones: v.array(v.looseObject({ shown: v.string(), digits: v.string(), ...weighed })),
          codes: v.array(v.string()),
          length: number,
          threatShare: number,
        }),
        looks: like(emptyLooks()),
        structure: like(emptyStructure()),
      }),
    ),
    v.minLength(1, 'no frame in it'),
  ),
  route: like(emptyRoute()),
});

/**
 * The facts of a local report ("missed" or "mistake") or of gathered facts, as parsed from JSON.
 * @throws Error that says what is wrong, for others and for those of a version with other facts
 */
export function factsIn(data: unknown): TabFacts {
  if (!v.is(v.looseObject({ facts: v.looseObject({}) }), data))
    throw new Error(
      'It is neither a report (of the popup or of the journal), nor gathered facts, nor a recorded page.',
    );
  const parsed = v.safeParse(factsShape, data.facts);
  if (!parsed.success)
    throw new Error(`Its facts cannot be judged by this version: ${where(parsed.issues[0])}`);
  const facts = parsed.output as unknown as TabFacts; // checked above as far as the judgement needs it
  return { ...facts, frames: facts.frames.map(completed) };
}

/** Reports of older versions name the texts otherwise; a report may have neither them nor an address. */
function completed(frame: KnownFrame & { dialogs?: string[] }): KnownFrame {
  return { ...frame, actTexts: frame.actTexts ?? frame.dialogs ?? [], address: frame.address ?? '' };
}

function where(issue: v.BaseIssue<unknown>): string {
  return `facts.${v.getDotPath(issue) ?? ''}: ${issue.message}`;
}
