import { wrapMethod } from '../disguise';
import { never } from '../natives';
import type { Scope } from '../scope';

/**
 * Windows above all others, a video's and a document's: after a verdict the page gets none (what it has by then is closed
 * by src/background/close/always-on-top.ts). Wrapped only then: the two classes cost a page time to bring to life.
 */
export function watchOnTop(scope: Scope): void {
  const { window } = scope;
  scope.onDefuse(() => {
    wrapMethod(scope, window.HTMLVideoElement.prototype, 'requestPictureInPicture', never);
    const { DocumentPictureInPicture: kept } = window as { DocumentPictureInPicture?: { prototype: object } };
    if (kept) wrapMethod(scope, kept.prototype, 'requestWindow', never);
  });
}
