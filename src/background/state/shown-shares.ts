/** How much of each frame of a tab a person sees: honest words that nobody sees must not speak for a page. */
import { placeOf, sharesIn, type FramePlace } from './frame-views';
import { listFrames } from './listed-frames';
import type { FrameState, TabState } from './tab-state';

/** Frames around a frame that are followed outwards; what stands deeper is taken to be unseen. */
const DEPTH_LIMIT = 10;

interface Known {
  places: ReadonlyMap<number, FramePlace | null>;
  /** Of each frame that has others in it, their shares by place. */
  shares: ReadonlyMap<number, readonly number[] | null>;
  parents: ReadonlyMap<number, number>;
}

/** Chromium does not list every frame: one that stands right in the page says so itself. */
function parentOf(id: number, { places, parents }: Known): number | undefined {
  return places.get(id)?.outer ? 0 : parents.get(id);
}

/** Share of the window (0..1) in which a frame is in view; null where a frame around it does not answer. */
function shareOf(id: number, known: Known, depth = 0): number | null {
  if (id === 0) return 1;
  const parent = parentOf(id, known);
  const place = known.places.get(id)?.place;
  if (parent === undefined || place === undefined || depth > DEPTH_LIMIT) return 0;
  const shares = known.shares.get(parent);
  if (!shares) return null;
  const share = shares[place] ?? 0;
  const around = share === 0 ? 0 : shareOf(parent, known, depth + 1);
  return around === null ? null : share * around;
}

/** Asks several frames the same at once. */
async function ofEach<T>(ids: Iterable<number>, ask: (id: number) => Promise<T>): Promise<Map<number, T>> {
  return new Map(await Promise.all([...ids].map(async (id) => [id, await ask(id)] as const)));
}

/** A sign-in prompt stands in front, and its document never answers; nor is a window on top one of the frames. */
const isAsked = (id: number, { doc, acts }: FrameState): boolean =>
  id >= 0 && doc !== '' && acts['auth-prompt'] === undefined;

/**
 * Asks the frames of a tab that have told something, and those around them. Never rejects.
 * @returns by frame the share of the window (0..1) that is in view: 0 where it is gone or holds another document by now;
 * frames that nobody can ask, or that are busy, are left out. Null where the page itself does not answer.
 */
export async function shownShares(
  tabId: number,
  { frames }: TabState,
): Promise<ReadonlyMap<number, number> | null> {
  const listed = await listFrames(tabId);
  const parents = new Map([...(listed ?? [])].map(([id, { parentFrameId }]) => [id, parentFrameId]));
  const told = Object.entries(frames).map(([id, frame]) => ({ id: Number(id), frame }));
  const asked = told.filter(({ id, frame }) => isAsked(id, frame));
  const around = new Set<number>();
  const ids = new Set([0, ...asked.map(({ id }) => id)]);
  // A set that grows while it is walked is walked to its end.
  for (const id of ids) {
    const parent = Math.max(0, parents.get(id) ?? 0);
    ids.add(parent);
    around.add(parent);
  }
  const [places, shares] = await Promise.all([
    ofEach(ids, (id) => placeOf(tabId, id)),
    ofEach(around, (id) => sharesIn(tabId, id)),
  ]);
  if (!places.get(0) || !shares.get(0)) return null;
  const known = { places, shares, parents };
  const shareNow = (id: number, doc: string): number | null => {
    const place = places.get(id);
    // A busy machine must not make an honest page's frame an unseen one.
    if (!place) return listed?.has(id) === true ? null : 0;
    return place.doc === doc ? shareOf(id, known) : 0;
  };
  const found = asked.map(({ id, frame }) => [id, shareNow(id, frame.doc)] as const);
  return new Map(found.flatMap(([id, share]) => (share === null ? [] : [[id, share]])));
}
