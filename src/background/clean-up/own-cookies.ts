import sharedHosts from '../../../rules/shared-hosts.json';
import { chromiumVersion } from '../../browser/chromium-version';

/** Names on these Chromium takes for parts of one site (measured, docs/browser-facts.md). */
const ONE_SITE_TO_CHROMIUM = [
  'amazonaws.com', 'b-cdn.net', 'cloudapp.azure.com', 'glitch.me', 'surge.sh', 'weebly.com',
]; // prettier-ignore

/** And on these an older one does: 120 was seen to, 150 not to; none between was tried. */
const ONE_SITE_TO_OLDER = ['web.core.windows.net', 'blob.core.windows.net', 'azurefd.net', 'amplifyapp.com'];
const OLDER_THAN = 150;

/**
 * Whether no other site loses a cookie when Chromium clears those of this host: asked for one host, it clears the
 * whole registrable domain, so that a scam on a.shared.example would sign the person out of shared.example. Sure of
 * it only for a bare IP, a name right on a shared hosting service, and a name of two parts.
 * @param agent as `navigator.userAgent` tells it
 */
export function hasOwnCookies(host: string, agent: string = navigator.userAgent): boolean {
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return true;
  if (sharedHosts.suffixes.includes(host)) return false;
  const [, ...rest] = host.split('.');
  const parent = rest.join('.');
  if (sharedHosts.suffixes.includes(parent)) return !isOneSite(parent, agent);
  return rest.length === 1;
}

function isOneSite(service: string, agent: string): boolean {
  if (ONE_SITE_TO_CHROMIUM.includes(service)) return true;
  return (chromiumVersion(agent) ?? OLDER_THAN) < OLDER_THAN && ONE_SITE_TO_OLDER.includes(service);
}
