import { openPage } from '../ui/open-page';

/** The settings page, opened in a browser with these settings and this policy. */
export async function open(settings: object = {}, policy: object = {}) {
  const page = openPage();
  page.fake.storage.local.items = { settings: { version: 1, ...settings } };
  page.fake.storage.managed.items = { ...policy };
  await import('../../../src/ui/options/options');
  await page.drawn();
  const stored = () => page.fake.storage.local.items.settings as Record<string, unknown>;
  return { ...page, stored };
}
