import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HAPPENINGS, type Happening } from '../../../../src/ui/guide/plan/answers';
import { SYSTEMS } from '../../../../src/ui/guide/plan/device';
import { buildPlan } from '../../../../src/ui/guide/plan/plan';

/** Lines that tell the person to turn the internet on again. */
const ON_AGAIN = /\.connect$/;

/** Where a plan says to turn the internet on again, and where their program goes. */
function told(happened: readonly Happening[], system: (typeof SYSTEMS)[number]) {
  const answers = { happened, means: [], secrets: [] };
  const plan = buildPlan({
    answers,
    system,
    browser: 'chrome',
    country: 'FR',
    canCallHelpdesk: false,
    closed: false,
  });
  const lines = plan.flatMap(({ how }) => how.map(({ key }) => key));
  return { on: lines.filter((key) => ON_AGAIN.test(key)), plan: plan.map(({ id }) => id), lines };
}

describe('who let them in and is still stuck', () => {
  it('is told to go online again only after their program was removed', () => {
    fc.assert(
      fc.property(
        fc.subarray(HAPPENINGS.filter((one) => one !== 'remote')),
        fc.constantFrom(...SYSTEMS),
        (others, system) => {
          const { on } = told(['remote', ...others], system);
          // A program that waits for them opens no window: on Windows the scan has to be over, too.
          const after = system.startsWith('windows') ? 'full-scan' : 'restart-check';
          expect(on).toEqual([`step.${after}.connect`]);
        },
      ),
    );
  });

  it('nobody else is left without internet', () => {
    for (const system of SYSTEMS) expect(told(['stuck'], system).on).toEqual(['step.reopen-offline.connect']);
  });
});
