import {
  CLAIM_EVENT,
  HELLO_EVENT,
  ORDER_EVENT,
  type ActClaim,
  type HookOrder,
} from '../messages/page-bridge';
import { addListener, apply, getterOf, stopEvent, type Native } from './natives';

/** Claims made before the isolated script said hello are held back, at most this many. */
const HELD_CLAIMS = 8;

/**
 * Opens the page's end of the line to the isolated script (src/messages/page-bridge.ts).
 * `onOrder` is called with each order. Returns the function that sends a claim; it never throws.
 */
export function openLine(onOrder: (order: HookOrder) => void): (claim: ActClaim) => void {
  const dispatch = EventTarget.prototype.dispatchEvent as Native;
  const NewEvent = CustomEvent;
  const { stringify } = JSON;
  const relatedTarget = getterOf<EventTarget | null>(MouseEvent.prototype, 'relatedTarget');
  const detailOf = getterOf<unknown>(CustomEvent.prototype, 'detail');
  const held: ActClaim[] = [];
  let channel: EventTarget | null = null;

  const send = (claim: ActClaim): void => {
    try {
      if (channel) {
        const init = { __proto__: null, detail: stringify(claim) } as CustomEventInit;
        apply(dispatch, channel, [new NewEvent(CLAIM_EVENT, init)]);
      } else if (held.length < HELD_CLAIMS) {
        held[held.length] = claim;
      }
    } catch {
      // A claim that cannot be sent is lost; the page must not notice.
    }
  };

  const hello = (event: Event): void => {
    const node = relatedTarget(event);
    if (channel || !node) return;
    apply(stopEvent, event, []);
    channel = node;
    const order = (told: Event): void => onOrder(detailOf(told) as HookOrder);
    apply(addListener, node, [ORDER_EVENT, order]);
    for (let index = 0; index < held.length; index++) send(held[index] as ActClaim);
  };
  apply(addListener, window, [HELLO_EVENT, hello, { __proto__: null, once: true, capture: true }]);
  return send;
}
