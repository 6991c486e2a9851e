import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyLooks, emptyRoute, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import type { FrameFacts, StructureFacts } from '../../../../src/detection/facts';
import { judge } from '../../../../src/detection/judgement/judge';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';
import { factsOfUnreadFrame } from '../../../../src/detection/frames/unread-frame';

/** Boxes that pages open, by authors who had not seen the rules (docs/accuracy.md says how many are told). */
interface Box {
  api: 'alert' | 'confirm' | 'prompt';
  text: string;
}

const boxesOf = (kind: 'honest' | 'scam'): Box[] =>
  JSON.parse(readFileSync(`tests/pages/boxes/${kind}.json`, 'utf8')) as Box[];

const rules = loadRules();
const route = emptyRoute();
const address = 'https://page.example/';
const actsOf = ({ api }: Box) => ({ [api]: { count: 1, unasked: 1, firstAt: 300, lastAt: 300 } });
const isTold = (frame: FrameFacts): boolean => judge({ frames: [frame], route }, rules).level !== 'quiet';

/** Before a word of the page has come. */
function unread(box: Box): FrameFacts {
  const known = { top: true, address, title: '', area: 1, acts: actsOf(box), actTexts: [box.text] };
  return factsOfUnreadFrame(known, rules);
}
const alone = (box: Box): boolean => isTold(unread(box));

/** Over a page that was read. */
const over = (lines: string[], has: Partial<StructureFacts>) => (box: Box) => {
  const title = 'Northfield';
  const segments = lines.map((text) => ({ text, prominence: 0.4 }));
  const { words } = readWords({ segments, title, actTexts: [box.text], address }, rules);
  return isTold({
    ...{ top: true, address, title, language: '', area: 1, excerpt: '' },
    ...{ acts: actsOf(box), actTexts: [box.text], words },
    looks: { ...emptyLooks(), viewportWidth: 1_280, viewportHeight: 800 },
    structure: { ...emptyStructure(), ...has },
  });
};

const SIGN_IN = [
  'Sign in to Northfield',
  'User name',
  'Password',
  'Sign in',
  'Forgot your password?',
  'Terms',
];
const PORTAL = [
  'Home',
  'Orders',
  'Messages',
  'Profile',
  'Help',
  'Log out',
  'Your orders of this week',
  'Imprint',
];

describe('of the boxes written blind', () => {
  it.each(['honest', 'scam'] as const)(
    'none closes its page because somebody takes his time to read it: %s',
    (kind) => {
      const silent = { ...route, silentFor: 60_000 };
      const closes = (box: Box) => judge({ frames: [unread(box)], route: silent }, rules).level === 'act';
      expect(boxesOf(kind).filter(closes)).toEqual([]);
    },
  );

  it.each([
    ['alone', alone, 65, 7],
    ['over a form to sign in', over(SIGN_IN, { signIn: true, siteLinks: 3, footer: true }), 79, 8],
    ['over a page with menus', over(PORTAL, { siteLinks: 12, navigation: true, footer: true }), 65, 4],
  ])('%s, a scam is told as often as before and an honest site no oftener', (_where, told, scams, honest) => {
    expect(boxesOf('scam').filter(told).length).toBeGreaterThanOrEqual(scams);
    expect(boxesOf('honest').filter(told).length).toBeLessThanOrEqual(honest);
  });
});
