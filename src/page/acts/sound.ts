import { wrapMethod } from '../disguise';
import {
  apply,
  deref,
  getterOf,
  never,
  newList,
  nothing,
  targetOf,
  Weak,
  type Native,
  type PageWindow,
  prototypeOf,
} from '../natives';
import { argument, atFirstRead, listen, watch, type Scope } from '../scope';

/** How many players and sound contexts are remembered, to be silenced by a defuse; the oldest are forgotten. */
const REMEMBERED = 64;

/** Remembers objects without keeping them alive. Returns `keep` and `each`. */
function memory<T extends object>(): { keep: (item: T) => void; each: (run: (item: T) => void) => void } {
  const refs = newList<WeakRef<T>>();
  let next = 0;
  let last: WeakRef<T> | undefined;
  return {
    keep: (item) => {
      if (last && apply(deref, last, []) === item) return;
      last = refs[next++ % REMEMBERED] = new Weak(item);
    },
    each: (run) => {
      for (let index = 0; index < REMEMBERED; index++) {
        const ref = refs[index];
        const item = ref && (apply(deref, ref, []) as T | undefined);
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
  const find = window.Document.prototype.querySelectorAll as Native; // a page can put an element in the place of its own
  const players = memory<HTMLMediaElement>();
  const muted = getterOf<boolean>(media, 'muted');
  watch(scope, media, 'play', {
    act: (_args, self) => {
      const audible = !muted(self as HTMLMediaElement); // throws for what is no player
      players.keep(self as HTMLMediaElement);
      return (audible || scope.defused()) && 'sound';
    },
    instead: never,
  });
  const silence = (event: Event): void => void apply(pause, targetOf(event), []);
  scope.onDefuse(() => {
    listen(scope, window, 'play', silence);
    players.each((player) => apply(pause, player, []));
    const inPage = apply(find, window.document, ['audio,video']) as NodeListOf<HTMLMediaElement>;
    for (let index = 0; index < inPage.length; index++) apply(pause, inPage[index], []);
  });
}

/** What silences sound contexts: their class is brought to life only on pages that make one. */
interface SoundNatives {
  AudioContext: typeof AudioContext;
  suspend: Native;
  resume: Native;
  stateOf: (context: BaseAudioContext) => string;
}

const soundNatives = ({ AudioContext, BaseAudioContext }: PageWindow): SoundNatives => ({
  AudioContext,
  suspend: AudioContext.prototype.suspend as Native,
  resume: AudioContext.prototype.resume as Native,
  stateOf: getterOf(BaseAudioContext.prototype, 'state'),
});

/** Oscillators and decoded buffers: start() of any scheduled source. */
export function watchSoundContext(scope: Scope): void {
  const { window } = scope;
  const { AudioScheduledSourceNode, AudioBufferSourceNode } = window as Partial<typeof window>;
  if (!AudioScheduledSourceNode || !AudioBufferSourceNode) return;
  const contextOf = getterOf<BaseAudioContext>(window.AudioNode.prototype, 'context');
  let natives: SoundNatives | null = null; // taken at the first start()
  const contexts = memory<BaseAudioContext>();
  const how = {
    act: (_args: unknown[], self: unknown) => {
      const context = contextOf(self as AudioNode);
      contexts.keep(context);
      try {
        natives ??= soundNatives(window);
      } catch {
        // The page took one of them away: its tones are told all the same.
      }
      // One that only computes is heard by nobody: sites tell browsers apart by it.
      return !(context instanceof window.OfflineAudioContext) && 'sound';
    },
    detail: () => 'tone',
    instead: nothing,
  };
  watch(scope, AudioScheduledSourceNode.prototype, 'start', how);
  // Buffer sources have a start() of their own, with more arguments.
  watch(scope, AudioBufferSourceNode.prototype, 'start', how);
  scope.onDefuse(() => {
    const { AudioContext, suspend, resume, stateOf } = natives ?? soundNatives(window);
    const order = (native: Native, context: BaseAudioContext): void => {
      (apply(native, context, []) as Promise<void>).catch(nothing); // one that only computes refuses
    };
    contexts.each((context) => {
      if (stateOf(context) === 'running') scope.undo(() => order(resume, context));
      order(suspend, context);
    });
    // Only now, so that an honest page never meets this wrap.
    wrapMethod(scope, AudioContext.prototype, 'resume', never);
  });
}

/** speechSynthesis.speak: the computer reads the threat out. */
export function watchSpeech(scope: Scope): void {
  const { window } = scope;
  atFirstRead(scope, window, 'speechSynthesis', (speech) => {
    const prototype = prototypeOf(speech) as SpeechSynthesis;
    const cancel = prototype.cancel as Native;
    const wordsOf = getterOf<string>(window.SpeechSynthesisUtterance.prototype, 'text');
    watch(scope, prototype, 'speak', {
      act: 'speech',
      detail: (args) => wordsOf(argument(args) as object),
      instead: nothing,
    });
    scope.onDefuse(() => apply(cancel, speech, []));
  });
}
