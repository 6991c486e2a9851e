// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { openPage } from '../ui/open-page';

const helpdesk = { name: 'Town hall helpdesk', phone: '555-0100' };
const lockedSettings = ['trustedPerson'];
const DESK = 'Your helpdesk · Town hall helpdesk · 555-0100';

/** The last screen of the welcome, under an administrator's policy. */
async function open(policy: object) {
  window.history.replaceState(null, '', '#3');
  const page = openPage();
  Object.assign(page.fake.storage.managed.items, policy);
  await import('../../../src/ui/welcome/welcome');
  await page.drawn('#screen-3');
  return {
    people: [...page.main.querySelectorAll('.person')].map(({ textContent }) => textContent?.trim()),
    asks: page.main.querySelector('#person-name') !== null,
    lead: page.main.querySelector('.lead')?.textContent ?? '',
  };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open({})), 60_000);

describe('whom to call, by the policy of an organisation', () => {
  it('is nobody where none is set: the person chooses', async () => {
    expect(await open({})).toMatchObject({ people: [], asks: true });
  });

  it('is the helpdesk, beside a person of one’s own', async () => {
    expect(await open({ helpdesk })).toMatchObject({ people: [DESK], asks: true });
  });

  it.each([
    ['the helpdesk', { helpdesk, lockedSettings }, [DESK]],
    ['left to the person', { lockedSettings }, []],
  ])('is %s where none can be set, and none is asked for', async (_what, policy, people) => {
    const shown = await open(policy);
    expect(shown).toMatchObject({ people, asks: false });
    expect(shown.lead).toContain('someone you know');
    expect(shown.lead).not.toContain('Choose');
  });
});
