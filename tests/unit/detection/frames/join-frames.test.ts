import { describe, expect, it } from 'vitest';
import { emptyLooks, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import { joinFrames } from '../../../../src/detection/frames/join-frames';
import { frame, inset, join, names, route, rules, says, type Change } from '../some-frames';

describe('concepts of a tab', () => {
  it.each([
    [0, 0.4],
    [0.5, 0.7],
    [1, 1],
    [2, 1],
  ])('count more the more the eye meets them: %d', (prominence, strength) => {
    expect(join(frame(says('infected', prominence))).concepts.get('infected')).toBeCloseTo(strength, 9);
  });

  it.each([
    [0.5, 1],
    [0.49, 0.69],
    [0.1, 0.3],
    [-1, 0.2],
  ])('count by the size of an inset: %d', (area, strength) => {
    expect(join(frame(), inset(area, says('infected', 1))).concepts.get('infected')).toBeCloseTo(strength, 9);
  });

  it.each([
    [0.9, 0.2, 0.42],
    [0.9, 0.9, undefined],
    [0.2, 0.9, undefined],
  ])('count "speak to nobody" (%d) less where it is about a code (%d)', (nobody, code, strength) => {
    const { concepts } = join(frame(says('no-help', nobody)), frame(says('keeps-code', code)));
    if (strength === undefined) expect(concepts.has('no-help')).toBe(false);
    else expect(concepts.get('no-help')).toBeCloseTo(strength, 9);
  });

  it('count by the frame that says them strongest', () => {
    const one = frame(says('infected', 0.2));
    const other = inset(0.9, says('infected', 0.9));
    expect(join(one, other).concepts.get('infected')).toBeCloseTo(0.94, 9);
    expect(join(other, one).concepts.get('infected')).toBeCloseTo(0.94, 9);
  });

  it('of a dialog are known with the companies it names', () => {
    const { actTextConcepts } = join(frame({ actTexts: ['Your computer is infected. Call Microsoft.'] }));
    expect([...actTextConcepts.keys()]).toEqual(
      expect.arrayContaining(['infected', 'call', 'brand:microsoft']),
    );
    expect(new Set(actTextConcepts.values())).toEqual(new Set([1]));
  });

  it('of what a small frame paints or says count by its size, of its boxes in full', () => {
    const actTexts = ['Your computer is infected. Call Microsoft.'];
    const act = { count: 1, unasked: 1, firstAt: 5, lastAt: 5 };
    const weights = (change: Change, area = 0) => [
      ...new Set(join(frame(), inset(area, { actTexts, ...change })).actTextConcepts.values()),
    ];
    const unboxed = ['canvas-text', 'speech', 'clipboard'] as const;
    for (const name of unboxed) expect(weights({ acts: { [name]: act } }), name).toEqual([0.2]);
    expect(weights({ acts: { speech: act } }, 0.3)).toEqual([0.5]);
    expect(weights({ acts: { speech: act } }, 0.6), 'a large one').toEqual([1]);
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'auth-prompt'])
      expect(weights({ acts: { speech: act, [name]: act } }), name).toEqual([1]);
    expect([weights({ boxed: true }), weights({ boxed: false })], 'told beside the acts').toEqual([
      [1],
      [0.2],
    ]);
  });

  it('of a dialog are read in its first 1,000 characters', () => {
    const late = `${'bread '.repeat(200)} Your computer is infected.`;
    expect(join(frame({ actTexts: [late] })).actTextConcepts.has('infected')).toBe(false);
  });
});

describe('companies of a tab', () => {
  it('are those that do not own the address they stand on', () => {
    const at = (address: string) => join(frame({ address, ...names('microsoft') })).brands.get('microsoft');
    expect(at('https://page.example/')).toBe(1);
    expect(at('https://microsoft.com/')).toBeUndefined();
    expect(at('https://support.microsoft.com/')).toBeUndefined();
    expect(at('https://notmicrosoft.com/')).toBe(1);
    expect(join(frame(names('nobody'))).brands.size).toBe(0);
    expect(join(frame(names('microsoft', 0.5))).brands.get('microsoft')).toBeCloseTo(0.7, 9);
    expect(join(frame(), inset(0.1, names('microsoft'))).brands.get('microsoft')).toBeCloseTo(0.3, 9);
  });

  it('make a tab official where its top address is theirs', () => {
    expect(join(frame({ address: 'https://support.microsoft.com/' })).official).toBe(true);
    expect(join(frame(), inset(1, { address: 'https://support.microsoft.com/' })).official).toBe(false);
    const shared = rules.brands.find(({ notHosts }) => notHosts.length > 0)?.notHosts[0] ?? '';
    expect(shared).not.toBe('');
    expect(join(frame({ address: `https://${shared}/` })).official).toBe(false);
    expect(joinFrames({ frames: [], route }, rules).official).toBe(false);
  });

  it.each(['pc.eastus.cloudapp.azure.com', 'sway.office.com', 'onedrive.live.com', 'sites.google.com'])(
    'but not where anyone may publish: %s',
    (host) => expect(join(frame({ address: `https://${host}/a` })).official).toBe(false),
  );
});

describe('acts of a tab', () => {
  it('are added up over its frames, with the first and the last time, and kept of each', () => {
    const acts = { alert: { count: 2, unasked: 1, firstAt: 5, lastAt: 9 } };
    const more = { alert: { count: 3, unasked: 2, firstAt: 3, lastAt: 8 }, print: { count: 1, unasked: 0, firstAt: 1, lastAt: 1 } }; // prettier-ignore
    expect(join(frame({ acts }), inset(0.01, { acts: more })).acts).toEqual({
      alert: { count: 5, unasked: 3, firstAt: 3, lastAt: 9 },
      print: { count: 1, unasked: 0, firstAt: 1, lastAt: 1 },
    });
    expect(acts.alert.count).toBe(2);
    expect(join(frame({ acts }), inset(0.01, { acts: more })).actsOfEach).toEqual([acts, more]);
  });
});

describe('the rest of a tab', () => {
  it('looks and structure come from its large frames, each at its greatest', () => {
    const large = frame({ looks: { ...emptyLooks(), layerCover: 0.4, flashing: true }, structure: { ...emptyStructure(), siteLinks: 3, footer: true } }); // prettier-ignore
    const other = inset(0.5, { looks: { ...emptyLooks(), layerCover: 0.7 }, structure: { ...emptyStructure(), siteLinks: 2 } }); // prettier-ignore
    const small = inset(0.4, { looks: { ...emptyLooks(), layerCover: 1, fakeScan: true }, structure: { ...emptyStructure(), siteLinks: 9, shop: true } }); // prettier-ignore
    const { looks, structure } = join(large, other, small);
    expect(looks).toEqual({ ...emptyLooks(), layerCover: 0.7, flashing: true });
    expect(structure).toEqual({ ...emptyStructure(), siteLinks: 3, footer: true });
  });

  it('of nothing is nothing', () => {
    for (const value of [...Object.values(emptyLooks()), ...Object.values(emptyStructure())])
      expect(Number(value)).toBe(0);
    const nothing = { codes: [], phones: [], length: 0, threatShare: 0, seen: false, addressCall: false };
    expect(join()).toMatchObject(nothing);
  });

  it('has five codes at most, each once, in order', () => {
    const codes = ['E-5', 'E-1', 'E-3', 'E-1'];
    expect(
      join(frame({ words: { codes } }), inset(0, { words: { codes: ['E-2', 'E-4', 'E-6'] } })).codes,
    ).toEqual(['E-1', 'E-2', 'E-3', 'E-4', 'E-5']);
  });

  it('wording is that of the large frame that sounds most like a scam, and 0 where none was looked at', () => {
    const sounds = (wording: number) => ({ words: { wording } });
    expect(join(frame(sounds(-1.5)), inset(0.6, sounds(-0.5)), inset(0.1, sounds(2))).wording).toBe(-0.5);
    expect(join(frame(), inset(0.6, sounds(-0.5))).wording).toBe(-0.5);
    expect(join(frame()).wording).toBe(0);
  });

  it('a frame that says too little to be known takes nothing from honest words, but where it threatens', () => {
    const honest = frame({ words: { wording: -3 } });
    const locked = { concepts: [{ concept: 'locked', language: 'en', count: 1, prominence: 1 }] };
    expect(join(honest, inset(0.6)).wording).toBe(-3);
    expect(join(honest, inset(0.6, { words: locked })).wording).toBe(0);
  });

  it('length is that of all frames, the share of threats that of the large ones', () => {
    const found = join(
      frame({ words: { length: 100, threatShare: 0.1 } }),
      inset(0.6, { words: { length: 50, threatShare: 0.3 } }),
      inset(0.1, { words: { length: 7, threatShare: 0.9 } }),
    );
    expect([found.length, found.threatShare]).toEqual([157, 0.3]);
  });

  it('an address that asks to call counts in the top frame only', () => {
    const words = { addressCall: true };
    expect(join(frame({ words })).addressCall).toBe(true);
    expect(join(frame(), inset(1, { words })).addressCall).toBe(false);
  });

  it('so does what else it says, which is nothing where nobody told', () => {
    const words = { addressCall: true, addressSays: ['advice'] };
    expect(join(frame({ words })).addressSays).toEqual(['advice']);
    expect(join(frame({ words: { addressCall: true } }), inset(1, { words })).addressSays).toEqual([]);
    const address = 'https://translate.google.com/?text=x';
    expect(join(frame({ address, words: { addressCall: true } })).addressCall).toBe(true);
    expect(join(frame({ address, words })).addressCall).toBe(false);
  });

  it('is seen where a large frame has told how it looks', () => {
    const looks = { ...emptyLooks(), viewportWidth: 1 };
    expect(join(frame({ looks })).seen).toBe(true);
    expect(join(frame(), inset(0.4, { looks })).seen).toBe(false);
  });
});
