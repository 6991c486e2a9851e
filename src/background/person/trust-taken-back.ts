import { browser, type Storage } from '../../browser/api';
import { POLICY_COPY_KEY, readPolicy } from '../../storage/settings-policy';
import { isRecord } from '../../storage/plain-values';
import { SETTINGS_KEY } from '../../storage/settings-store';
import { showTrustOver } from '../display/toolbar';
import { wakePages } from '../judge/orders';
import { forgetSettings } from '../session/current-settings';
import { hostOf } from '../state/host';

/**
 * A site that the person or an administrator trusts no more is watched at once, not only when its open pages are loaded
 * anew: these were told to stand down, and wait for the order to look again. Call it once at the top level of the worker.
 */
export function watchTrustTakenBack(): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local') return;
    const { [SETTINGS_KEY]: settings, [POLICY_COPY_KEY]: policy } = changes;
    const gone = [...takenBack(settings, hostsOf), ...takenBack(policy, hostsOfPolicy)];
    const isAll = policy !== undefined && !isLocked(policy.oldValue) && isLocked(policy.newValue);
    if (gone.length === 0 && !isAll) return;
    forgetSettings(); // what these pages tell would still meet the trust of before
    // Of pages without a host nobody knows here whose they are: what they tell says it.
    void wakePages((address) => isAll || ['', ...gone].includes(hostOf(address)));
    void showTrustOver();
  });
}

function takenBack(
  change: Storage.StorageChange | undefined,
  hosts: (stored: unknown) => string[],
): string[] {
  if (change === undefined) return [];
  const kept = hosts(change.newValue);
  return hosts(change.oldValue).filter((host) => !kept.includes(host));
}

const hostsOfPolicy = (stored: unknown): string[] => readPolicy(stored).trustedSites;

/** Then what people trust themselves counts no more. */
const isLocked = (stored: unknown): boolean => readPolicy(stored).locked.includes('trustedSites');

/** Trusted hosts of stored settings, whatever stands there. */
function hostsOf(stored: unknown): string[] {
  const sites = isRecord(stored) ? stored.trustedSites : undefined;
  if (!Array.isArray(sites)) return [];
  return (sites as unknown[]).flatMap((site) =>
    isRecord(site) && typeof site.host === 'string' ? [site.host] : [],
  );
}
