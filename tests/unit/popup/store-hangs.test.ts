// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import type { UiRequest } from '../../../src/messages/ui-messages';
import { settled } from '../browser-with-storage';
import { openPage } from '../ui/open-page';
import { tabStatus } from './tab-status';

/** The popup after an update; `hangs`: the store does not answer until `answer`. */
async function popup({ hangs }: { hangs: boolean }) {
  window.history.replaceState(null, '', '/');
  const page = openPage();
  const tab = { id: 7, url: 'https://garden.example/', status: 'complete' };
  Object.assign(page.fake, {
    tabs: { query: async () => [tab], get: async () => tab },
    scripting: { executeScript: async () => [{ result: false }] },
    extension: { getViews: () => [window] },
  });
  Object.assign((page.fake as unknown as { runtime: object }).runtime, {
    getManifest: () => ({ version: '0.2.0' }),
    sendMessage: async ({ type }: UiRequest) => (type === 'tab-status' ? tabStatus() : { ok: true }),
  });
  const { local } = page.fake.storage;
  local.items = { seenVersion: '0.1.0' };
  const works = local.get;
  const waiting: (() => void)[] = [];
  if (hangs) local.get = (keys) => new Promise((done) => waiting.push(() => void works(keys).then(done)));
  await import('../../../src/ui/popup/popup');
  const answer = (): void => {
    local.get = works;
    waiting.splice(0).forEach((go) => go());
  };
  return { ...page, answer };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await (await popup({ hangs: false })).drawn('#close')), 60_000);

describe('a store that hangs', () => {
  it('does not keep the exit from the popup', async () => {
    const { drawn, part, until } = await popup({ hangs: true });
    await drawn('#close');
    await until(() => expect(part('.state').dataset.state).toBe('watching'));
    expect(document.activeElement?.id).toBe('close');
  });

  it('has the line about the update come late, below what may be under a press by then', async () => {
    const { drawn, main, answer, until } = await popup({ hangs: true });
    await drawn('#safe');
    answer();
    await until(() => expect(main.lastElementChild?.id).toBe('updated'));
    await settled();
    expect(main.querySelectorAll('#updated')).toHaveLength(1);
  });
});

it('a store that answers: the line about the update stands on top', async () => {
  const { drawn, part } = await popup({ hangs: false });
  await drawn('[data-state]');
  expect(part('.state').previousElementSibling?.id).toBe('updated');
});
