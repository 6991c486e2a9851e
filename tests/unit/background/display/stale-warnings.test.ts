import { expect, it } from 'vitest';
import { startWorker } from '../worker-parts';

const WARNING = 'chrome-extension://sangfroid/src/ui/warning/warning.html';

/** Addresses of the tabs that stay when the warning of tab 7, opened last, takes the place of older ones. */
async function staying(addresses: readonly string[]): Promise<string[]> {
  const { fake } = await startWorker();
  const { closeStaleWarnings } = await import('../../../../src/background/display/stale-warnings');
  for (const address of addresses) fake.addTab(address);
  const { id } = fake.addTab(`${WARNING}?case=new&tab=7#en`);
  await closeStaleWarnings(7, id);
  return [...fake.tabList.values()].filter((tab) => tab.id !== id).map(({ url }) => url);
}

it('an older warning of the same tab goes, no other one', async () => {
  const others = [`${WARNING}?case=a&tab=8`, `${WARNING}?blocked=1&case=a`, `${WARNING}?practice`];
  expect(await staying([`${WARNING}?case=a&tab=7`, ...others])).toEqual(others);
});

it('no page of a site goes, whatever its address says, and no other page of ours', async () => {
  const others = [
    'https://bank.test/?case=a&tab=7',
    `https://bank.test/${WARNING}?case=a&tab=7`,
    'chrome-extension://sangfroid/src/ui/guide/guide.html?case=a&tab=7',
  ];
  expect(await staying(others)).toEqual(others);
});
