import { resolve } from 'node:path';
import { createJiti } from 'jiti';
import type { Plugin } from 'vite';

/** The modules whose place finished data take, with the function of each that makes them. */
export const FINISHED: ReadonlyMap<string, string> = new Map([
  [resolve('src/detection/phrases/rule-data.ts'), 'ruleData'],
  [resolve('src/detection/text/wording-data.ts'), 'wordingData'],
  [resolve('src/detection/numbers/spoken-words.ts'), 'spokenWords'],
]);

/** Loaded only when a build asks for it, so that vite's own configuration stays small. */
const CHECKER = resolve('tools/build/rule-files.ts');
type Checker = typeof import('./rule-files');

/** Whether the rules cost a script its start, or the first who asks for them. */
export type RulesAreThere = 'at once' | 'when asked';

/** Begins a build by looking at every rule file: one that is broken would be shipped as it is, and fail at people's. */
export function checkedRules(folder = 'rules'): Plugin & { buildStart(): Promise<void> } {
  return {
    name: 'sangfroid-rule-files',
    apply: 'build',
    async buildStart() {
      const { ruleFaults } = await createJiti(import.meta.url).import<Checker>(CHECKER);
      const faults = ruleFaults(resolve(folder));
      if (faults.length > 0) throw new Error(`The rules do not fit their schemas:\n${faults.join('\n')}`);
    },
  };
}

/**
 * Puts the finished rules in the place of the code that would make them.
 * @param when the detector reads a page as soon as it has begun, so its rules are there `at once`; a worker starts for
 * much that asks no rule, and has them `when asked`: 400 kB that it need not make ready (docs/performance.md)
 */
export function compiledRules(
  when: RulesAreThere = 'at once',
): Plugin & { load(id: string): Promise<string | undefined> } {
  return {
    name: 'sangfroid-rules',
    apply: 'build',
    enforce: 'pre',
    async load(id: string) {
      const name = FINISHED.get(id);
      if (name === undefined) return undefined;
      const made = (await createJiti(import.meta.url).import<Record<string, () => unknown>>(id))[name];
      if (!made) throw new Error(`${id} has no ${name}().`);
      const data = JSON.stringify(made());
      // A few long strings: as code they are there at once, where JSON.parse would read each of them again, and so does
      // a function in which they stand, when it is called.
      if (when === 'when asked') return `export function ${name}() { return ${data}; }`;
      return `const data = ${data};\nexport function ${name}() { return data; }`;
    },
  };
}
