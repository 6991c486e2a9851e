import { describe, expect, it } from 'vitest';
import { HAPPENINGS, NO_ANSWERS, settle } from '../../../../src/ui/guide/plan/answers';
import { COMPUTERS, type System } from '../../../../src/ui/guide/plan/device';
import { buildPlan } from '../../../../src/ui/guide/plan/plan';
import { situation } from './situation';

/** The step that is for whoever still has somebody on the computer. */
function hangUp(happened: readonly (typeof HAPPENINGS)[number][], system: System): string[] {
  const answers = settle({ ...NO_ANSWERS, happened });
  const [first] = buildPlan({ ...situation, system, answers });
  expect(first?.id).toBe('hang-up');
  return first?.how.map(({ key }) => key) ?? [];
}

const family = (system: System): string => system.replace(/-1[01]$/, '');

describe('somebody is still on the computer', () => {
  it.each(COMPUTERS)(
    'the first step also says where the Wi-Fi is turned off, not only one after the bank: %s',
    (system) => {
      const told = hangUp(['remote', 'paid', 'secrets'], system);
      const cut = told.indexOf('step.hang-up.mouse');
      expect(told[cut + 1]).toBe(`step.hang-up.${family(system)}`);
      expect(told[cut + 2]).toBe('step.hang-up.power');
    },
  );

  it.each(COMPUTERS)('nobody else is told to: %s', (system) => {
    for (const one of ['called', 'paid', 'secrets'] as const)
      expect(hangUp([one], system)).not.toContain(`step.hang-up.${family(system)}`);
  });
});
