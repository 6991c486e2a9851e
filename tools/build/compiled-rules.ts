import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { compileRules } from '../../src/detection/compile-rules';

/** The module whose place the finished rules take. */
export const RULE_DATA = resolve('src/detection/rule-data.ts');

/** Puts the finished rules in the place of the code that would make them, for the worker and the detector alike. */
export function compiledRules(): Plugin & { load(id: string): string | undefined } {
  return {
    name: 'sangfroid-rules',
    apply: 'build',
    enforce: 'pre',
    load(id: string) {
      if (id !== RULE_DATA) return undefined;
      // One string for the engine: JSON.parse is several times faster than the same data as code.
      const data = JSON.stringify(compileRules()).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
      return `export function ruleData() { return JSON.parse('${data}'); }`;
    },
  };
}
