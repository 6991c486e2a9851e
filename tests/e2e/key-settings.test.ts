import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../rig/processes';
import { OwnScreens } from './own-screens';
import { BROWSERS } from './scene';

const PLACE = { chromium: 'chrome://extensions/shortcuts', firefox: 'about:addons' };

describe.each(BROWSERS)('the key that closes, in the settings in %s', (kind) => {
  let own: OwnScreens;
  beforeAll(async () => {
    own = await OwnScreens.start(kind);
  });
  afterAll(() => own?.close());

  it('can be chosen: the button opens the browser’s own page for that', async () => {
    const page = await own.open('options/options.html', '#key-choose');
    await own.press(page, 'key-choose');
    expect(await until(8_000, () => own.rig.find(PLACE[kind]))).toBeDefined();
  });
});
