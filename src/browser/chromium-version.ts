/**
 * The number of a Chromium's version, of Edge too, which names the Chromium it is built on; undefined for Firefox.
 * @param agent as `navigator.userAgent` tells it
 */
export function chromiumVersion(agent: string): number | undefined {
  const version = /Chrome\/(\d+)/.exec(agent)?.[1];
  return version === undefined ? undefined : Number(version);
}
