import sharedHosts from '../../../rules/shared-hosts.json';

/** Names on these Chromium takes for parts of one site (measured, docs/browser-facts.md). */
const ONE_SITE_TO_CHROMIUM = [
  'amazonaws.com', 'b-cdn.net', 'cloudapp.azure.com', 'glitch.me', 'surge.sh', 'weebly.com',
]; // prettier-ignore

/**
 * Whether no other site loses a cookie when Chromium clears those of this host: asked for one host, it clears the
 * whole registrable domain, so that a scam on a.shared.example would sign the person out of shared.example. Sure of
 * it only for a bare IP, a name right on a shared hosting service, and a name of two parts.
 */
export function hasOwnCookies(host: string): boolean {
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return true;
  if (sharedHosts.suffixes.includes(host)) return false;
  const [, ...rest] = host.split('.');
  const parent = rest.join('.');
  if (sharedHosts.suffixes.includes(parent)) return !ONE_SITE_TO_CHROMIUM.includes(parent);
  return rest.length === 1;
}
