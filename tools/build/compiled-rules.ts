import { resolve } from 'node:path';
import { createJiti } from 'jiti';
import type { Plugin } from 'vite';

/** The module whose place the finished rules take. */
export const RULE_DATA = resolve('src/detection/rule-data.ts');

/** Loaded only when a build asks for it, so that vite's own configuration stays small. */
const COMPILER = resolve('src/detection/compile-rules.ts');
type Compiler = typeof import('../../src/detection/compile-rules');

/** Puts the finished rules in the place of the code that would make them, for the worker and the detector alike. */
export function compiledRules(): Plugin & { load(id: string): Promise<string | undefined> } {
  return {
    name: 'sangfroid-rules',
    apply: 'build',
    enforce: 'pre',
    async load(id: string) {
      if (id !== RULE_DATA) return undefined;
      const { compileRules } = await createJiti(import.meta.url).import<Compiler>(COMPILER);
      // One string for the engine: JSON.parse is several times faster than the same data as code.
      const data = JSON.stringify(compileRules()).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
      return `export function ruleData() { return JSON.parse('${data}'); }`;
    },
  };
}
