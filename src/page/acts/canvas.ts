import { since } from '../clock';
import { wrapMethod, type Call } from '../disguise';
import { apply, later, now, prototypeOf } from '../natives';
import { takeText, type Scope } from '../scope';

/** Shorter ones may be letters or words of a text painted in pieces; so few characters in all are an axis label. */
const MIN_LENGTH = 8;
/** Texts painted within this time travel together; after so many such times the wrap takes itself out. */
const GATHER_MS = 150;
const CLAIMS = 12;
/** Characters; what is told of an act ends at 1,000, and short pieces are told twice. */
const GATHERED_LENGTH = 480;

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
      let isText = false;
      try {
        isText = takeText(args) === '2d';
      } catch {
        // The native throws the same.
      }
      const context = apply(native, self, args);
      try {
        if (isText && context) {
          undo(); // from here on this is not called again
          // By the object: the page may have put another class in the place of the global one.
          watchText(scope, prototypeOf(context as object));
        }
      } catch {
        // The page paints unseen.
      }
      return context;
    },
  );
}

/**
 * Gives a function that counts the times of GATHER_MS in which it is called: a page could fill the buffer CLAIMS times at
 * once.
 */
function momentGauge(): () => number {
  let from = 0;
  let seen = 0;
  return () => {
    if (since(from) < GATHER_MS) return seen;
    from = now();
    return ++seen;
  };
}

function watchText(scope: Scope, painter: object): void {
  let gathered = '';
  /** The short ones without blanks: a page can paint letter by letter, blanks included. */
  let glued = '';
  let from: number | null = null;
  const moments = momentGauge();
  const isFull = (): boolean => glued.length > GATHERED_LENGTH || gathered.length > 2 * GATHERED_LENGTH;
  const send = (): void => {
    from = null;
    if (gathered.length < MIN_LENGTH) return;
    const text = gathered + glued;
    gathered = glued = '';
    scope.claim('canvas-text', text);
    if (moments() < CLAIMS) return;
    undoFill();
    undoStroke();
  };
  const gather = (text: string): void => {
    if (text === '') return;
    if (from === null) {
      from = now();
      later(send, GATHER_MS);
    }
    const isShort = text.length < MIN_LENGTH;
    gathered += text + (isShort ? ' ' : '\n');
    if (isShort) glued += text;
    // The page may have cleared the timer, which it can for all numbers.
    if (isFull() || since(from) > 2 * GATHER_MS) send();
  };
  const paint: Call = (native, self, args) => {
    const text = takeText(args);
    try {
      gather(text);
    } catch {
      // The document of this hook has gone (a frame loaded another page), and what it painted on lives on.
    }
    return apply(native, self, args);
  };
  const undoFill = wrapMethod(scope, painter, 'fillText', paint);
  const undoStroke = wrapMethod(scope, painter, 'strokeText', paint);
}
