import * as v from 'valibot';
import type { TabFacts } from '../../src/detection/facts';

/** Enough of TabFacts to be judged; a report leaves texts and queries out. */
const factsShape = v.looseObject({
  frames: v.pipe(
    v.array(
      v.looseObject({
        top: v.boolean(),
        acts: v.looseObject({}),
        words: v.looseObject({
          concepts: v.array(v.any()),
          brands: v.array(v.any()),
          phones: v.array(v.any()),
        }),
        looks: v.looseObject({}),
        structure: v.looseObject({}),
      }),
    ),
    v.minLength(1, 'no frame in it'),
  ),
  route: v.looseObject({}),
});

/** The facts of a local report ("missed" or "mistake") or of gathered facts, as parsed from JSON; throws for others. */
export function factsIn(data: unknown): TabFacts {
  const holder = v.parse(v.looseObject({ facts: factsShape }), data);
  const facts = holder.facts as unknown as TabFacts; // checked above as far as the judgement needs it
  return {
    ...facts,
    frames: facts.frames.map((frame) => ({
      ...frame,
      dialogs: frame.dialogs ?? [],
      address: frame.address ?? '',
    })),
  };
}
