// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CLAIM_ATTRIBUTE, CLAIM_EVENT, HELLO_EVENT, type HookClaim } from '../../../src/messages/page-bridge';
import { openLine } from '../../../src/page/line';

/** Each has a window of its own, for the listeners on it stay. */
let page: EventTarget;
beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('window', page);
});

describe('the line to the script beside the page', () => {
  const claimOf = (count: number): HookClaim => ({ act: 'alert', detail: '', count });
  const hello = (channel: Element | null): void =>
    void page.dispatchEvent(new FocusEvent(HELLO_EVENT, { relatedTarget: channel }));

  it('carries what was told before it was there, not without end, and then what comes', () => {
    const send = openLine(() => undefined);
    for (let count = 1; count <= 20; count += 1) send(claimOf(count));
    const channel = document.createElement('i');
    const counts: number[] = [];
    channel.addEventListener(CLAIM_EVENT, () => {
      counts.push((JSON.parse(channel.getAttribute(CLAIM_ATTRIBUTE) ?? '') as HookClaim).count);
    });
    hello(channel);
    expect(counts).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    send(claimOf(21));
    expect(counts.at(-1)).toBe(21);
  });

  it('is not seen by the page, which gets to see no hello, and takes its orders', () => {
    const orders: string[] = [];
    openLine((order) => orders.push(order));
    const seen = vi.fn();
    page.addEventListener(HELLO_EVENT, seen, true);
    const channel = document.createElement('i');
    hello(channel);
    expect(seen).not.toHaveBeenCalled();
    for (const order of ['defuse', 'stand-down', 'look-again']) channel.dispatchEvent(new Event(order));
    expect(orders).toEqual(['defuse', 'stand-down']);
    const other = document.createElement('i');
    hello(other);
    other.dispatchEvent(new Event('stand-down'));
    expect(orders, 'only the first one is heard').toHaveLength(2);
  });
});
