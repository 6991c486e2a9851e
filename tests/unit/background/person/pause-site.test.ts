import { describe, expect, it } from 'vitest';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

const READ = 'http://bakery.test/bread';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/ui-requests');
});

/** A pause over a tab at this address, in whose popup the person has read `bakery.test`. */
async function paused(shown: string, scope: 'site' | 'hour') {
  const { fake } = await startWorker();
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const { whyLeftAlone } = await import('../../../../src/background/state/trust');
  const tabId = fake.addTab(shown).id;
  const which = scope === 'site' ? { scope, host: 'bakery.test' } : { scope };
  const { ok } = await answerUi({ type: 'pause', tabId, ...which });
  const rests = await Promise.all(
    [shown, READ].map(async (one) => (await whyLeftAlone(one, Date.now()))?.why),
  );
  return { ok, rests, orders: fake.calls.filter((call) => call === 'tabs.sendMessage').length };
}

describe('a pause of one site', () => {
  it('is for the site that the popup showed', async () => {
    expect(await paused(READ, 'site')).toEqual({ ok: true, rests: ['paused', 'paused'], orders: 1 });
  });

  it('is none where another site has come into the tab since', async () => {
    const none = { ok: false, rests: [undefined, undefined], orders: 0 };
    expect(await paused('http://scam.test/', 'site')).toEqual(none);
  });

  it('for an hour is for all, whatever the tab shows', async () => {
    expect(await paused('http://scam.test/', 'hour')).toMatchObject({
      ok: true,
      rests: ['paused', 'paused'],
    });
  });
});
