import { describe, expect, it } from 'vitest';
import { actFeatures, isJammed, traps } from '../../../../src/detection/features/features-acts';
import { joined } from '../joined-facts';
import { eachInWords } from '../../in-words';

type Given = Parameters<typeof joined>[0];

const nothing = actFeatures(joined({}));

describe('features of acts', () => {
  it('are all 0 on a page that does nothing', () => {
    expect(Object.values(nothing).every((value) => value === 0)).toBe(true);
    expect(traps(joined({}))).toBe(false);
    expect(isJammed(joined({}))).toBe(false);
  });

  // Each: what happened, and every feature that is not 0 then.
  eachInWords<[Given, Record<string, number>]>([
    [{ acts: { alert: 1 } }, { dialog: 1 }],
    [{ acts: { alert: 1, confirm: 1 } }, { dialog: 1, 'dialog-loop': 1 / 3 }],
    [{ acts: { confirm: 1, prompt: 1, alert: 2 } }, { dialog: 1, 'dialog-loop': 1 }],
    [{ acts: { print: 2, 'auth-prompt': 1 } }, { 'dialog-loop': 2 / 3 }],
    [{ acts: { alert: 4 }, structure: { siteLinks: 3, footer: true } }, { dialog: 1 }],
    [
      { acts: { alert: 5 }, structure: { siteLinks: 3, footer: true } },
      { dialog: 1, 'dialog-loop': 1 },
    ],
    [{ acts: { fullscreen: 1 } }, { 'asks-fullscreen': 1 }],
    [{ acts: { 'keyboard-lock': 1 } }, { 'keyboard-lock': 1 }],
    [{ acts: { 'pointer-lock': 1 } }, { 'pointer-lock': 1 }],
    [{ acts: { history: 24 } }, { 'history-flood': 0.5 }],
    [{ acts: { reload: 3 } }, { 'reload-loop': 0.5 }],
    [{ route: { reloads: 3 }, acts: { reload: 2 } }, { 'reload-loop': 0.5 }],
    [{ acts: { sound: 1 } }, { sound: 1 }],
    [
      { acts: { speech: 1 }, unasked: true },
      { sound: 1, 'sound-unasked': 1 },
    ],
    [
      { acts: { sound: 1 }, unasked: true },
      { sound: 1, 'sound-unasked': 1 },
    ],
    [{ looks: { mediaPlaying: true } }, { sound: 1 }],
    [{ acts: { vibrate: 1 } }, { vibrate: 1 }],
    [{ acts: { notification: 1 } }, { notification: 1 }],
    [{ acts: { beforeunload: 1 } }, { 'before-unload': 1 }],
    [{ acts: { 'block-key': 1 } }, { 'block-keys': 1 }],
    [{ acts: { 'block-menu': 1 } }, { 'block-menu': 1 }],
    [{ acts: { clipboard: 1 } }, {}],
    [{ concepts: { 'run-command': 0.7 } }, {}],
    [{ acts: { clipboard: 1 }, concepts: { 'run-command': 0.7 } }, { 'copies-command': 0.7 }],
    [{ acts: { 'open-window': 4 } }, {}],
    [{ acts: { 'open-window': 4 }, unasked: true }, { swarm: 1 }],
    [{ route: { swarm: 2 }, acts: { 'open-window': 3 } }, { swarm: 1 / 3 }],
    [{ route: { swarm: 9 } }, {}],
    [{ route: { swarm: 10 } }, { swarm: 1 / 3 }],
    [{ acts: { download: 3 } }, {}],
    [{ acts: { download: 1 }, unasked: true }, { downloads: 1 / 3 }],
    [{ acts: { 'external-link': 1 } }, {}],
    [{ acts: { 'external-link': 1 }, unasked: true }, { 'opens-outside': 1 }],
    [{ route: { silentFor: 1_700 } }, { silent: 0.5 }],
  ])('%s', (_title, given, found) => {
    const features = actFeatures(joined(given));
    expect(Object.keys(features)).toEqual(Object.keys(nothing));
    for (const [id, value] of Object.entries(features)) expect(value, id).toBeCloseTo(found[id] ?? 0, 9);
  });
});

describe('a trap', () => {
  const row = (count: number, firstAt: number, lastAt: number, unasked = count) => ({
    count,
    unasked,
    firstAt,
    lastAt,
  });

  eachInWords<[Given, boolean]>([
    [{ acts: { alert: 1 } }, false],
    [{ acts: { alert: 2 } }, true],
    [{ acts: { confirm: 2 } }, true],
    [{ acts: { prompt: 2 } }, true],
    [{ acts: { print: 2 } }, true],
    [{ acts: { 'auth-prompt': 2 } }, true],
    [{ acts: { fullscreen: 1, sound: 1 } }, false],
    [{ acts: { fullscreen: 1, sound: 1 }, unasked: true }, false],
    [{ acts: { fullscreen: 1, sound: 1 }, unasked: true, brands: { microsoft: 0.5 } }, true],
    [{ acts: { fullscreen: 1, sound: 1 }, unasked: true, concepts: { infected: 0.5 } }, true],
    [{ acts: { fullscreen: 1, sound: 1, beforeunload: 1 }, unasked: true }, true],
    [{ acts: { fullscreen: 1, sound: 1, alert: 1 }, unasked: true }, true],
    [{ acts: { sound: 1, beforeunload: 1, alert: 1 }, unasked: true, brands: { microsoft: 1 } }, false],
    [{ acts: { alert: 4 }, structure: { siteLinks: 3, footer: true } }, false],
    [{ acts: { alert: 5 }, structure: { siteLinks: 3, footer: true } }, true],
    [{ acts: { 'block-key': 1, speech: 1 }, unasked: true }, true],
    [{ acts: { 'pointer-lock': 1, speech: 1 }, unasked: true }, true],
    [{ acts: { 'keyboard-lock': 1, sound: 1 }, unasked: true }, true],
    [{ acts: { sound: 1 }, unasked: true }, false],
    [{ acts: { 'keyboard-lock': 1 } }, false],
    [{ acts: { fullscreen: 1 }, looks: { fullscreen: true } }, false],
    [{ acts: { 'keyboard-lock': 1, fullscreen: 1 } }, true],
    [{ acts: { 'keyboard-lock': 1 }, looks: { fullscreen: true } }, true],
    [{ acts: { fullscreen: 1, 'pointer-lock': 1 } }, false],
    [{ acts: { fullscreen: 1, beforeunload: 1 } }, false],
    [{ acts: { 'pointer-lock': 1, beforeunload: 1 } }, false],
    [{ acts: { fullscreen: 1, 'pointer-lock': 1, beforeunload: 1 } }, true],
    [{ route: { swarm: 3 } }, false],
    [{ route: { swarm: 11 } }, false],
    [{ route: { swarm: 12 } }, true],
    [{ route: { swarm: 4 }, acts: { 'open-window': 4 } }, true],
    [{ route: { swarm: 4 }, acts: { 'open-window': 3 } }, false],
    [{ acts: { 'open-window': 4 } }, false],
    [{ acts: { 'open-window': 4 }, unasked: true }, true],
    [{ route: { reloads: 4 } }, false],
    [{ route: { reloads: 5 } }, true],
    [{ acts: { reload: 5 } }, true],
    [{ acts: { history: 59 } }, false],
    [{ acts: { history: 60 } }, true],
  ])('%s', (_title, given, value) => {
    expect(traps(joined(given))).toBe(value);
  });

  it('is dialogs in a row; each kind has its own, and one that ended before the newest began is another', () => {
    const asked = { alert: row(1, 10, 10), confirm: row(1, 20, 20), print: row(1, 30, 30) };
    expect(traps(joined({ rest: { acts: asked } }))).toBe(false);
    expect(actFeatures(joined({ rest: { acts: asked } }))['dialog-loop']).toBe(0);
    const otherWay = { confirm: row(1, 10, 10), alert: row(1, 20, 20) };
    expect(traps(joined({ rest: { acts: otherWay } })), 'the kind told later came first').toBe(false);
    const inTurn = { alert: row(2, 10, 30), confirm: row(1, 20, 20) };
    expect(actFeatures(joined({ rest: { acts: inTurn } }))['dialog-loop']).toBeCloseTo(2 / 3);
    expect(traps(joined({ rest: { acts: { confirm: row(1, 10, 10), alert: row(2, 20, 30) } } }))).toBe(true);
  });

  // Each frame has its own clock, and its own clicks and keys.
  it.each([
    [
      'one each, minutes apart, each after a click',
      [row(1, 300_000, 300_000, 0), row(1, 2_000, 2_000, 0)],
      0,
      false,
    ],
    ['two in one', [row(2, 10, 20, 0), row(1, 900, 900, 0)], 1 / 3, true],
    ['one each, untouched', [row(1, 300_000, 300_000), row(1, 2_000, 2_000), row(1, 10, 10)], 2 / 3, true],
    ['one each, of which one after a click', [row(1, 10, 10, 0), row(1, 10, 10)], 0, false],
  ])('is dialogs in a row of one frame, or of frames that nobody touched: %s', (_what, rows, loop, trap) => {
    const facts = joined({ rest: { actsOfEach: rows.map((confirm) => ({ confirm })) } });
    expect(actFeatures(facts)['dialog-loop']).toBeCloseTo(loop);
    expect(traps(facts)).toBe(trap);
  });

  it('is not a page that only keeps silent; that one counts as jammed', () => {
    expect(traps(joined({ route: { silentFor: 60_000 } }))).toBe(false);
    expect(isJammed(joined({ route: { silentFor: 2_399 } }))).toBe(false);
    expect(isJammed(joined({ route: { silentFor: 2_400 } }))).toBe(true);
  });
});
