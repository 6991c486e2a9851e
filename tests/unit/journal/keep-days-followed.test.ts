// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openPage } from '../ui/open-page';

it('the list says for how many days entries are kept now, not when it was opened', async () => {
  const { fake, part, drawn, enter, until } = openPage();
  Object.assign(fake, {
    extension: { inIncognitoContext: false, isAllowedIncognitoAccess: () => Promise.resolve(false) },
  });
  fake.storage.local.items = { settings: { version: 1, keepDays: 365 } };
  await import('../../../src/ui/journal/journal');
  await drawn();
  const shown = () => part<HTMLSelectElement>('#keep-days').value;
  await until(() => expect(shown()).toBe('365'));
  await enter('#keep-days', '730');
  await until(() => expect(part('#keep-saved').textContent).toContain('730'));
  for (const days of [30, 14]) {
    await fake.storage.local.set({ settings: { version: 1, keepDays: days } }); // the settings, in another tab
    await until(() => expect(shown()).toBe(String(days)));
  }
  expect(part('#empty').textContent).toContain('14 days');
  expect(document.querySelector('#keep-saved'), 'what was saved here').toBeNull();
}, 60_000);
