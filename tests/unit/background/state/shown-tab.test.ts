import { describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

async function start() {
  const worker = await startWorker();
  return { ...worker, ...(await import('../../../../src/background/state/shown-tab')) };
}

describe('the tab in front', () => {
  it('is the active one of the window the person used last', async () => {
    const { fake, activeTab } = await start();
    fake.addTab('http://other.test/');
    const front = fake.addTab('http://bread.test/');
    const query = vi.spyOn(fake.api.tabs, 'query');
    expect((await activeTab())?.id).toBe(front.id);
    expect(query).toHaveBeenCalledWith({ active: true, lastFocusedWindow: true });
  });

  it('is none where there is none or the browser will not say', async () => {
    const { fake, activeTab } = await start();
    expect(await activeTab()).toBeNull();
    fake.faults.set('tabs.query', 'reject');
    expect(await activeTab()).toBeNull();
  });
});
