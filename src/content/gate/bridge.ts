import {
  CLAIM_ATTRIBUTE,
  CLAIM_DETAIL_LENGTH,
  CLAIM_EVENT,
  HELLO_EVENT,
  type HookClaim,
  type HookOrder,
} from '../../messages/page-bridge';
import type { ActName } from '../../detection/facts';
import { now } from '../later';
import { newElement } from '../safe-document';
import { isActName } from '../act-weight';

/** A claim of the hook, or an act seen here, with what this world knows of its moment. */
export interface ActClaim extends HookClaim {
  act: ActName;
  /** ms since the document began. */
  at: number;
  /** No trusted click or key had happened in the frame yet. */
  unasked: boolean;
}

/** The way to the hook of this frame. */
export type GiveOrder = (order: HookOrder) => void;

/**
 * Hands the private channel to the hook (see page-bridge.ts) and listens on it.
 * Must run before the page's first script; `onClaim` is called while the page's call waits, and never throws into it;
 * `onRoot` where a shadow root is attached.
 */
export function openBridge(onClaim: (claim: ActClaim) => void, onRoot?: () => void): GiveOrder {
  const channel = newElement('i');
  channel.addEventListener(CLAIM_EVENT, () => {
    try {
      const claim = readClaim(channel.getAttribute(CLAIM_ATTRIBUTE));
      if (claim === 'root') onRoot?.();
      else if (claim) onClaim(claim);
    } catch {
      // A claim is never worth a broken page.
    }
  });
  dispatchEvent(new FocusEvent(HELLO_EVENT, { relatedTarget: channel }));
  return (order) => {
    // In a shadow tree, so that no code of the page that an order runs finds the channel as window.event.target.
    newElement('p').attachShadow({ mode: 'closed' }).append(channel);
    channel.dispatchEvent(new Event(order));
  };
}

/**
 * @param told what stood in the attribute
 * @returns a claim in its right shape with its values in their bounds; 'root' for a shadow root; null for anything else
 */
export function readClaim(told: unknown): ActClaim | 'root' | null {
  if (typeof told !== 'string' || told.length > 8 * CLAIM_DETAIL_LENGTH) return null;
  try {
    const { act, detail, count } = JSON.parse(told) as Record<string, unknown>;
    if (act === 'root') return act;
    if (!isActName(act)) return null;
    return {
      act,
      detail: typeof detail === 'string' ? detail.slice(0, CLAIM_DETAIL_LENGTH) : '',
      ...actMoment(),
      count: typeof count === 'number' && count >= 1 && count <= LARGEST ? Math.floor(count) : 1,
    };
  } catch {
    return null;
  }
}

const LARGEST = 1e9;

/** What the browser itself says of this moment: its time, and whether the person has ever clicked or typed here. */
export function actMoment(): { at: number; unasked: boolean } {
  return { at: now(), unasked: !navigator.userActivation?.hasBeenActive };
}
