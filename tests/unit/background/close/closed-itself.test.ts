import { afterEach, expect, it, vi } from 'vitest';
import { start } from '../tab-family';

afterEach(() => vi.useRealTimers());

it('a private page that closes itself right after it opened a window leaves nothing of that written down', async () => {
  const worker = await start();
  const { fake, tabStates, noteOpened, noteOrigin } = worker;
  const opener = fake.addTab('http://secret.test/', { incognito: true });
  const made = fake.addTab('http://also-secret.test/', { incognito: true });
  await noteOpened(opener.id, made.id, 7);
  fake.tabList.delete(opener.id);
  await noteOrigin(opener.id, made.id, made.url);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await tabStates.read(String(opener.id))).opened).toMatchObject([{ first: 'also-secret.test' }]);
  expect(JSON.stringify([...fake.stores.session])).toContain('"opened"');
  expect(JSON.stringify([...fake.stores.session])).not.toContain('secret');
});
