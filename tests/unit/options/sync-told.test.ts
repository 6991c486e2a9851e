// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { settled } from '../browser-with-storage';
import { openPage } from '../ui/open-page';

/** One screen of the welcome, with these settings of the person and this policy. */
async function welcome(screen: number, settings: object, policy: object): Promise<string> {
  window.history.replaceState(null, '', `#${screen}`);
  const { fake, drawn, main } = openPage();
  fake.storage.local.items = { settings: { version: 1, ...settings } };
  fake.storage.managed.items = { ...policy };
  await import('../../../src/ui/welcome/welcome');
  await drawn(`#screen-${screen}`);
  await settled();
  return main.textContent ?? '';
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await welcome(1, {}, {})), 60_000);

const HERE = 'on this computer';
const CARRIED = 'to your other computers.';

describe.each([1, 3])('the welcome, screen %i', (screen) => {
  it('says that everything stays on this computer while it does', async () => {
    const said = await welcome(screen, {}, {});
    expect([said.includes(HERE), said.includes(CARRIED)]).toEqual([true, false]);
  });

  it.each([
    ['an administrator', {}, { sync: true }],
    ['the person, who comes back from the settings', { sync: true }, {}],
  ])('does not where sync was turned on by %s', async (_who, settings, policy) => {
    const said = await welcome(screen, settings, policy);
    expect([said.includes(HERE), said.includes(CARRIED)]).toEqual([false, true]);
  });
});

/** This computer, by the words of `welcome.personNote`. */
const ON_THIS =
  /this comp|diesem Comp|este orden|cet ordin|questo comp|このパソコン|deze comp|tym komp|neste comp/i;

it.each(readdirSync('src/texts'))('what sync carries is not said to stay here: %s', (language) => {
  const texts = JSON.parse(readFileSync(`src/texts/${language}/welcome.json`, 'utf8')) as Record<
    string,
    string
  >; // our own flat file
  for (const key of ['welcome.never1', 'welcome.personNote']) {
    expect(texts[key], key).toMatch(ON_THIS);
    expect(texts[`${key}Sync`], key).not.toMatch(ON_THIS);
  }
});
