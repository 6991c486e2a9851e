import { wrapMethod, type Call } from '../disguise';
import { apply, later, now } from '../natives';
import type { Scope } from '../scope';

/** Shorter texts are axis labels and the like. */
const MIN_LENGTH = 8;
/** Texts painted within this time travel together; after so many claims the wrap takes itself out. */
const GATHER_MS = 150;
const CLAIMS = 12;
const GATHERED_LENGTH = 1_000;

/**
 * fillText and strokeText: words painted as a picture, out of reach of the text scan. They are wrapped when the page
 * first asks for a context to paint on; the many pages that never do are spared that large built-in class.
 */
export function watchCanvas(scope: Scope): void {
  const undo = wrapMethod(
    scope,
    scope.window.HTMLCanvasElement.prototype,
    'getContext',
    (native, self, args) => {
      if (args[0] === '2d') {
        undo(); // from here on this is not called again
        try {
          watchText(scope);
        } catch {
          // The page paints unseen.
        }
      }
      return apply(native, self, args);
    },
  );
}

function watchText(scope: Scope): void {
  const { CanvasRenderingContext2D: Context } = scope.window;
  let gathered = '';
  let from = 0;
  let claims = 0;
  const send = (): void => {
    if (gathered === '') return;
    scope.claim('canvas-text', gathered);
    gathered = '';
    if (++claims < CLAIMS) return;
    undoFill();
    undoStroke();
  };
  const paint: Call = (native, self, args) => {
    const text = args[0];
    if (typeof text === 'string' && text.length >= MIN_LENGTH) {
      if (gathered === '') {
        from = now();
        later(send, GATHER_MS);
      }
      if (gathered.length < GATHERED_LENGTH) gathered += `${text}\n`;
      // The page may have cleared the timer, which it can for all numbers.
      if (now() - from > 2 * GATHER_MS) send();
    }
    return apply(native, self, args);
  };
  const undoFill = wrapMethod(scope, Context.prototype, 'fillText', paint);
  const undoStroke = wrapMethod(scope, Context.prototype, 'strokeText', paint);
}
