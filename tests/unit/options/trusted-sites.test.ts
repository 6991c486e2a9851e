// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { typedHost } from '../../../src/storage/settings-schema';
import { wwwTwin } from '../../../src/ui/options/www-twin';
import { settled } from '../browser-with-storage';
import { open } from './settings-page';

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open()), 60_000);

describe('a site to be trusted', () => {
  it.each([
    '*.example.org', '.example.org', 'http:/example.org', 'https//example.org', 'C:\\Users\\Sam\\demo.html',
    'C:/demo.html', 'sam@corp.example', 'mailto:sam@corp.example', 'about:blank', 'file:///home/sam/demo.html',
  ])('is no pattern, no file, no mail address and no slip: %s', async (typed) => {
    const { part, stored, until } = await open();
    part<HTMLInputElement>('#trusted-add').value = typed;
    part('#trusted-add-button').click();
    await until(() => expect(part('#trusted-trouble').textContent).toContain('not a web address'));
    expect(stored()).toEqual({ version: 1 });
  }); // prettier-ignore

  it.each([
    ['localhost:3000/x', 'localhost'],
    ['[::1]:8080', '[::1]'],
    ['192.168.1.1/admin', '192.168.1.1'],
    ['https://www.example.org/@sam', 'www.example.org'],
    ['www.example.org/@sam', 'www.example.org'],
    ['www.example.org?to=sam@corp.example', 'www.example.org'],
  ])('is read from what stands in an address: %s', (typed, host) => expect(typedHost(typed)).toBe(host));

  it.each(['example.org.', ' example.org, ', 'https://example.org;'])(
    'is taken out of a sentence without what ends it there: "%s"',
    async (typed) => {
      const { part, stored, until } = await open();
      part<HTMLInputElement>('#trusted-add').value = typed;
      part('#trusted-add-button').click();
      const both = [{ host: 'example.org' }, { host: 'www.example.org' }];
      await until(() => expect(stored().trustedSites).toMatchObject(both));
    },
  );

  it('is not called a wrong address where an administrator has locked the list while it was written', async () => {
    const { fake, part, stored, until } = await open();
    const typed = part<HTMLInputElement>('#trusted-add');
    typed.focus();
    typed.value = 'example.org';
    await fake.storage.managed.set({ lockedSettings: ['trustedSites'] });
    await settled();
    typed.form?.requestSubmit();
    await until(() => expect(part('#trusted-trouble').textContent).toBe('Your organisation has set this.'));
    expect(stored()).toEqual({ version: 1 });
  });
});

describe('the name of a site without "www."', () => {
  it('is trusted with it, and taken back with it; the other can be taken back alone', async () => {
    const { main, part, stored, spoken, until } = await open();
    part<HTMLInputElement>('#trusted-add').value = 'shop.co.uk';
    part('#trusted-add-button').click();
    const hosts = () => [...main.querySelectorAll('.sites strong')].map((host) => host.textContent);
    await until(() => expect(hosts()).toEqual(['shop.co.uk', 'www.shop.co.uk']));
    part('.sites li:last-child button').click();
    await until(() => expect(hosts()).toEqual(['shop.co.uk']));
    expect(stored().trustedSites).toMatchObject([{ host: 'shop.co.uk', why: 'options' }]);
    part<HTMLInputElement>('#trusted-add').value = 'shop.co.uk';
    part('#trusted-add-button').click();
    await until(() => expect(hosts()).toEqual(['shop.co.uk', 'www.shop.co.uk']));
    part('.sites button').click();
    await until(() => expect(hosts()).toEqual([]));
    expect(stored().trustedSites).toEqual([]);
    expect(spoken()).toBe('shop.co.uk is no longer trusted. www.shop.co.uk is no longer trusted.');
  });

  it.each([
    ['example.org', 'www.example.org'],
    ['shop.co.uk', 'www.shop.co.uk'],
    ['xn--bcker-gra.example', 'www.xn--bcker-gra.example'],
  ])('has a twin: %s', (host, twin) => expect(wwwTwin(host)).toBe(twin));

  it.each([
    'www.example.org', 'www.shop.co.uk', 'mail.example.org', 'my.town.uk', 'a.shop.co.uk', 'localhost',
    'app.localhost', 'intranet', '192.168.1.1', '[::1]', '[::ffff:c0a8:101]',
  ])('is none, and has no twin: %s', (host) => expect(wwwTwin(host)).toBeNull()); // prettier-ignore
});

describe('a sentence about what was typed', () => {
  it('is said again where the same is wrong again', async () => {
    const { part, spoken, until } = await open();
    for (const said of ['', 'not a web address']) {
      part<HTMLInputElement>('#trusted-add').value = '*.example.org';
      part('#trusted-add-button').click();
      await until(() => expect(part('#trusted-trouble').textContent).toContain('not a web address'));
      await until(() => expect(spoken()).toContain(said));
      await settled();
    }
  });
});

describe('a field with something wrong in it', () => {
  it.each([
    ['#trusted-add', '#trusted-add-button', '#trusted-trouble', '*.example.org', 'example.org'],
    ['#keepDays', null, '#keepDays-trouble', '0', '30'],
  ])('says so to who comes back to it, as long as it is: %s', async (field, press, trouble, wrong, right) => {
    const { part, until } = await open();
    const write = (value: string): void => {
      part<HTMLInputElement>(field).value = value;
      part(press ?? field).dispatchEvent(press === null ? new Event('change') : new MouseEvent('click'));
    };
    const told = () => (part(field).getAttribute('aria-describedby') ?? '').split(' ');
    const before = told();
    write(wrong);
    await until(() => expect(part(field).getAttribute('aria-invalid')).toBe('true'));
    expect(told()).toEqual([...before, trouble.slice(1)]);
    expect(part(trouble).textContent).not.toBe('');
    write(right);
    await until(() => expect(part(field).getAttribute('aria-invalid')).toBe('false'));
    expect(told()).toEqual(before);
  });
});

describe('the sites that are trusted', () => {
  const own = { host: 'own.example', since: 1_760_000_000_000, why: 'mistake' };
  const policy = { trustedSites: ['intranet.example'] };
  const rows = (main: HTMLElement) =>
    [...main.querySelectorAll('.sites li')].map((row) => [
      row.querySelector('strong')?.textContent,
      row.querySelector('button') !== null,
    ]);

  it('are taken back one by one, but for those of an administrator', async () => {
    const { main, part, stored, spoken, until } = await open({ keepDays: 7, trustedSites: [own] }, policy);
    const both = [['intranet.example', false], ['own.example', true]]; // prettier-ignore
    expect(rows(main)).toEqual(both);
    part('.sites button').click();
    await until(() => expect(rows(main)).toEqual(both.slice(0, 1)));
    expect(stored()).toEqual({ version: 1, keepDays: 7, trustedSites: [] });
    expect(spoken()).toContain('own.example');
  });

  it('are those that were trusted elsewhere meanwhile, too', async () => {
    const { fake, main, part, until } = await open({ trustedSites: [own] });
    part('.sites button').focus();
    const other = { ...own, host: 'other.example', why: 'popup' };
    await fake.storage.local.set({ settings: { version: 1, trustedSites: [own, other] } });
    await until(() => expect(rows(main).map(([host]) => host)).toEqual(['own.example', 'other.example']));
    expect(document.activeElement?.id).toBe('trusted-add');
  });

  it('cannot be taken back or added to where the list is locked', async () => {
    const { main } = await open({ trustedSites: [own] }, { ...policy, lockedSettings: ['trustedSites'] });
    expect(rows(main)).toEqual([['intranet.example', false]]);
    expect(main.querySelector('#trusted-add')).toBeNull();
  });

  it('say when and why each was trusted, and take a whole address for its host', async () => {
    const { main, part, until, stored } = await open({ trustedSites: [own] });
    expect(main.querySelector('.sites li p')?.textContent).toContain('2025');
    part<HTMLInputElement>('#trusted-add').value = ' https://Shop.Example/basket?id=1 ';
    part('#trusted-add-button').click();
    const hosts = ['own.example', 'shop.example', 'www.shop.example'];
    await until(() => expect(rows(main).map(([host]) => host)).toEqual(hosts));
    expect((stored().trustedSites as { host: string; why: string }[])[1]).toMatchObject({ host: 'shop.example', why: 'options' }); // prettier-ignore
  });
});
