// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readClaim } from '../../src/content/gate/bridge';
import { ACT_NAMES } from '../../src/detection/facts';
import { CLAIM_DETAIL_LENGTH } from '../../src/messages/page-bridge';
import { tidyIncident } from '../../src/storage/incident-shape';
import { DEFAULT_SETTINGS } from '../../src/storage/settings';
import { anyValue, LIMIT_MS, mutated, RUNS } from './odd-values';

vi.mock('../../src/browser/api', () => ({
  browser: {
    storage: {
      local: { get: () => Promise.resolve({}), set: () => Promise.reject(new Error('written')) },
      managed: { get: () => Promise.resolve({}) },
      onChanged: { addListener: () => undefined },
    },
  },
}));
// A claim is stamped with what the browser says of this moment; Node 20 has no `navigator`.
vi.stubGlobal('navigator', { userActivation: { hasBeenActive: false } });
const { readPolicy } = await import('../../src/storage/settings-policy');
const { importSettings } = await import('../../src/storage/settings-transfer');

/** The other boundaries: what the page's own world claims, what a file, an administrator or the disk hands in. */
function holds<T>(values: fc.Arbitrary<T>, check: (value: T) => void, numRuns = RUNS): void {
  fc.assert(fc.property(values, check), { numRuns });
}

const CLAIM = { act: 'alert', detail: 'Hello', at: 1, unasked: true, count: 2 };
const POLICY = {
  helpdesk: { name: 'Help', phone: '555-0101', address: 'https://help.example/' },
  trustedSites: ['one.example'],
  lockedSettings: ['sensitivity'],
  sensitivity: 'strict',
  helpChannels: [{ name: 'Police', phone: '', address: 'https://police.example/', what: '' }],
};
const INCIDENT = {
  at: 5, address: 'http://one.example/', title: 'x', phones: ['555-0101'], reasons: [{ id: 'a', weight: 1 }],
  chain: ['http://two.example/'], screenshot: 'data:image/png;base64,AA==', notes: { text: 'x' },
}; // prettier-ignore

describe('random and mutated', () => {
  it(
    'claims of the page come out in their bounds or not at all',
    () => {
      holds(
        fc.oneof(
          mutated([CLAIM]).map((claim) => JSON.stringify(claim)),
          anyValue,
          fc.json(),
        ),
        (raw) => {
          const claim = readClaim(raw);
          if (claim === null || claim === 'root') return;
          const sound =
            Object.keys(claim).join() === 'act,detail,at,unasked,count' &&
            ACT_NAMES.includes(claim.act) &&
            claim.detail.length <= CLAIM_DETAIL_LENGTH &&
            claim.at >= 0 &&
            Number.isSafeInteger(claim.count) &&
            claim.count >= 1;
          expect(sound).toBe(true);
        },
      );
    },
    LIMIT_MS,
  );

  it(
    'policies are read, each bad field as if it were not there',
    () => {
      holds(fc.oneof(mutated([POLICY]), anyValue), (raw) => {
        const policy = readPolicy(raw);
        for (const host of policy.trustedSites) expect(new URL(`http://${host}/`).hostname).toBe(host);
        for (const channel of policy.helpChannels) expect(channel.address).toMatch(/^(?:https:\/\/|$)/);
        for (const name of policy.locked) expect(name in DEFAULT_SETTINGS).toBe(true);
      });
    },
    LIMIT_MS,
  );

  it(
    'entries of the journal are tidied or dropped, whatever stood on the disk',
    () => {
      holds(fc.oneof(mutated([INCIDENT]), anyValue), (raw) => {
        const entry = tidyIncident(raw);
        if (entry === null) return;
        expect(tidyIncident(entry)).toEqual(entry);
        expect(entry.screenshot ?? 'data:image/').toMatch(/^data:image\//);
        expect(entry.times).toBeGreaterThanOrEqual(1);
      });
    },
    LIMIT_MS,
  );

  it(
    'settings files are refused before anything is written',
    async () => {
      const file = {
        kind: 'sangfroid-settings',
        version: 1,
        settings: { sensitivity: 'no such', textSize: 'x' },
      };
      const files = fc.oneof(
        mutated([file]).map((one) => JSON.stringify(one)),
        fc.json(),
        fc.string(),
      );
      await fc.assert(
        fc.asyncProperty(files, async (text) => {
          if (/"settings":\{\}/.test(text)) return; // a file that names nothing is a good one
          const result = await importSettings(text).catch((error: unknown) => String(error));
          expect(result).toMatchObject({ ok: false });
        }),
        { numRuns: RUNS },
      );
    },
    LIMIT_MS,
  );
});
