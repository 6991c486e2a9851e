// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { openBridge, readClaim } from '../../../../src/content/gate/bridge';
import { CLAIM_ATTRIBUTE, CLAIM_EVENT, HELLO_EVENT } from '../../../../src/messages/page-bridge';
import type { ActClaim } from '../../../../src/content/gate/bridge';

const CLAIM = { act: 'alert', detail: 'Hello', count: 3 };

function tell(channel: EventTarget): boolean {
  (channel as Element).setAttribute(CLAIM_ATTRIBUTE, JSON.stringify(CLAIM));
  return channel.dispatchEvent(new Event(CLAIM_EVENT));
}

/** Listens as the hook does. */
function hookSide(): { channel: () => EventTarget } {
  let channel: EventTarget | null = null;
  const listen = (event: Event): void => {
    channel = (event as FocusEvent).relatedTarget;
  };
  window.addEventListener(HELLO_EVENT, listen, { once: true });
  return {
    channel: () => {
      if (!channel) throw new Error('no hello came');
      return channel;
    },
  };
}

describe('the bridge', () => {
  it('hands over a channel that is not in the document, and carries claims at once', () => {
    const hook = hookSide();
    const seen: ActClaim[] = [];
    openBridge((claim) => seen.push(claim));
    expect((hook.channel() as Element).isConnected).toBe(false);
    tell(hook.channel());
    expect(seen).toMatchObject([{ ...CLAIM, unasked: true }]);
  });

  it('carries orders down', () => {
    const hook = hookSide();
    const order = openBridge(() => {});
    const orders: unknown[] = [];
    for (const type of ['defuse', 'stand-down'])
      hook.channel().addEventListener(type, (event) => orders.push(event.type));
    order('defuse');
    expect(orders).toEqual(['defuse']);
  });

  it('leaves no way to the channel to what runs during an order: window.event does not tell of it', () => {
    const hook = hookSide();
    const order = openBridge(() => {});
    const found: unknown[] = [];
    for (const type of ['defuse', 'stand-down'])
      hook.channel().addEventListener(type, () => found.push(window.event));
    order('defuse');
    order('stand-down');
    expect(found).toEqual([undefined, undefined]);
  });

  it('never throws into the page, whatever the receiver does', () => {
    const hook = hookSide();
    openBridge(() => {
      throw new Error('receiver broken');
    });
    const errors: unknown[] = []; // dispatchEvent never throws what a listener throws: the window is told
    const keep = (event: ErrorEvent): void => {
      event.preventDefault();
      errors.push(event.error);
    };
    window.addEventListener('error', keep);
    tell(hook.channel());
    window.removeEventListener('error', keep);
    expect(errors).toEqual([]);
  });
});

describe('readClaim', () => {
  const act = (told: unknown) => {
    const claim = readClaim(told);
    return claim === 'root' ? null : claim;
  };

  it.each([
    ['no text', 5],
    ['no JSON', '{'],
    ['a number', '7'],
    ['null', 'null'],
    ['an act in a list', JSON.stringify({ ...CLAIM, act: ['alert'] })],
    ['an unknown act', JSON.stringify({ ...CLAIM, act: 'toString' })],
    ['far too long', JSON.stringify({ ...CLAIM, detail: 'x'.repeat(100_000) })],
  ])('refuses %s', (_name, detail) => {
    expect(readClaim(detail)).toBeNull();
  });

  it('tells a shadow root from acts, whatever their text says', () => {
    expect(readClaim(JSON.stringify({ ...CLAIM, act: 'root' }))).toBe('root');
    expect(readClaim(JSON.stringify({ ...CLAIM, act: 'unknown', detail: '"root"' }))).toBeNull();
    expect(readClaim(JSON.stringify({ ...CLAIM, detail: 'root' }))).toMatchObject({ detail: 'root' });
  });

  it('brings values into their bounds', () => {
    const claim = act(JSON.stringify({ act: 'print', detail: 9, at: -1, unasked: 'never', count: 1e300 }));
    // The time and whether it was asked for are not taken from the page.
    expect(claim).toMatchObject({ act: 'print', detail: '', unasked: true, count: 1 });
    expect(claim?.at).toBeGreaterThanOrEqual(0);
  });

  it('takes a long text whose letters are all written out, as a page can have them', () => {
    expect(act(JSON.stringify({ ...CLAIM, detail: '\u0001'.repeat(10_240) }))?.detail).toHaveLength(10_240);
  });

  it('cuts long texts', () => {
    const claim = act(JSON.stringify({ ...CLAIM, detail: 'y'.repeat(15_000) }));
    expect(claim?.detail).toHaveLength(10_240);
  });
});
