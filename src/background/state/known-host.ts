/**
 * What is known of a host. That of a private window is written into no store, and yet the next worker has to know the
 * scam's page from one that the person went on to in its tab: it is left a mark of the host.
 */
export interface KnownHost {
  /** '' where it is not known, or may not be. */
  host: string;
  /** By which it is known again where `host` is ''. */
  hostMark?: string | undefined;
}

/**
 * A mark of a host: a random salt and 32 bits of both. Whoever can read it can try a guess at it; no host can be read
 * out of it, and no two marks show that they are of the same one.
 */
export function markOf(host: string): string {
  return marked(host, crypto.randomUUID());
}

/** Whether something is known of the host. */
export const isKnown = ({ host, hostMark }: KnownHost): boolean => host !== '' || hostMark !== undefined;

/** Whether it is this one; '' is that of a page without a host. */
export function isHost({ host, hostMark }: KnownHost, here: string): boolean {
  if (host !== '' || hostMark === undefined) return host === here;
  const [salt = ''] = hostMark.split(':');
  return marked(here, salt) === hostMark;
}

/** FNV-1a: nothing that takes its time, for state is made ready to be written without waiting. */
function marked(host: string, salt: string): string {
  let bits = 0x811c9dc5;
  for (const letter of salt + host) bits = Math.imul(bits ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return `${salt}:${(bits >>> 0).toString(16)}`;
}
