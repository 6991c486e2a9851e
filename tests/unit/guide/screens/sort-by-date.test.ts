// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { SYSTEMS, type System } from '../../../../src/ui/guide/plan/device';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

/** The screen that finds a program, for a device. */
async function tools(system: System): Promise<string> {
  window.history.replaceState(null, '', '/#tools');
  const page = openPage();
  Object.assign(page.fake.storage.local.items, { guideProgress: { system } });
  await import('../../../../src/ui/guide/guide');
  await page.drawn('#heading');
  return page.main.textContent ?? '';
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await tools('windows-11')), 60_000);

describe('the screen that finds a program', () => {
  it.each(SYSTEMS)('has programs sorted by date only where their list can be: %s', async (system) => {
    const sorts = system === 'macos' || system.startsWith('windows');
    const told = await tools(system);
    expect(/by date/.test(told)).toBe(sorts);
    expect(told).toContain('that day');
  });
});
