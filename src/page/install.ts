import { watchCanvas } from './acts/canvas';
import { watchCommand } from './acts/clipboard';
import { watchDialogs } from './acts/dialogs';
import { watchFullscreen } from './acts/fullscreen';
import { watchHistory } from './acts/history';
import { watchLinks } from './acts/links';
import { watchPointerLock } from './acts/locks';
import { watchNavigation } from './acts/navigation';
import { watchNavigator } from './acts/navigator';
import { watchNotification } from './acts/notification';
import { watchPrint } from './acts/print';
import { watchShadows } from './acts/shadows';
import { watchMedia, watchSoundContext, watchSpeech } from './acts/sound';
import { watchUnload } from './acts/unload';
import { watchOnTop } from './acts/on-top';
import { watchOpen } from './acts/windows';
import type { HookOrder } from '../messages/page-bridge';
import type { Claim } from './claims';
import { keepSourceText } from './disguise';
import { makeAdopt, watchFrames } from './frames';
import { add, type PageWindow } from './natives';
import { makeParts, runAll } from './parts';
import type { Scope, Unit } from './scope';

/** In the order in which a locker's first script may call them: those that block first. */
const UNITS: readonly Unit[] = [
  keepSourceText,
  watchDialogs,
  watchPrint,
  watchUnload,
  watchFullscreen,
  watchPointerLock,
  watchHistory,
  watchNavigation,
  watchMedia,
  watchSoundContext,
  watchSpeech,
  watchNotification,
  watchNavigator,
  watchCommand,
  watchLinks,
  watchCanvas,
  watchOnTop,
  watchShadows,
  watchOpen,
  watchFrames,
];

/** The hook of one document with all the windows it adopted. */
export interface Hook extends Record<HookOrder, () => void> {
  /** After a verdict: stops what runs and makes the lock calls do nothing. */
  defuse: () => void;
  /** On a trusted or paused site: puts everything back. */
  'stand-down': () => void;
}

/** Installs all units in `window`; `claim` counts and sends. Never throws. */
export function installHook(window: PageWindow, claim: Claim): Hook {
  const parts = makeParts();
  let defused = false;
  let gone = false;
  const install = (target: PageWindow, held: boolean, isCurrent: () => boolean): void => {
    const part = parts.add(held);
    const scope: Scope = {
      window: target,
      claim: (act, detail, times) => {
        try {
          if (!gone && isCurrent()) claim(act, detail, times);
        } catch {
          // A window whose page has become another site's throws when it is asked; it has a hook of its own.
        }
      },
      defused: () => defused,
      onDefuse: (run) => (defused ? run() : add(part.onDefuse, run)),
      undo: (undo) => add(part.undos, undo),
      adopt,
    };
    runAll(UNITS, scope);
  };
  const adopt = makeAdopt((opened) => {
    const { document } = opened;
    // The window of an adopted frame may live on with its own hook once its page has loaded.
    if (!gone) install(opened, false, () => opened.document === document);
  });
  install(window, true, () => true);
  return {
    defuse: () => {
      if (defused || gone) return;
      defused = true;
      parts.run('onDefuse');
    },
    'stand-down': () => {
      gone = true;
      defused = false;
      parts.run('undos');
    },
  };
}
