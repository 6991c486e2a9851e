import type { Scope } from '../../../src/page/scope';

export interface UnitScope {
  scope: Scope;
  /** Acts that were told, with their text, and how many of them at once. */
  claims: string[];
  /** Windows that were handed over to be hooked. */
  adopted: unknown[];
  /** As after a verdict. */
  defuse: () => void;
  /** As on a trusted site. */
  undo: () => void;
}

/** What a unit of src/page/acts is given, for a window that has as much of one as that unit asks for. */
export function unitScope(window: object): UnitScope {
  const [claims, adopted]: [string[], unknown[]] = [[], []];
  const [onDefuse, undos]: [(() => void)[], (() => void)[]] = [[], []];
  let defused = false;
  return {
    scope: {
      window: window as Scope['window'],
      claim: (act, detail = '', times = 1) =>
        void claims.push(`${act} ${detail}${times > 1 ? ` × ${times}` : ''}`.trim()),
      defused: () => defused,
      onDefuse: (run) => void onDefuse.push(run),
      undo: (run) => void undos.push(run),
      adopt: (opened) => void adopted.push(opened),
    },
    claims,
    adopted,
    defuse: () => {
      defused = true;
      for (const run of onDefuse) run();
    },
    undo: () => {
      for (const run of undos) run();
    },
  };
}

/** A property that a class of the browser has as a getter. */
export function getter(owner: object, name: string, get: (this: object) => unknown): void {
  Object.defineProperty(owner, name, { configurable: true, get });
}
