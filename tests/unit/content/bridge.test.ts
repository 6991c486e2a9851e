// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { openBridge, readClaim } from '../../../src/content/gate/bridge';
import { CLAIM_EVENT, HELLO_EVENT, ORDER_EVENT, type ActClaim } from '../../../src/messages/page-bridge';

const CLAIM: ActClaim = { act: 'alert', detail: 'Hello', at: 12, unasked: true, count: 3 };

/** Listens as the hook does. */
function hookSide(): { channel: () => EventTarget } {
  let channel: EventTarget | null = null;
  const listen = (event: Event): void => {
    channel = (event as MouseEvent).relatedTarget;
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
    hook.channel().dispatchEvent(new CustomEvent(CLAIM_EVENT, { detail: JSON.stringify(CLAIM) }));
    expect(seen).toEqual([CLAIM]);
  });

  it('carries orders down', () => {
    const hook = hookSide();
    const bridge = openBridge(() => {});
    const orders: unknown[] = [];
    hook
      .channel()
      .addEventListener(ORDER_EVENT, (event) => orders.push((event as CustomEvent<unknown>).detail));
    bridge.order('defuse');
    expect(orders).toEqual(['defuse']);
  });

  it('never throws into the page, whatever the receiver does', () => {
    const hook = hookSide();
    openBridge(() => {
      throw new Error('receiver broken');
    });
    const dispatch = (): boolean =>
      hook.channel().dispatchEvent(new CustomEvent(CLAIM_EVENT, { detail: JSON.stringify(CLAIM) }));
    expect(dispatch).not.toThrow();
  });
});

describe('readClaim', () => {
  it.each([
    ['no text', 5],
    ['no JSON', '{'],
    ['a number', '7'],
    ['null', 'null'],
    ['an unknown act', JSON.stringify({ ...CLAIM, act: 'toString' })],
    ['far too long', JSON.stringify({ ...CLAIM, detail: 'x'.repeat(20_000) })],
  ])('refuses %s', (_name, detail) => {
    expect(readClaim(detail)).toBeNull();
  });

  it('brings values into their bounds', () => {
    const claim = readClaim(
      JSON.stringify({ act: 'print', detail: 9, at: -1, unasked: 'yes', count: 1e300 }),
    );
    expect(claim).toMatchObject({ act: 'print', detail: '', unasked: false, count: 1 });
    expect(claim?.at).toBeGreaterThanOrEqual(0);
  });

  it('cuts long texts', () => {
    const claim = readClaim(JSON.stringify({ ...CLAIM, detail: 'y'.repeat(5_000) }));
    expect(claim?.detail).toHaveLength(1_000);
  });
});
