/** Pages that have no address of their own: who made them says whose they are. */
import { hostOf } from './host';
import type { FrameState } from './tab-state';

const WITHOUT_ADDRESS = /^about:(?:blank|srcdoc)\b/;

/**
 * What trust and pause are asked for where a page has no address of its own: an address for all that its site fills,
 * as `blob:` addresses are made. Undefined for any other page, and where it is of no site.
 * @param origin of the document, as the browser tells it: a page cannot choose it, nor can who opened the window
 */
export function filledAs(address: string, origin: string | undefined): string | undefined {
  if (origin === undefined || !WITHOUT_ADDRESS.test(address) || hostOf(origin) === '') return undefined;
  return `blob:${origin}/`;
}

/** Host of the site that made a page itself (`blob:`), else of its address; '' where it has none. */
export function homeOf(address: string): string {
  return hostOf(address.startsWith('blob:') && URL.canParse(address) ? new URL(address).origin : address);
}

/** The address by which a document is trusted or paused; '' where nothing is known of it. */
export const restAddress = (frame: FrameState | undefined): string => frame?.filledAs ?? frame?.address ?? '';
