import { browser, type Storage } from '../browser/api';
import { SETTINGS_KEY } from '../storage/settings-store';
import { isRecord } from '../storage/settings-schema';
import { hostOf } from './cases';
import { forgetSettings } from './current-settings';
import { wakePages } from './orders';

/**
 * A site that the person trusts no more is watched at once, not only when its open pages are loaded anew: these were
 * told to stand down, and wait for the order to look again. Call it once at the top level of the worker.
 */
export function watchTrustTakenBack(): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = area === 'local' ? changes[SETTINGS_KEY] : undefined;
    const gone = change === undefined ? [] : hostsTakenBack(change);
    if (gone.length === 0) return;
    forgetSettings(); // what these pages tell would still meet the trust of before
    void wakePages((address) => gone.includes(hostOf(address)));
  });
}

function hostsTakenBack({ oldValue, newValue }: Storage.StorageChange): string[] {
  const kept = hostsOf(newValue);
  return hostsOf(oldValue).filter((host) => !kept.includes(host));
}

/** Trusted hosts of stored settings, whatever stands there. */
function hostsOf(stored: unknown): string[] {
  const sites = isRecord(stored) ? stored.trustedSites : undefined;
  if (!Array.isArray(sites)) return [];
  return (sites as unknown[]).flatMap((site) =>
    isRecord(site) && typeof site.host === 'string' ? [site.host] : [],
  );
}
