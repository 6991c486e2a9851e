import { ACT_NAMES, type ActName } from '../../detection/facts';
import {
  CLAIM_DETAIL_LENGTH,
  CLAIM_EVENT,
  HELLO_EVENT,
  ORDER_EVENT,
  type ActClaim,
  type HookOrder,
} from '../../messages/page-bridge';

/** The way to the hook of this frame. */
export interface Bridge {
  order(order: HookOrder): void;
}

/**
 * Hands the private channel to the hook (see page-bridge.ts) and listens on it.
 * Must run before the page's first script; `onClaim` is called while the page's call waits, and never throws into it.
 */
export function openBridge(onClaim: (claim: ActClaim) => void): Bridge {
  const channel = Document.prototype.createElement.call(document, 'i');
  channel.addEventListener(CLAIM_EVENT, (event) => {
    try {
      const claim = readClaim((event as CustomEvent<unknown>).detail); // the hook sends nothing but CustomEvent
      if (claim) onClaim(claim);
    } catch {
      // A claim is never worth a broken page.
    }
  });
  window.dispatchEvent(new MouseEvent(HELLO_EVENT, { relatedTarget: channel }));
  return { order: (order) => void channel.dispatchEvent(new CustomEvent(ORDER_EVENT, { detail: order })) };
}

/** A claim in its right shape with its values in their bounds, or null. @param detail what stood in the event */
export function readClaim(detail: unknown): ActClaim | null {
  if (typeof detail !== 'string' || detail.length > 8 * CLAIM_DETAIL_LENGTH) return null;
  let said: unknown;
  try {
    said = JSON.parse(detail);
  } catch {
    return null;
  }
  if (typeof said !== 'object' || said === null) return null;
  const { act, detail: text, at, unasked, count } = said as Record<string, unknown>;
  if (!ACT_NAMES.includes(act as ActName)) return null;
  return {
    act: act as ActName, // found in the list on the line above
    detail: typeof text === 'string' ? text.slice(0, CLAIM_DETAIL_LENGTH) : '',
    at: number(at, performance.now()),
    unasked: unasked === true,
    count: Math.max(1, Math.floor(number(count, 1))),
  };
}

const LARGEST = 1e9;
const number = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value >= 0 && value <= LARGEST ? value : otherwise;
