import { describe, expect } from 'vitest';
import { wordFeatures } from '../../../../src/detection/features/features-words';
import { joined } from '../joined-facts';
import { eachInWords } from '../../in-words';

type Given = Parameters<typeof joined>[0];

/** Single concepts, which are features of the same name. */
const SINGLE = ['locked', 'no-restart'];

describe('a number that no words say to call', () => {
  // Each: what is said, and every feature of it that is not 0 then.
  eachInWords<[Given, Record<string, number>]>([
    // The one number of a short page, beside a threat: to be called, whoever says so.
    [
      { concepts: { locked: 0.8 }, phones: [{ nearCall: false }] },
      { 'call-number': 0.85 * 0.8, 'core-threat-call': 0.85 * 0.8 },
    ],
    [
      { concepts: { 'no-restart': 0.6 }, phones: [{ nearCall: false, prominence: 0.5 }] },
      { 'call-number': 0.85 * 0.5 },
    ],
    [
      { concepts: { locked: 0.8 }, phones: [{ nearCall: false }], rest: { length: 1_000 } },
      { 'call-number': 0.85 * 0.5, 'core-threat-call': 0.85 * 0.5 },
    ],
    [{ concepts: { locked: 0.8 }, phones: [{ nearCall: false }], rest: { length: 1_500 } }, {}],
    [{ concepts: { locked: 0.8 }, phones: [{ nearCall: false }], rest: { onlyActTexts: true } }, {}],
    // A game or an exam has a number, too, and says that holding Esc ends it.
    [{ concepts: { locked: 0.8, refutes: 0.5 }, phones: [{ nearCall: false }] }, {}],
    [{ concepts: { locked: 0.8, 'own-business': 0.6 }, phones: [{ nearCall: false }] }, {}],
    [{ concepts: { locked: 0.8 }, phones: [{ nearCall: false }, { nearCall: false }] }, {}],
  ])('%s', (_title, given, found) => {
    const features = wordFeatures(joined(given));
    for (const [id, value] of Object.entries(features))
      if (!SINGLE.includes(id)) expect(value, id).toBeCloseTo(found[id] ?? 0, 9);
    for (const id of Object.keys(found)) expect(features, id).toHaveProperty(id);
  });
});
