import { wrapMethod } from '../disguise';
import { addListener, apply, getterOf, never, removeListener, type Native } from '../natives';
import { watch, type Scope } from '../scope';

/** How many players and sound contexts are remembered, to be silenced by a defuse; the oldest are forgotten. */
const REMEMBERED = 64;

/** Remembers objects without keeping them alive. Returns `keep` and `each`. */
function memory<T extends object>(): { keep: (item: T) => void; each: (run: (item: T) => void) => void } {
  const Ref = WeakRef;
  const deref = WeakRef.prototype.deref as Native;
  const refs: WeakRef<T>[] = [];
  let next = 0;
  let last: T | null = null;
  return {
    keep: (item) => {
      if (item === last) return;
      last = item;
      refs[next++ % REMEMBERED] = new Ref(item);
    },
    each: (run) => {
      for (let index = 0; index < refs.length; index++) {
        const item = apply(deref, refs[index], []) as T | undefined;
        if (item) run(item);
      }
    },
  };
}

/** Audio and video elements: play(). Players that start by attribute are seen by src/content. */
export function watchMedia(scope: Scope): void {
  const { window } = scope;
  const media = window.HTMLMediaElement.prototype;
  const pause = media.pause as Native;
  const players = memory<HTMLMediaElement>();
  const muted = getterOf<boolean>(media, 'muted');
  watch(scope, media, 'play', {
    act: 'sound',
    when: (_args, self) => {
      players.keep(self as HTMLMediaElement);
      return scope.defused() || !muted(self as HTMLMediaElement);
    },
    instead: never,
  });
  const silence = (event: Event): void => {
    const player = event.target as HTMLMediaElement;
    apply(pause, player, []);
  };
  scope.onDefuse(() => {
    players.each((player) => apply(pause, player, []));
    const inPage = window.document.querySelectorAll<HTMLMediaElement>('audio,video');
    for (let index = 0; index < inPage.length; index++) apply(pause, inPage[index], []);
    apply(addListener, window, ['play', silence, true]);
    scope.undo(() => apply(removeListener, window, ['play', silence, true]));
  });
}

/** Oscillators and decoded buffers: start() of any scheduled source. */
export function watchSoundContext(scope: Scope): void {
  const { AudioScheduledSourceNode, AudioNode, AudioContext } = scope.window as Partial<typeof scope.window>;
  if (!AudioScheduledSourceNode || !AudioNode || !AudioContext) return;
  let contextOf: ((node: object) => BaseAudioContext) | null = null; // read at the first start()
  const suspend = AudioContext.prototype.suspend as Native;
  const contexts = memory<BaseAudioContext>();
  const how = {
    act: 'sound' as const,
    detail: (_args: unknown[], self: unknown) => {
      contextOf ??= getterOf<BaseAudioContext>(AudioNode.prototype, 'context');
      contexts.keep(contextOf(self as AudioNode));
      return 'tone';
    },
    instead: () => undefined,
  };
  watch(scope, AudioScheduledSourceNode.prototype, 'start', how);
  // Buffer sources have a start() of their own, with more arguments.
  watch(scope, scope.window.AudioBufferSourceNode.prototype, 'start', how);
  scope.onDefuse(() => {
    contexts.each((context) => {
      if (context instanceof AudioContext)
        (apply(suspend, context, []) as Promise<void>).catch(() => undefined);
    });
    // Only now, so that an honest page never meets this wrap.
    scope.undo(wrapMethod(AudioContext.prototype, 'resume', never));
  });
}

/** speechSynthesis.speak: the computer reads the threat out. */
export function watchSpeech(scope: Scope): void {
  const { SpeechSynthesis, SpeechSynthesisUtterance } = scope.window as Partial<typeof scope.window>;
  if (!SpeechSynthesis || !SpeechSynthesisUtterance) return;
  const cancel = SpeechSynthesis.prototype.cancel as Native;
  const { window } = scope;
  watch(scope, SpeechSynthesis.prototype, 'speak', {
    act: 'speech',
    detail: (args) => getterOf<string>(SpeechSynthesisUtterance.prototype, 'text')(args[0] as object),
    instead: () => undefined,
  });
  scope.onDefuse(() => apply(cancel, window.speechSynthesis, []));
}
