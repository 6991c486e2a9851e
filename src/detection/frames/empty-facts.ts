import type { LookFacts, RouteFacts, StructureFacts } from '../facts';

/** Looks of a page nothing is known of. */
export function emptyLooks(): LookFacts {
  return {
    viewportWidth: 0,
    viewportHeight: 0,
    layerCover: 0,
    layerDepth: 0,
    fullscreen: false,
    cursorHidden: false,
    systemWindow: false,
    fakeScan: false,
    flashing: false,
    threatFontPx: 0,
    scrollLocked: false,
    pictureCover: 0,
    onlyPicture: false,
    selectBlocked: false,
    mediaPlaying: false,
  };
}

/** Structure of a page nothing is known of. */
export function emptyStructure(): StructureFacts {
  return {
    article: 0,
    proseLength: 0,
    siteLinks: 0,
    outLinks: 0,
    navigation: false,
    footer: false,
    signIn: false,
    shop: false,
    quotedShare: 0,
  };
}

/** The way to a page that nobody opened for the person, alone in its tab, and that answers. */
export function emptyRoute(): RouteFacts {
  return { openedByPage: false, campaign: false, swarm: 0, reloads: 0, silentFor: 0 };
}
