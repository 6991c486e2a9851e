import gateRules from '../../rules/gate.json' with { type: 'json' };
import type { GateData } from '../../src/detection/scan-gate.ts';

const { threat, company, command, keys } = gateRules;

/** The stems of rules/gate.json, each list joined: the gate runs in every frame, and would pay for it there. */
const GATE_DATA: GateData = {
  threat: threat.join('|'),
  company: company.join('|'),
  command: command.join('|'),
  keys: keys.join('|'),
};

/** The names that src takes from its build, as vite's `define` wants them. */
export const definedFor = (target: 'chrome' | 'firefox') => ({
  __TARGET__: JSON.stringify(target),
  __GATE_DATA__: JSON.stringify(GATE_DATA),
});
