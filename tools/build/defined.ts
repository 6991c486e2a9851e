import gateRules from '../../rules/gate.json' with { type: 'json' };
import type { GateData } from '../../src/detection/scan-gate.ts';

const { threat, company, command, keys } = gateRules;

/** Stems that differ in one letter as one, "木馬" and "木马" as "木[馬马]": each byte is read in every frame. */
function joined(stems: readonly string[]): string {
  const alike = new Map<string, Set<string>>();
  for (const stem of stems) {
    for (let at = 0; at < stem.length; at++) {
      const rest = `${stem.slice(0, at)}\n${stem.slice(at + 1)}`;
      alike.set(rest, (alike.get(rest) ?? new Set()).add(stem));
    }
  }
  const left = new Set(stems);
  const parts: string[] = [];
  for (const [rest, group] of [...alike].sort(([, one], [, other]) => other.size - one.size)) {
    const both = [...group].filter((stem) => left.has(stem));
    if (both.length < 2) continue;
    const at = rest.indexOf('\n');
    parts.push(`${rest.slice(0, at)}[${both.map((stem) => stem[at]).join('')}]${rest.slice(at + 1)}`);
    both.forEach((stem) => left.delete(stem));
  }
  return [...left, ...parts].join('|');
}

/** The stems of rules/gate.json, each list joined: the gate runs in every frame, and would pay for it there. */
const GATE_DATA: GateData = {
  threat: joined(threat),
  // Not merged: the gate turns this list round as it stands (scan-gate.ts).
  company: company.join('|'),
  command: command.join('|'),
  keys: keys.join('|'),
};

/** The names that src takes from its build, as vite's `define` wants them. */
export const definedFor = (target: 'chrome' | 'firefox') => ({
  __TARGET__: JSON.stringify(target),
  __GATE_DATA__: JSON.stringify(GATE_DATA),
});
