// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { watchClipboard, watchCommand } from '../../../src/page/acts/clipboard';
import { watchFullscreen } from '../../../src/page/acts/fullscreen';
import { watchKeyboardLock, watchPointerLock } from '../../../src/page/acts/locks';
import { watchNotification } from '../../../src/page/acts/notification';
import { watchPrint } from '../../../src/page/acts/print';
import { watchMedia, watchSoundContext, watchSpeech } from '../../../src/page/acts/sound';
import { watchVibrate } from '../../../src/page/acts/vibrate';
import { watchOpen } from '../../../src/page/acts/windows';
import type { Unit } from '../../../src/page/scope';
import { getter, unitScope } from './unit-scope';

/** The browser's own functions that were reached. */
let reached: string[] = [];
const native = (name: string, gives: unknown = 'native') =>
  function (): unknown {
    reached.push(name);
    return gives;
  };
beforeEach(() => void (reached = []));

const settled = Promise.resolve();
const Element = { prototype: { requestFullscreen: native('full'), webkitRequestFullscreen: native('full'), webkitRequestFullScreen: native('full'), mozRequestFullScreen: native('full'), requestPointerLock: native('pointer') } }; // prettier-ignore
const Clipboard = { prototype: { writeText: native('write'), write: native('write') } };
const Keyboard = { prototype: { lock: native('lock'), unlock: native('unlock') } };
const navigatorClass = { prototype: { vibrate: native('vibrate') } };
const [clipboard, keyboard] = [Object.create(Clipboard.prototype), Object.create(Keyboard.prototype)] as [typeof Clipboard.prototype, typeof Keyboard.prototype]; // prettier-ignore
getter(navigatorClass.prototype, 'clipboard', () => clipboard);
getter(navigatorClass.prototype, 'keyboard', () => keyboard);
const navigator = Object.create(navigatorClass.prototype) as typeof navigatorClass.prototype & {
  clipboard: typeof clipboard;
  keyboard: typeof keyboard;
};
const document = {};
const Document = { prototype: { exitFullscreen: native('leave full', settled), exitPointerLock: native('give back'), execCommand: native('copy') } }; // prettier-ignore
const Notification = { requestPermission: native('ask') };
const page = { Element, Clipboard, Keyboard, Navigator: navigatorClass, navigator, document, Document, Notification, print: native('print'), open: native('open', { closed: false }) }; // prettier-ignore

/** Each: the unit, a call of a page, the act it is, whether it gives a promise, what the browser is told at once. */
const CALLS: [string, Unit, (on: object) => unknown, string, string?][] = [
  ['writeText', watchClipboard, () => navigator.clipboard.writeText.call(clipboard), 'clipboard'],
  ['write', watchClipboard, () => navigator.clipboard.write.call(clipboard), 'clipboard'],
  ['copy', watchCommand, () => (Document.prototype.execCommand as (command: string) => unknown)('copy'), 'clipboard'],
  ['keyboard lock', watchKeyboardLock, () => navigator.keyboard.lock.call(keyboard), 'keyboard-lock', 'unlock'],
  ['pointer lock', watchPointerLock, () => Element.prototype.requestPointerLock(), 'pointer-lock', 'give back'],
  ['full screen', watchFullscreen, () => Element.prototype.requestFullscreen(), 'fullscreen', 'leave full'],
  ['older full screen', watchFullscreen, () => Element.prototype.webkitRequestFullscreen(), 'fullscreen', 'leave full'],
  ['older full screen, by its other name', watchFullscreen, () => Element.prototype.webkitRequestFullScreen(), 'fullscreen', 'leave full'],
  ["Firefox' full screen", watchFullscreen, () => Element.prototype.mozRequestFullScreen(), 'fullscreen', 'leave full'],
  ['permission', watchNotification, () => Notification.requestPermission(), 'notification'],
  ['print', watchPrint, () => page.print(), 'print'],
  ['vibrate', watchVibrate, () => navigator.vibrate(), 'vibrate'],
  ['open', watchOpen, () => page.open(), 'open-window'],
]; // prettier-ignore
const PROMISES = ['writeText', 'write', 'keyboard lock', 'pointer lock', 'full screen', 'permission'];

describe.each(CALLS)('%s', (name, unit, call, act, atOnce) => {
  it('is told and goes through; once the page was judged it is told and does nothing; trusted, it goes through untold', () => {
    const { scope, claims, defuse, undo } = unitScope(page);
    unit(scope);
    call(page);
    expect([claims, reached.length]).toEqual([[act], 1]);
    reached = [];
    defuse();
    expect(reached, 'what it holds is given back').toEqual(atOnce === undefined ? [] : [atOnce]);
    reached = [];
    const gave = call(page);
    expect(reached).toEqual([]);
    expect(claims).toEqual([act, act]);
    expect(gave instanceof Promise, 'a promise where the browser gives one').toBe(PROMISES.includes(name));
    undo();
    call(page);
    expect([claims.length, reached.length]).toEqual([2, 1]);
  });
});

describe('full screen that locks the keyboard', () => {
  const told = (options: unknown): string[] => {
    const { scope, claims, undo } = unitScope(page);
    watchFullscreen(scope);
    (Element.prototype.requestFullscreen as (options: unknown) => unknown)(options);
    undo();
    return claims;
  };

  it('is told as both', () => {
    expect(told({ keyboardLock: 'system' })).toEqual(['keyboard-lock fullscreen', 'fullscreen']);
  });

  it.each([undefined, null, 'browser', {}, { keyboardLock: 'none' }, { keyboardLock: true }])('is not %j', (options) => {
    expect(told(options)).toEqual(['fullscreen']);
  }); // prettier-ignore

  it('is not asked for by a getter of the page, which would notice', () => {
    let asked = 0;
    const options = {};
    getter(options, 'keyboardLock', () => `asked ${(asked += 1)} times`);
    expect([told(options), asked]).toEqual([['fullscreen'], 0]);
  });
});

describe('speech', () => {
  it('is told with its words, and falls silent once the page was judged', () => {
    const SpeechSynthesis = { prototype: { speak: native('speak'), cancel: native('cancel') } };
    const voice = Object.create(SpeechSynthesis.prototype) as { speak: (words: object) => unknown };
    const SpeechSynthesisUtterance = { prototype: {} };
    getter(SpeechSynthesisUtterance.prototype, 'text', () => 'Call us now');
    const window = { SpeechSynthesis, SpeechSynthesisUtterance };
    getter(window, 'speechSynthesis', () => voice);
    const { scope, claims, defuse } = unitScope(window);
    watchSpeech(scope);
    const say = (): unknown => (window as unknown as { speechSynthesis: typeof voice }).speechSynthesis.speak({});
    say();
    defuse();
    say();
    expect(claims).toEqual(['speech Call us now', 'speech Call us now']);
    expect(reached).toEqual(['speak', 'cancel']);
  }); // prettier-ignore
});

describe('tones', () => {
  class Context {
    suspend = (): Promise<void> => settled;
  }
  const AudioContext = {
    prototype: { suspend: native('suspend', settled), resume: native('resume', settled) },
  };
  const nodes = (context: object) => {
    const Node = { prototype: { start: native('start') } };
    const AudioNode = { prototype: {} };
    getter(AudioNode.prototype, 'context', () => context);
    const BaseAudioContext = { prototype: {} };
    getter(BaseAudioContext.prototype, 'state', () => 'running');
    const window = { AudioNode, AudioContext, BaseAudioContext, OfflineAudioContext: Context, AudioScheduledSourceNode: Node, AudioBufferSourceNode: { prototype: { start: native('start') } } }; // prettier-ignore
    return { window, start: () => Node.prototype.start() };
  };

  it('are told, stop once the page was judged and do not go on', () => {
    const { window, start } = nodes({});
    const { scope, claims, defuse, undo } = unitScope(window);
    watchSoundContext(scope);
    start();
    defuse();
    start();
    expect(AudioContext.prototype.resume()).toBeInstanceOf(Promise);
    expect(claims).toEqual(['sound tone', 'sound tone']);
    expect(reached).toEqual(['start', 'suspend']);
    reached.length = 0;
    undo();
    expect(reached, 'trusted, what ran goes on').toEqual(['resume']);
    void AudioContext.prototype.resume();
    expect(reached, 'and they may again').toEqual(['resume', 'resume']);
  });

  it('are told though the page has taken away what would silence them', () => {
    const { window, start } = nodes({});
    const { scope, claims, undo } = unitScope(window);
    watchSoundContext(scope);
    Reflect.deleteProperty(window.BaseAudioContext.prototype, 'state');
    start();
    undo();
    expect([claims, reached]).toEqual([['sound tone'], ['start']]);
  });

  it('that nobody hears are no sound', () => {
    const { window, start } = nodes(new Context());
    const { scope, claims, undo } = unitScope(window);
    watchSoundContext(scope);
    start();
    undo();
    expect([claims, reached]).toEqual([[], ['start']]);
  });
});

describe('players', () => {
  const playing = () => {
    const pause = native('pause');
    const HTMLMediaElement = { prototype: { play: native('play'), pause } };
    getter(HTMLMediaElement.prototype, 'muted', function () {
      return (this as { mute?: boolean }).mute === true;
    });
    const inPage: object[] = [];
    const Document = { prototype: { querySelectorAll: () => inPage } };
    // `<img name="querySelectorAll">` takes the place of the document's own.
    const document = { querySelectorAll: {} };
    const target = Object.assign(new EventTarget(), { HTMLMediaElement, Document, document });
    const unit = unitScope(target);
    watchMedia(unit.scope);
    const player = (mute = false) => Object.assign(Object.create(HTMLMediaElement.prototype) as object, { mute });
    const play = (one: object): unknown => HTMLMediaElement.prototype.play.call(one as never);
    return { ...unit, target, inPage, player, play };
  }; // prettier-ignore

  it('without sound are not told, and are stopped with the others once the page was judged', () => {
    const { claims, defuse, player, play } = playing();
    play(player(true));
    expect(claims).toEqual([]);
    play(player());
    expect(claims).toEqual(['sound']);
    reached = [];
    defuse();
    expect(reached).toEqual(['pause', 'pause']);
    reached = [];
    expect(play(player(true))).toBeInstanceOf(Promise);
    expect(reached).toEqual([]);
  });

  it('are stopped though another one was asked to play again and again', () => {
    const { defuse, player, play } = playing();
    play(player());
    const other = player();
    for (let times = 0; times < 200; times += 1) play(other);
    reached = [];
    defuse();
    expect(reached).toEqual(['pause', 'pause']);
  });

  it('that started without a script are stopped too, and those that start later', () => {
    const { defuse, inPage, player, target, undo } = playing();
    inPage.push(player(), player());
    target.dispatchEvent(new Event('play'));
    expect(reached).toEqual([]);
    defuse();
    expect(reached).toEqual(['pause', 'pause']);
    target.dispatchEvent(new Event('play'));
    expect(reached).toHaveLength(3);
    undo();
    target.dispatchEvent(new Event('play'));
    expect(reached, 'trusted, they may').toHaveLength(3);
  });
});
