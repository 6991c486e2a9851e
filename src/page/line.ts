import {
  CLAIM_ATTRIBUTE,
  CLAIM_EVENT,
  HELLO_EVENT,
  type HookClaim,
  type HookOrder,
} from '../messages/page-bridge';
import { add, addListener, apply, getterOf, newList, stopEvent, type Native } from './natives';

/** Claims made before the isolated script said hello are held back, at most this many. */
const HELD_CLAIMS = 8;

/**
 * Opens the page's end of the line to the isolated script (src/messages/page-bridge.ts).
 * `onOrder` is called with each order. Returns the function that sends a claim; it never throws.
 */
export function openLine(onOrder: (order: HookOrder) => void): (claim: HookClaim) => void {
  const dispatch = EventTarget.prototype.dispatchEvent as Native;
  const setAttribute = Element.prototype.setAttribute as Native;
  const NewEvent = Event;
  const { stringify } = JSON;
  const relatedTarget = getterOf<EventTarget | null>(FocusEvent.prototype, 'relatedTarget');
  const held = newList<HookClaim>();
  let channel: EventTarget | null = null;

  const send = (claim: HookClaim): void => {
    try {
      if (channel) {
        apply(setAttribute, channel, [CLAIM_ATTRIBUTE, stringify(claim)]);
        apply(dispatch, channel, [new NewEvent(CLAIM_EVENT)]);
      } else if (held.length < HELD_CLAIMS) {
        add(held, claim);
      }
    } catch {
      // A claim that cannot be sent is lost; the page must not notice.
    }
  };

  const hello = (event: Event): void => {
    // Only the first hello is ours; asked of a later one that is no FocusEvent, the getter would throw into the page.
    const node = channel ? null : relatedTarget(event);
    if (!node) return;
    apply(stopEvent, event, []);
    channel = node;
    const listenFor = (order: HookOrder): unknown => apply(addListener, node, [order, () => onOrder(order)]);
    listenFor('defuse');
    listenFor('stand-down');
    for (let index = 0; index < held.length; index++) send(held[index] as HookClaim);
  };
  apply(addListener, window, [HELLO_EVENT, hello, true]);
  return send;
}
