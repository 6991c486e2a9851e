// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { watchNavigation } from '../../../src/page/acts/navigation';
import { makeClaims, type ClaimName } from '../../../src/page/claims';
import type { HookClaim } from '../../../src/messages/page-bridge';
import { unitScope } from './unit-scope';

const clock = vi.hoisted(() => ({ now: 0, later: [] as (() => void)[] }));
vi.mock('../../../src/page/natives', async (original) => ({
  ...(await original<object>()),
  now: () => clock.now,
  later: (run: () => void) => clock.later.push(run),
}));
beforeEach(() => {
  clock.now = 0;
  clock.later.length = 0;
});

describe('a flood of calls', () => {
  /** Calls of an act, so many ms apart; how many are told, and the count of the last one. */
  const flood = (act: ClaimName, calls: number, apart: number): [told: number, last: number | undefined] => {
    const sent: HookClaim[] = [];
    const claim = makeClaims((one) => sent.push(one));
    for (let call = 0; call < calls; call += 1) {
      claim(act);
      clock.now += apart;
    }
    return [sent.length, sent.at(-1)?.count];
  };

  it('is told a few times, then four times a second, with how many came', () => {
    expect(flood('vibrate', 5, 1)).toEqual([5, 5]);
    expect(flood('vibrate', 100, 10)).toEqual([5 + 3, 80]);
  });

  it.each(['alert', 'confirm', 'prompt'] as const)('of dialogs has more of them told: they carry words (%s)', (act) => {
    expect(flood(act, 20, 1)).toEqual([20, 20]);
    expect(flood(act, 100, 1)).toEqual([20, 20]);
  }); // prettier-ignore

  it('is told no more at last, however long the page goes on', () => {
    expect(flood('vibrate', 1_000, 1_000)).toEqual([60, 60]);
  });

  it('of one act keeps no other from being told', () => {
    const sent: HookClaim[] = [];
    const claim = makeClaims((one) => sent.push(one));
    for (let call = 0; call < 1_000; call += 1, clock.now += 1_000) claim('vibrate');
    claim('alert', 'Call us');
    expect(sent.at(-1)).toMatchObject({ act: 'alert', detail: 'Call us', count: 1 });
  });

  it('of calls with words has the newest of them told in the end', () => {
    const sent: HookClaim[] = [];
    const claim = makeClaims((one) => sent.push(one));
    for (let call = 0; call < 8; call += 1) claim('clipboard', `junk ${call}`);
    claim('clipboard', 'command');
    clock.now += 250;
    for (const run of clock.later.splice(0)) run();
    expect(sent).toHaveLength(6);
    expect(sent.at(-1)).toMatchObject({ detail: 'command', count: 9 });
    for (let call = 0; call < 30; call += 1) claim('alert', `words ${call}`);
    expect(clock.later, 'a dialog holds the page up').toEqual([]);
  });

  it('of calls with words is told no more at last either', () => {
    const sent: HookClaim[] = [];
    const claim = makeClaims((one) => sent.push(one));
    for (let call = 0; call < 1_000; call += 1, clock.now += 100) {
      claim('clipboard', `junk ${call}`);
      if (call % 3 === 2) for (const run of clock.later.splice(0)) run();
    }
    expect(sent).toHaveLength(60);
  });

  it('of several at once counts them all', () => {
    const sent: HookClaim[] = [];
    const claim = makeClaims((one) => sent.push(one));
    claim('history', '', 30);
    claim('history');
    expect(sent).toMatchObject([{ count: 30 }, { act: 'history', count: 31 }]);
  });

  it('of roots is told all the life of a page', () => {
    const sent: HookClaim[] = [];
    const claim = makeClaims((one) => sent.push(one));
    for (let call = 0; call < 100; call += 1, clock.now += 1_000) claim('root');
    expect(sent).toHaveLength(100);
  });
});

describe('a way to another page', () => {
  interface Step {
    url?: string;
    navigationType?: string;
    userInitiated?: boolean;
    hashChange?: boolean;
    sameDocument?: boolean;
    cancelable?: boolean;
  }
  const site = () => {
    const navigation = new EventTarget();
    const unit = unitScope({ navigation });
    watchNavigation(unit.scope);
    /** @returns whether the browser goes there */
    const go = ({ url = 'https://one.example/x', sameDocument = false, cancelable = true, ...more }: Step): boolean =>
      navigation.dispatchEvent(Object.assign(new Event('navigate', { cancelable }), { navigationType: 'push', userInitiated: false, hashChange: false, destination: { url, sameDocument }, ...more }));
    return { ...unit, go, navigation };
  }; // prettier-ignore

  it.each<[string, Step, string[]]>([
    ['loads itself again, which the worker sees', { navigationType: 'reload' }, []],
    ['opens another program', { url: 'ms-settings:x' }, ['external-link ms-settings:x']],
    ['goes on to another page', {}, []],
    ['goes on within itself', { navigationType: 'replace', sameDocument: true }, []],
    ['shows another part of itself', { hashChange: true, sameDocument: true }, []],
    ['is left by the person', { navigationType: 'reload', userInitiated: true }, []],
    ['is left by the person for a program', { url: 'tel:555-0134', userInitiated: true }, []],
  ])('is told where a page %s', (_what, step, told) => {
    const { go, claims } = site();
    expect(go(step)).toBe(true);
    expect(claims).toEqual(told);
  });

  it.each<[string, Step]>([
    ['its parts come', { hashChange: true, sameDocument: true }],
    ['pages come that it draws itself', {}],
  ])('is told where %s in a flood', (_what, step) => {
    const { go, claims } = site();
    for (let time = 0; time < 32; time += 1) go(step);
    expect(claims).toEqual(['history # × 31', 'history #']);
    clock.now += 3_000;
    go(step);
    expect(claims).toHaveLength(2);
  });

  it.each(['reload', 'replace'])(
    'is told where %s comes again and again, as the browser goes nowhere',
    (navigationType) => {
      const { go, claims } = site();
      for (let time = 0; time < 4; time += 1) go({ navigationType, url: `https://one.example/${time}` });
      expect(claims).toEqual([0, 1, 2].map((time) => `reload https://one.example/${time}`));
    },
  );

  it('is no reload where the page draws itself anew in its place', () => {
    const { go, claims, navigation } = site();
    for (let letter = 0; letter < 9; letter += 1) {
      go({ navigationType: 'replace', url: `https://one.example/?q=${letter}` });
      navigation.dispatchEvent(new Event('currententrychange'));
    }
    expect(claims).toEqual([]);
  });

  it('that a judged page floods the history with is closed', () => {
    const { go, defuse } = site();
    defuse();
    for (let time = 0; time < 30; time += 1) expect(go({})).toBe(true);
    expect(go({})).toBe(false);
  });

  it('is closed to a page that was judged, not to the person, and not where it leads on', () => {
    const { go, defuse, undo } = site();
    defuse();
    expect(go({ navigationType: 'reload' })).toBe(false);
    expect(go({ url: 'ms-settings:x' })).toBe(false);
    expect(go({ hashChange: true, sameDocument: true })).toBe(false);
    expect(go({ navigationType: 'reload', userInitiated: true })).toBe(true);
    expect(go({})).toBe(true);
    undo();
    expect(go({ navigationType: 'reload' }), 'trusted, it may').toBe(true);
  });
});
