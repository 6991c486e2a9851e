import { describe, expect, it, vi } from 'vitest';
import { watchCanvas } from '../../../src/page/acts/canvas';
import { watchClipboard, watchCommand } from '../../../src/page/acts/clipboard';
import { watchDialogs } from '../../../src/page/acts/dialogs';
import { watchUnload } from '../../../src/page/acts/unload';
import { watchOpen } from '../../../src/page/acts/windows';
import type { Unit } from '../../../src/page/scope';
import { getter, unitScope } from './unit-scope';

const clock = vi.hoisted(() => ({ later: [] as (() => void)[] }));
vi.mock('../../../src/page/natives', async (original) => ({
  ...(await original<object>()),
  later: (run: () => void) => clock.later.push(run),
}));

type Native = (...args: unknown[]) => unknown;
/** As the browser's own: makes texts of what it is given (a symbol, as it does, throws). */
const native: Native = (...args) => args.map((given) => `${given as string}`).join();

/** A window in which each of the methods is such a native. */
function newWindow() {
  const CanvasRenderingContext2D = { prototype: { fillText: native, strokeText: native } };
  const Navigator = { prototype: {} };
  const Clipboard = { prototype: { writeText: native, write: native } };
  const clipboard = Object.create(Clipboard.prototype) as typeof Clipboard.prototype;
  getter(Navigator.prototype, 'clipboard', () => clipboard);
  return Object.assign(new EventTarget(), {
    alert: native,
    confirm: native,
    prompt: native,
    open: native,
    CanvasRenderingContext2D,
    HTMLCanvasElement: {
      prototype: {
        getContext: (kind: unknown) => (native(kind), Object.create(CanvasRenderingContext2D.prototype)),
      },
    },
    Navigator,
    Clipboard,
    navigator: Object.create(Navigator.prototype) as { clipboard: typeof clipboard },
    Document: { prototype: { execCommand: native } },
    EventTarget: { prototype: { addEventListener: native } },
    HTMLBodyElement: { prototype: {} },
  });
}
type Page = ReturnType<typeof newWindow>;

/** Each: its unit, the call, a text for it, and what is told of it. */
const CALLS: [string, Unit, (on: Page, given: unknown) => unknown, string, string][] = [
  ['alert', watchDialogs, (on, given) => on.alert(given), 'Call us now', 'alert Call us now'],
  ['confirm', watchDialogs, (on, given) => on.confirm(given), 'Call us now', 'confirm Call us now'],
  ['prompt', watchDialogs, (on, given) => on.prompt(given), 'Call us now', 'prompt Call us now'],
  ['the field of a prompt', watchDialogs, (on, given) => on.prompt('Hello', given), 'Call us now', 'prompt Hello\nCall us now'],
  ['open', watchOpen, (on, given) => on.open(given), '/next', 'open-window /next'],
  ['writeText', watchClipboard, (on, given) => on.navigator.clipboard.writeText(given), 'mshta', 'clipboard mshta'],
  ['execCommand', watchCommand, (on, given) => on.Document.prototype.execCommand(given), 'Copy', 'clipboard'],
  ['fillText', watchCanvas, (on, given) => on.CanvasRenderingContext2D.prototype.fillText(given), 'Call us now', 'canvas-text Call us now'],
  ['strokeText', watchCanvas, (on, given) => on.CanvasRenderingContext2D.prototype.strokeText(given), 'Call us now', 'canvas-text Call us now'],
  ['addEventListener', watchUnload, (on, given) => on.EventTarget.prototype.addEventListener(given), 'beforeunload', 'beforeunload'],
]; // prettier-ignore

describe.each(CALLS)('an object in the place of a text: %s', (_name, unit, call, text, told) => {
  const watched = () => {
    const page = newWindow();
    const { scope, claims } = unitScope(page);
    unit(scope);
    page.HTMLCanvasElement.prototype.getContext(['2d']);
    const passes = (): string[] => {
      for (const run of clock.later.splice(0)) run();
      return claims;
    };
    return { page, passes };
  };

  it('is told by its text, for which it is asked once', () => {
    const { page, passes } = watched();
    let asked = 0;
    const given = { toString: () => ((asked += 1) > 1 ? 'another' : text) };
    expect(call(page, given)).toContain(text);
    expect([asked, passes()]).toEqual([1, [told]]);
  });

  it.each(['an array', 'a function'])('is told where it is %s', (kind) => {
    const { page, passes } = watched();
    const given = kind === 'an array' ? [text] : Object.assign(() => 0, { toString: () => text });
    expect(call(page, given)).toContain(text);
    expect(passes()).toEqual([told]);
  });

  it('is asked once where it throws, and the page gets what it threw', () => {
    const { page } = watched();
    const own = new RangeError('mine');
    let asked = 0;
    const toString = (): string => {
      asked += 1;
      throw own;
    };
    expect(() => call(page, { toString })).toThrow(own);
    expect(asked).toBe(1);
  });

  it.each([null, undefined, 7, Symbol('x')])(
    'is none where it is %s: the native gets it as it is',
    (given) => {
      const { page } = watched();
      const answer = (on: Page): unknown => {
        try {
          return call(on, given);
        } catch (error) {
          return String(error);
        }
      };
      expect(answer(page)).toBe(answer(newWindow()));
    },
  );
});

describe('a canvas', () => {
  it('asked for another kind of context is not watched', () => {
    const page = newWindow();
    watchCanvas(unitScope(page).scope);
    page.HTMLCanvasElement.prototype.getContext(['webgl']);
    expect(page.CanvasRenderingContext2D.prototype.fillText).toBe(native);
    page.HTMLCanvasElement.prototype.getContext(['2d']);
    expect(page.CanvasRenderingContext2D.prototype.fillText).not.toBe(native);
  });
});
