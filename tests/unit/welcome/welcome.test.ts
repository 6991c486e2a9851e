// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import en from '../../../src/texts/en/welcome.json';
import { settled } from '../browser-with-storage';
import { openPage, permissionEvents } from '../ui/open-page';

const NOT_ALLOWED = 'Your browser does not let Sangfroid see the sites yet.';

/** The welcome page at one of its screens; `sites`: whether every site may be seen. */
async function open(screen: number, { sites = true, others = [{ id: 1 }], inPrivate = true } = {}) {
  window.history.replaceState(null, '', `#${screen}`);
  const page = openPage();
  const world = { sites, answer: true, removed: [] as number[] };
  const permissions = {
    contains: async () => world.sites,
    request: async () => (world.sites = world.answer),
    ...permissionEvents(),
  };
  const tabs = {
    getCurrent: async () => ({ id: 9, windowId: 1 }),
    query: async () => [...others, { id: 9 }],
    remove: async (id: number) => void world.removed.push(id),
  };
  const extension = { isAllowedIncognitoAccess: async () => inPrivate };
  Object.assign(page.fake, { permissions, tabs, extension });
  await import('../../../src/ui/welcome/welcome');
  await page.drawn(`#screen-${screen}`);
  await settled();
  return { ...page, world, permissions, shown: () => page.main.textContent ?? '' };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open(1)), 60_000);

describe('whether Sangfroid is already watching', () => {
  it('is said on the last screen where it may see the sites', async () => {
    const { shown } = await open(3);
    expect(shown()).toContain('Sangfroid is already watching.');
    expect(shown()).not.toContain(NOT_ALLOWED);
  });

  it('is not where it may not, until the person allows it', async () => {
    const { shown, part, until } = await open(3, { sites: false });
    expect(shown()).not.toContain('already watching');
    expect(shown()).toContain(NOT_ALLOWED);
    part('#allow').focus();
    part('#allow').click();
    await until(() => expect(shown()).toContain('Sangfroid is already watching.'));
    expect(document.activeElement?.id).toBe('next');
  });
});

describe('the one button to press', () => {
  it('is the one that lets Sangfroid see the sites, as long as it may not', async () => {
    const { main, part, until } = await open(1, { sites: false });
    const mains = () => [...main.querySelectorAll('.button-main')].map(({ id }) => id);
    expect([part('h1').textContent, mains()]).toEqual([en['welcome.meetTitleAsk'], ['allow']]);
    part('#allow').click();
    await until(() => expect([part('h1').textContent, mains()]).toEqual([en['welcome.meetTitle'], ['next']]));
  });
});

describe('private windows', () => {
  it.each([true, false])(
    'are named on the last screen where Sangfroid does not work there: allowed %s',
    async (allowed) => {
      const { shown } = await open(3, { inPrivate: allowed });
      expect(shown().includes(en['welcome.privateOff'])).toBe(!allowed);
    },
  );
});

describe('a browser that refuses', () => {
  it.each([1, 3])('is told of, and the button keeps the keyboard: screen %i', async (screen) => {
    const { shown, part, until, world } = await open(screen, { sites: false });
    world.answer = false;
    const allow = part('#allow');
    allow.focus();
    allow.click();
    await until(() => expect(part('#access [role=alert]').textContent).toContain('Your browser said no.'));
    expect(shown()).toContain(NOT_ALLOWED);
    expect(document.activeElement).toBe(allow);
  });
});

describe('what is allowed, or taken away, in the browser’s own settings', () => {
  it('is seen by the page that sent the person there', async () => {
    const { shown, part, until, world, permissions } = await open(3, { sites: false });
    world.answer = false;
    part('#allow').click();
    await until(() => expect(part('#access [role=alert]').textContent).toContain('extension settings'));
    world.sites = true;
    permissions.happen();
    await until(() => expect(shown()).toContain('Sangfroid is already watching.'));
    world.sites = false;
    permissions.happen();
    await until(() => expect(shown()).toContain(NOT_ALLOWED));
  });
});

describe('the false alert of the welcome', () => {
  it('stays closed when its button is pressed twice: the second press must not bring it back', async () => {
    const { part } = await open(2);
    vi.useFakeTimers();
    part('#demo-start').click();
    vi.runAllTimers();
    vi.useRealTimers();
    const press = (id: string, detail: number) =>
      part(id).dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
    press('#demo-close', 1);
    press('#demo-again', 2); // it stands where the other one stood
    expect(part('#demo-stage').dataset.step).toBe('closed');
    await settled();
    press('#demo-again', 1);
    expect(part('#demo-stage').dataset.step).toBe('alert');
  });
});

describe('the help that comes over the false alert', () => {
  /** Starts the alert, moves the keyboard, and answers where it is once help has come. */
  async function helped(move: (part: (selector: string) => HTMLElement) => void) {
    const { part, spoken } = await open(2);
    vi.useFakeTimers();
    part('#demo-start').focus();
    part('#demo-start').click();
    move(part);
    vi.runAllTimers();
    vi.useRealTimers();
    expect(part('#demo-stage').dataset.step).toBe('warning');
    return { at: document.activeElement?.id, said: spoken() };
  }

  it('takes the keyboard that nobody has moved since, and its reassurance is heard there, as the end is', async () => {
    expect((await helped(() => undefined)).at).toBe('demo-close');
    const heard = () =>
      document.activeElement
        ?.getAttribute('aria-describedby')
        ?.split(' ')
        .map((id) => document.getElementById(id)?.textContent);
    expect(heard()).toEqual([en['welcome.demoWarning1'], en['welcome.demoWarning2']]);
    document.getElementById('demo-close')?.click();
    expect(document.activeElement?.id).toBe('demo-again');
    expect(heard()).toEqual([en['welcome.demoClosed1'], en['welcome.demoClosed2']]);
  });

  it('leaves it where the person has gone meanwhile, and is heard', async () => {
    expect(await helped((part) => part('#next').focus())).toEqual({
      at: 'next',
      said: `${en['welcome.demoWarning1']} ${en['welcome.demoWarning2']}`,
    });
  });
});

describe('the ways on', () => {
  it('the practice opens beside the welcome, whose last screen is still to come', async () => {
    const { main } = await open(2);
    const practice = main.querySelector<HTMLAnchorElement>('a[href*="practice"]');
    expect(practice?.target).toBe('_blank');
  });

  it('the last button closes the tab, which is not always what window.close does', async () => {
    const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
    const { part, world } = await open(3);
    part('#next').click();
    await settled();
    expect([world.removed, close.mock.calls.length]).toEqual([[9], 0]);
  });

  it('keeps a number the moment it is typed: the button may close the tab before the field is left', async () => {
    const { fake, part, spoken, enter } = await open(3);
    const phone = part<HTMLInputElement>('#person-phone');
    phone.value = '555-0134';
    phone.dispatchEvent(new Event('input'));
    await settled();
    expect(fake.storage.local.items.settings).toMatchObject({ trustedPerson: { phone: '555-0134' } });
    expect(spoken(), 'not at every letter').toBe('');
    await enter('#person-phone', '555-0134');
    expect(spoken()).toBe('Saved.');
    expect(part('#person-saved').textContent, 'seen, too').toBe('Saved.');
  });
});
