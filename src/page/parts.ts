import { apply, deref, newList, Weak, type List } from './natives';

/** What is to be done in one window later. */
interface Part {
  undos: List<() => void>;
  onDefuse: List<() => void>;
}

/** The parts of a document's own window and of those it adopted. */
export interface Parts {
  /** @param held for as long as the document is there: of its own window */
  add: (held: boolean) => Part;
  /** Runs each of a kind in every window that is still there. */
  run: (kind: keyof Part) => void;
}

// Two functions: closures made in one share all that any of them holds.
const strongly = (part: Part) => (): Part => part;
const weakly = (part: Part): (() => Part | undefined) => {
  const ref = new Weak(part);
  return () => apply(deref, ref, []) as Part | undefined; // what was put there
};

/** A part of an adopted window is held by that window's wraps alone, and goes with them: pages make frames for hours. */
export function makeParts(): Parts {
  const all = newList<() => Part | undefined>();
  return {
    add: (held) => {
      const part: Part = { undos: newList(), onDefuse: newList() };
      let slot = 0;
      while (all[slot]?.()) slot++;
      if (slot === all.length) all.length++;
      all[slot] = (held ? strongly : weakly)(part);
      return part;
    },
    run: (kind) => {
      for (let index = 0; index < all.length; index++) {
        const part = all[index]?.();
        if (part) runAll(part[kind], undefined);
      }
    },
  };
}

/** Runs each with the same argument; one that throws does not keep the others from running. */
export function runAll<T>(runs: Readonly<List<(given: T) => void>>, given: T): void {
  for (let index = 0; index < runs.length; index++) {
    try {
      runs[index]?.(given);
    } catch {
      // Each unit stands alone.
    }
  }
}
