// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

const DESK = { name: 'Town hall helpdesk', phone: '555-0100' };

/** Whom the first screen of the guide says to call, one below the other. */
async function people(policy: object) {
  window.history.replaceState(null, '', '/#start');
  const page = openPage();
  const trustedPerson = { name: 'Julie', phone: '555-0142' };
  Object.assign(page.fake.storage.local.items, { settings: { version: 1, language: 'en', trustedPerson } });
  Object.assign(page.fake.storage.managed.items, policy);
  await import('../../../../src/ui/guide/guide');
  await page.drawn('.person');
  return [...page.main.querySelectorAll('.person')].map(({ textContent }) => textContent);
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await people({})), 60_000);

describe('whom to call instead', () => {
  it('is the helpdesk of the organisation first, then the trusted person, in the same form', async () => {
    const [first, second, ...more] = await people({ helpdesk: DESK });
    expect(first).toContain('Town hall helpdesk');
    expect(second).toContain('Julie');
    expect(more).toEqual([]);
  });

  it('is the trusted person where no policy names a helpdesk', async () => {
    expect((await people({})).map((line) => line?.includes('Julie'))).toEqual([true]);
  });
});
