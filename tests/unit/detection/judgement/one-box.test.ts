import { describe, expect, it } from 'vitest';
import type { FrameFacts } from '../../../../src/detection/facts';
import { emptyRoute } from '../../../../src/detection/frames/empty-facts';
import { joinFrames } from '../../../../src/detection/frames/join-frames';
import { judge } from '../../../../src/detection/judgement/judge';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';
import { factsOfUnreadFrame } from '../../../../src/detection/frames/unread-frame';

const rules = loadRules();
const ROUTE = emptyRoute();

/** A page that opened its boxes before it was read. */
function unread(actTexts: readonly string[], change: Partial<FrameFacts> = {}, text = ''): FrameFacts {
  const alert = { count: actTexts.length, unasked: actTexts.length, firstAt: 100, lastAt: 900 };
  const claims = { address: 'https://page.example/', title: '', acts: { alert }, area: 1 };
  return { ...factsOfUnreadFrame({ ...claims, top: true, actTexts, text }, rules), ...change };
}
const onlyBoxes = (frame: FrameFacts): boolean =>
  joinFrames({ frames: [frame], route: ROUTE }, rules).onlyActTexts;
const levelOf = (frame: FrameFacts): string => judge({ frames: [frame], route: ROUTE }, rules).level;

/** What sites of banks, schools and firms have a browser show (each lies above the line that a whole page is held to). */
const HONEST = [
  'Do not refresh this page or press the Back button while your payment is being processed.',
  'Ihr Konto wurde nach mehreren fehlgeschlagenen Anmeldungen gesperrt. Bitte wenden Sie sich an den IT-Helpdesk unter 030 23125 410.',
  'Uw account is geblokkeerd na te veel mislukte inlogpogingen. Bel de servicedesk op 0800 000 0145.',
  'O seu cartão está bloqueado por motivos de segurança. Contacte o seu banco através do 800 000 340.',
];
const SCAM =
  'WINDOWS SECURITY: your computer is infected. Do not shut down. Call Microsoft support 1-888-555-0142';

const SAID = [
  'Windows Defender Security Center',
  'Your computer has been blocked: a Trojan spyware infected it. Your passwords are being stolen.',
  'Do not close this window. Call Microsoft support now: 1-888-555-0142',
].join('\n');

describe('a page of which one box is known', () => {
  it.each(HONEST)('is not warned of for what honest boxes say: %s', (text) => {
    expect(levelOf(unread([text]))).toBe('quiet');
  });

  it('is warned of for what only a scam says, and not closed for it', () => {
    expect(levelOf(unread([SCAM]))).toBe('warn');
  });

  it('is closed once five come in a row, and not before: three wrong passwords and an answer are four', () => {
    const row = (count: number): string => levelOf(unread(Array.from({ length: count }, () => SCAM)));
    expect([2, 3, 4].map(row)).toEqual(['warn', 'warn', 'warn']);
    expect(row(5)).toBe('act');
  });

  it('whose words were read is warned of for them, whatever the box is padded with', () => {
    const box = `${'\u2060'.repeat(950)}Press OK.`;
    for (const text of ['Press OK.', box]) {
      expect(levelOf(unread([text])), 'the box alone').toBe('quiet');
      expect(levelOf(unread([text], {}, SAID))).toBe('warn');
    }
  });

  it('whose words were read is closed at the second box, as ever', () => {
    expect(levelOf(unread([SCAM, SCAM], {}, 'Your computer is infected. Call the number below.'))).toBe(
      'act',
    );
  });

  it('is one as long as no word of its own is known', () => {
    expect(onlyBoxes(unread(['A box']))).toBe(true);
    expect(onlyBoxes(unread(['A box'], { title: 'A title' }))).toBe(true);
    expect(onlyBoxes(unread(['A box'], {}, 'A word'))).toBe(false);
    expect(onlyBoxes(unread([], { acts: {} }))).toBe(false);
    expect(onlyBoxes(unread([`${'\u2060'.repeat(950)}Press OK.`], {}, 'A word')), 'padded').toBe(false);
    expect(onlyBoxes(unread(['\ufdfa'.repeat(20)])), 'signs that stand for many').toBe(true);
    const looks = { ...unread([]).looks, viewportWidth: 800 };
    expect(onlyBoxes(unread(['A box'], { looks })), 'read before there was anything in it').toBe(true);
    for (const pictureCover of [0.5, 0.6])
      expect(onlyBoxes(unread(['A box'], { looks: { ...looks, pictureCover } })), `${pictureCover}`).toBe(
        false,
      );
    const inner = unread(['A box'], { top: false });
    expect(joinFrames({ frames: [unread([], { acts: {} }), inner], route: ROUTE }, rules).onlyActTexts).toBe(
      true,
    );
  });

  it('is not all where one of the frames says something of its own', () => {
    const boxed = unread(['A box']);
    const words = { ...boxed.words, length: 400 };
    const both = (...frames: FrameFacts[]) => joinFrames({ frames, route: ROUTE }, rules).onlyActTexts;
    expect(both(boxed, { ...boxed, top: false })).toBe(true);
    expect(both(boxed, { ...boxed, top: false, words })).toBe(false);
  });
});

describe('a number in a box', () => {
  /** Whether the number is one to call, and the words that decide. */
  const toCall = (actTexts: string[], title = '', text = ''): boolean[] => {
    const segments = text === '' ? [] : [{ text, prominence: 1 }];
    const { words } = readWords({ segments, title, actTexts, address: 'https://page.example/' }, rules);
    return words.phones.map(({ nearCall }) => nearCall);
  };
  const FORBIDS = 'Do not shut down. Call 1-800-555-0199';

  it('is to be called where the box forbids or threatens, whatever its word for calling is', () => {
    expect(toCall([FORBIDS])).toEqual([true]);
    expect(toCall(["Ne pas éteindre l'ordinateur ! 01 99 00 41 27"])).toEqual([true]);
    expect(toCall(['Your computer is infected. 1-800-555-0199'])).toEqual([true]);
  });

  it('is none to be called where it says nothing of the kind, and not for what another box says', () => {
    expect(toCall(['Call 1-800-555-0199'])).toEqual([false]);
    expect(toCall(['Do not shut down.', 'Call 1-800-555-0199'])).toEqual([false]);
  });

  it('is read with less ease in the title and in the page', () => {
    expect(toCall([], FORBIDS)).toEqual([false]);
    expect(toCall([], '', FORBIDS)).toEqual([false]);
  });
});
