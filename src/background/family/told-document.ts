import { withDocument, withFrame } from '../state/documents';
import { isTopGone, withSilentTop } from '../state/listed-frames';
import { tabStates, type FrameState, type TabState } from '../state/tab-state';
import { isInNextPage, withNextPage } from './sender-in-next-page';

/** Which document tells something, as the browser names it. */
export interface Teller {
  tabId: number;
  frameId: number;
  /** Chromium's own id of the document. */
  documentId?: string | undefined;
  address: string;
  /** Address of the whole tab: trust and pause are decided by it, never by a frame's. */
  tabAddress: string;
  /** Where that is none: by what this document is trusted or paused in its place (filled-page.ts). */
  filledAs?: string | undefined;
  incognito: boolean;
}

/** What is known of a tab once a document in it has told something. */
export interface ToldDocument {
  state: TabState;
  /** It had told nothing before. */
  isFirst: boolean;
  /** Another page stands in the tab than the one that told last. */
  isNewPage: boolean;
  /** What frames had told, where it is the page's own: that went with the page before, theirs, too, that spoke before it. */
  forgotten: TabState['frames'];
}

/** Notes that a document tells something: with a new page goes what the one before had told. @param doc its random id */
export async function noteDocument(doc: string, teller: Teller): Promise<ToldDocument> {
  const { tabId, frameId, address, tabAddress, incognito } = teller;
  const isTop = frameId === 0;
  const before = await tabStates.read(String(tabId));
  const inNext = await isInNextPage(teller, before);
  const topGone = !inNext && (await isTopGone(teller, doc, before));
  let isFirst = false;
  let forgotten: TabState['frames'] = {};
  const state = await tabStates.update(String(tabId), (now) => {
    const known = topGone ? withSilentTop(now, before.frames[0]?.doc, tabAddress) : now;
    const here = inNext ? withNextPage(known, tabAddress, Date.now()) : known;
    isFirst = here.frames[frameId]?.doc !== doc;
    const { 0: _page, ...inner } = here.frames;
    forgotten = isFirst && isTop ? inner : {};
    const told = withDocument(here, frameId, doc, address, Date.now());
    const named = withFrame(told, frameId, (frame) => withNames(frame, teller));
    return { ...named, incognito };
  });
  return { state, isFirst, isNewPage: inNext || topGone || (isFirst && isTop), forgotten };
}

/** As the browser names it beside its address, where it does. */
function withNames(frame: FrameState, { documentId, filledAs }: Teller): FrameState {
  if (!documentId && !filledAs) return frame;
  return { ...frame, ...(documentId && { documentId }), ...(filledAs && { filledAs }) };
}
