import { compileRules, type RuleData } from './compile-rules';

/** The rules as data: compiled here in tests and tools; a build puts the finished data in this file's place. */
export function ruleData(): RuleData {
  return compileRules();
}
