// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { settled } from '../browser-with-storage';
import { open } from './settings-page';

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open()), 60_000);

/** The settings, with these days to keep written and the field not left. */
async function written(days: string) {
  const page = await open({ keepDays: 180 });
  const field = page.part<HTMLInputElement>('#keepDays');
  field.focus();
  for (const at of days.split('').keys()) {
    field.value = days.slice(0, at + 1);
    field.dispatchEvent(new Event('input'));
  }
  await settled();
  return page;
}

describe('days to keep that are written', () => {
  it('are not stored while they are: of 30 the first digit would be three days', async () => {
    const { stored } = await written('30');
    expect(stored().keepDays).toBe(180);
  });

  it.each(['beforeunload', 'pagehide'])('are stored where the tab is closed then (%s)', async (leaving) => {
    const { stored } = await written('30');
    window.dispatchEvent(new Event(leaving));
    await settled();
    expect(stored().keepDays).toBe(30);
  });

  it('are not where they are no number of days', async () => {
    const { stored } = await written('9999');
    window.dispatchEvent(new Event('pagehide'));
    await settled();
    expect(stored().keepDays).toBe(180);
  });
});

it('days that were changed elsewhere stay as they are where nobody has written here', async () => {
  const { fake, part, stored } = await open({ keepDays: 180 });
  part('#keepDays').focus();
  await fake.storage.local.set({ settings: { version: 1, keepDays: 7 } });
  await settled();
  window.dispatchEvent(new Event('pagehide'));
  await settled();
  expect(stored().keepDays).toBe(7);
});
