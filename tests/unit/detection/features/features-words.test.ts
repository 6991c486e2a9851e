import { describe, expect, it } from 'vitest';
import { featuresOf } from '../../../../src/detection/features/features';
import { scamWords, wordFeatures } from '../../../../src/detection/features/features-words';
import { joined } from '../joined-facts';
import { eachInWords } from '../../in-words';

type Given = Parameters<typeof joined>[0];

const THREATS = ['infected', 'locked', 'stolen', 'hacked', 'damage', 'scan-found', 'expired', 'illegal', 'charged', 'suspended', 'setup-failed']; // prettier-ignore
const ALARMS = ['infected', 'locked', 'stolen', 'hacked', 'damage'];
const OTHERS = ['system-voice', 'official-support', 'authority', 'no-restart', 'no-close', 'no-help', 'urgency', 'run-command', 'pay', 'remote-access', 'stay-ready', 'at-computer', 'only-phone', 'moves-money', 'toll-free', 'error-code']; // prettier-ignore
/** A number next to words that ask to call it. */
const PHONE = [{}];

describe('what a page wants', () => {
  it.each<[string, Given, number]>([
    ['nothing', { concepts: { infected: 1 } }, 0],
    ['a call', { phones: PHONE }, 0.85],
    ['a command', { concepts: { 'run-command': 0.7 } }, 0.7],
    ['money for a fine', { concepts: { pay: 0.9, illegal: 0.4 } }, 0.4],
    ['money for something', { concepts: { pay: 0.9 } }, 0],
    ['a cleaning', { concepts: { 'clean-now': 0.6, infected: 0.9 } }, 0.6],
  ])('%s', (_what, given, value) => {
    expect(featuresOf(joined(given)).wants).toBeCloseTo(value, 9);
  });

  it('and forbids to speak to somebody, which is a prohibition like the others', () => {
    for (const forbid of ['no-restart', 'no-close', 'no-help']) {
      const concepts = { hacked: 0.8, [forbid]: 0.5 };
      expect(wordFeatures(joined({ concepts }))['core-forbid'], forbid).toBeCloseTo(0.5, 9);
    }
  });
});

describe('features of words', () => {
  it('are all 0 on a page that says nothing', () => {
    expect(Object.values(wordFeatures(joined({}))).every((value) => value === 0)).toBe(true);
    expect(scamWords(joined({}))).toBe(0);
  });

  it.each([...THREATS, ...OTHERS])('%s is taken over as it is', (name) => {
    const { [name]: value, ...others } = wordFeatures(joined({ concepts: { [name]: 0.6 } }));
    expect(value).toBe(0.6);
    expect(Object.entries(others).filter(([, other]) => other !== 0)).toEqual([]);
  });

  // Each: what is said, and every feature that is not a single concept and not 0 then.
  eachInWords<[Given, Record<string, number>]>([
    [{ phones: PHONE }, { 'call-number': 0.85 }],
    [{ phones: [{ prominence: 0.5 }] }, { 'call-number': 0.85 * 0.75 }],
    [{ phones: [{ nearCall: false }] }, {}],
    [{ phones: PHONE, concepts: { call: 0.9 } }, { 'call-number': 0.9 }],
    [{ phones: PHONE, concepts: { call: 0.2 } }, { 'call-number': 0.85 }],
    [{ phones: [{ fromAddress: true }] }, { 'call-number': 0.85, 'phone-from-address': 0.5 }],
    [{ phones: [{ fromAddress: true, nearCall: false }] }, {}],
    [{ brands: { microsoft: 0.8 } }, {}],
    [{ brands: { microsoft: 0.8, apple: 0.3 }, concepts: { locked: 0.5 } }, { brand: 0.5 }],
    [
      { brands: { microsoft: 0.4 }, phones: PHONE },
      { brand: 0.4, 'call-number': 0.85 },
    ],
    [{ concepts: { infected: 1, locked: 1 } }, { 'many-threats': 1 / 3 }],
    [{ concepts: { illegal: 0.7 }, rest: { threatShare: 0.5 } }, { density: 0.35 }],
    [
      { concepts: { infected: 0.6 }, phones: [{ prominence: 0.4, count: 3, fromAddress: true }] },
      {
        'call-number': 0.595,
        'core-threat-call': 0.595,
        'phone-prominent': 0.4,
        'phone-repeated': 0.5,
        'phone-from-address': 0.6,
      },
    ],
    [
      { concepts: { infected: 0.3 }, phones: [{ count: 9 }] },
      { 'call-number': 0.85, 'core-threat-call': 0.3, 'phone-prominent': 0.3, 'phone-repeated': 0.3 },
    ],
    [
      { concepts: { 'system-voice': 0.5, hacked: 0.7 }, phones: PHONE },
      {
        'call-number': 0.85,
        'core-threat-call': 0.7,
        'core-claim-threat-call': 0.5,
        'phone-prominent': 0.7,
      },
    ],
    [
      { concepts: { 'official-support': 0.5 }, brands: { x: 0.4 }, phones: PHONE },
      { 'call-number': 0.85, brand: 0.4, 'core-claim-call': 0.4 },
    ],
    [{ concepts: { expired: 0.5, 'no-close': 0.7 } }, { 'core-forbid': 0.5 }],
    [{ concepts: { expired: 0.9, 'no-restart': 0.7 } }, { 'core-forbid': 0.7 }],
    [
      { concepts: { charged: 0.6, 'cancel-charge': 0.5 }, phones: PHONE },
      { 'call-number': 0.85, 'core-invoice': 0.5, 'phone-prominent': 0.6 },
    ],
    [
      { concepts: { charged: 0.6, call: 1 }, phones: PHONE },
      { 'call-number': 1, 'core-invoice': 0.4, 'phone-prominent': 0.6 },
    ],
    [{ concepts: { 'run-command': 0.8, 'verify-human': 0.6 } }, { 'core-command': 0.6 }],
    [{ concepts: { 'run-command': 0.8, infected: 1 } }, { 'core-command': 0.6 }],
    [{ concepts: { 'run-command': 0.8, 'error-code': 1 } }, { 'core-command': 0.5 }],
    [{ concepts: { 'run-command': 0.8, 'scan-found': 1 } }, { 'core-command': 0.5 }],
    [{ concepts: { authority: 0.7, illegal: 0.9, pay: 0.8 } }, { 'core-fine': 0.7 }],
    [{ concepts: { locked: 1, illegal: 0.9, pay: 0.8 } }, { 'core-fine': 0.6, 'many-threats': 0.3 }],
    [{ concepts: { infected: 0.9, 'clean-now': 0.8, urgency: 0.7 } }, { 'core-clean': 0.7 }],
    [
      { concepts: { infected: 0.9, 'clean-now': 0.8 }, brands: { x: 0.6 } },
      { brand: 0.6, 'core-clean': 0.6 },
    ],
    [
      { concepts: { suspended: 0.6, authority: 0.5 }, phones: PHONE },
      { 'call-number': 0.85, 'core-account': 0.5, 'phone-prominent': 0.6 },
    ],
    [
      { concepts: { 'scan-found': 0.6, authority: 0.9 }, phones: PHONE },
      { 'call-number': 0.85, 'core-scan-call': 0.6, 'phone-prominent': 0.6 },
    ],
    [
      { concepts: { expired: 0.6 }, brands: { x: 0.5 }, phones: PHONE },
      { 'call-number': 0.85, brand: 0.5, 'core-scan-call': 0.5, 'phone-prominent': 0.6 },
    ],
    // A failed set-up and a number are any maker's help page: it takes strangers who finish it, or are not the maker.
    [
      { concepts: { 'setup-failed': 0.6 }, phones: PHONE },
      { 'call-number': 0.85, 'phone-prominent': 0.6 },
    ],
    [
      { concepts: { 'setup-failed': 0.6, 'takes-over': 0.5, 'remote-access': 0.2 }, phones: PHONE },
      { 'call-number': 0.85, 'core-setup': 0.5, 'core-takeover': 0.5, 'phone-prominent': 0.6 },
    ],
    [
      { concepts: { 'setup-failed': 0.6, 'not-the-maker': 0.9 }, phones: PHONE },
      { 'call-number': 0.85, 'core-setup': 0.6, 'phone-prominent': 0.6 },
    ],
    [{ concepts: { 'setup-failed': 0.6, 'remote-access': 0.9, call: 0.5 } }, { 'core-setup': 0.35 }],
    // Any help desk works on a computer from afar: it takes a threat, and somebody to ring.
    [{ concepts: { 'takes-over': 0.9, call: 1 } }, {}],
    [{ concepts: { 'takes-over': 0.9, charged: 0.8 } }, {}],
    [{ concepts: { 'takes-over': 0.9, charged: 0.8, call: 1 } }, { 'core-takeover': 0.7 }],
    [{ concepts: { 'at-computer': 0.9, call: 1 } }, {}],
    [{ concepts: { 'at-computer': 0.9, 'only-phone': 0.6, call: 1 } }, { 'core-takeover': 0.6 }],
    [{ concepts: { 'takes-over': 0.5, 'cancel-charge': 0.6, call: 1 } }, { 'core-takeover': 0.5 }],
    [{ concepts: { 'takes-over': 0.5, hacked: 0.6, call: 1, refutes: 0.4 } }, { 'core-takeover': 0.1 }],
    [{ concepts: { 'moves-money': 0.9, call: 1 } }, {}],
    [{ concepts: { 'moves-money': 0.9, authority: 0.6 } }, {}],
    [{ concepts: { 'moves-money': 0.9, authority: 0.6, call: 1 } }, { 'core-moves-money': 0.6 }],
    [{ concepts: { 'moves-money': 0.9, 'no-help': 0.5, call: 1 } }, { 'core-moves-money': 0.5 }],
    [{ concepts: { 'moves-money': 0.9, 'no-help': 0.5, call: 1, refutes: 0.9 } }, {}],
    [{ concepts: { 'moves-money': 0.9, 'remote-access': 0.6, call: 1 } }, { 'core-money-by-remote': 0.6 }],
    [{ concepts: { 'moves-money': 0.9, 'takes-over': 0.8, call: 1 } }, { 'core-money-by-remote': 0.7 }],
    [{ concepts: { 'moves-money': 0.9, 'at-computer': 0.3, call: 1 } }, { 'core-money-by-remote': 0.3 }],
    [{ concepts: { 'moves-money': 0.9, 'remote-access': 0.6 } }, {}],
    [{ concepts: { 'moves-money': 0.9, 'remote-access': 0.6, call: 1, refutes: 1 } }, {}],
    [
      { concepts: { 'moves-money': 0.9, 'no-help': 0.5, call: 1, 'scam-named': 0.7 } },
      { 'core-moves-money': 0.2 },
    ],
    [
      { concepts: { 'moves-money': 0.9, 'no-help': 0.5, call: 1, 'reported-speech': 0.7 } },
      { 'core-moves-money': 0.2 },
    ],
    [
      { concepts: { 'moves-money': 0.4, suspended: 0.9 }, phones: PHONE },
      { 'call-number': 0.85, 'core-moves-money': 0.4, 'phone-prominent': 0.9 },
    ],
  ])('%s', (_title, given, found) => {
    const features = wordFeatures(joined(given));
    for (const name of [...THREATS, ...OTHERS]) delete features[name];
    for (const [id, value] of Object.entries(features)) expect(value, id).toBeCloseTo(found[id] ?? 0, 9);
    for (const id of Object.keys(found)) expect(features, id).toHaveProperty(id);
  });

  it('does not hear a demand for money in a warning of it', () => {
    const heard = (more: Record<string, number>) =>
      wordFeatures(joined({ concepts: { 'moves-money': 0.8, ...more } }))['moves-money'];
    expect(heard({})).toBeCloseTo(0.8, 9);
    expect(heard({ refutes: 0.6 })).toBeCloseTo(0.2, 9);
    expect(heard({ 'scam-named': 0.9 })).toBe(0);
    expect(heard({ 'reported-speech': 0.3, refutes: 0.1 })).toBeCloseTo(0.5, 9);
  });

  eachInWords<[Record<string, number>, boolean, number]>([
    [{}, true, 0],
    [{ call: 1 }, true, 0.4 / 1.4],
    [{ call: 1 }, false, 0.1 / 1.4],
    [{ infected: 1 }, false, (1 + 0.4 - 0.6) / 1.4],
    [{ expired: 1 }, false, 0],
    [{ expired: 1, 'brand:microsoft': 1 }, false, 0.4 / 1.4],
    [{ expired: 1, 'brand:microsoft': 0.5 }, false, 0.1 / 1.4],
    [{ 'no-close': 1, 'official-support': 0.5, call: 0.5 }, true, (0.3 + 0.5 + 0.5 - 0.6) / 1.4],
    [{ 'system-voice': 1, microsoft: 1, locked: 0.5 }, false, (0.6 + 0.5 + 0.2 - 0.6) / 1.4],
    [{ suspended: 1, call: 1, 'own-business': 1 }, true, (0.4 + 1 - 0.7 - 0.6) / 1.4],
    [{ infected: 1, call: 1, 'scam-named': 1 }, true, (1.4 + 1 - 0.7 - 0.6) / 1.4],
    [{ suspended: 1, call: 1, refutes: 1 }, false, 0],
  ])('a dialog that says %s', (_title, dialog, actTextPhone, value) => {
    expect(wordFeatures(joined({ dialog, rest: { actTextPhone } }))['dialog-says']).toBeCloseTo(value, 9);
  });
});

describe('how much the words alone sound like a fake alert', () => {
  eachInWords<[Given, number]>([
    [{ concepts: { infected: 1 } }, 0.6],
    [{ concepts: { infected: 1, 'official-support': 1 } }, 1.2],
    [{ concepts: { infected: 1, authority: 0.5 }, brands: { x: 1 } }, 1.2],
    [{ concepts: { infected: 1, 'no-close': 1 } }, 1.1],
    [{ concepts: { infected: 1, call: 0.5 } }, 0.8],
    [{ concepts: { infected: 0.5, call: 1 }, phones: PHONE }, 1.1],
    [{ concepts: { 'run-command': 0.9 } }, 0.5],
    [{ concepts: { pay: 0.5, illegal: 0.8 } }, 0.9],
    [{ concepts: { 'clean-now': 0.5, infected: 0.8 } }, 0.9],
    [{ concepts: { 'clean-now': 0.9, locked: 0.8 } }, 0.4],
  ])('%s', (_title, given, above) => {
    expect(scamWords(joined(given))).toBeCloseTo(above / 1.8, 9);
  });

  it('scales what the page does and how it looks, never its words or its honesty', () => {
    const given = joined({
      concepts: { infected: 1, advice: 0.5 },
      looks: { fullscreen: true },
      acts: { alert: 2 },
    });
    const parts = featuresOf(given);
    expect(parts.scamWords).toBeCloseTo(1 / 3, 9);
    expect(parts.looks.fullscreen).toBeCloseTo(1 / 3, 9);
    expect(parts.acts.dialog).toBeCloseTo(1 / 3, 9);
    expect(parts.words.infected).toBe(1);
    expect(parts.honest.advice).toBe(0.5);
    expect([parts.trap, parts.jammed]).toEqual([true, false]);
  });

  it.each(ALARMS)('%s alone is an alarm: with a number to call it is the core of a fake alert', (name) => {
    const features = wordFeatures(joined({ concepts: { [name]: 0.7 }, phones: PHONE }));
    expect(features['core-threat-call']).toBe(0.7);
  });

  it.each(THREATS.filter((name) => !ALARMS.includes(name)))('%s alone is none', (name) => {
    expect(wordFeatures(joined({ concepts: { [name]: 0.7 }, phones: PHONE }))['core-threat-call']).toBe(0);
  });
});
