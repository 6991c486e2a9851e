import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { POLICY_SETTINGS, loadPolicy, readPolicy } from '../../../src/storage/settings-policy';
import { SETTING_NAMES } from '../../../src/storage/settings-schema';
import { browserWithStorage, settled, type BrowserWithStorage } from '../browser-with-storage';

const held = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('../../../src/browser/api', () => ({
  get browser() {
    return held.browser;
  },
}));

let fake: BrowserWithStorage;
beforeEach(() => {
  fake = browserWithStorage();
  held.browser = fake;
});

describe('loadPolicy', () => {
  it('is complete and open without any policy, also where the browser throws', async () => {
    const open = await loadPolicy();
    expect(open).toMatchObject({
      managed: false,
      welcome: true,
      remoteGuard: true,
      locked: [],
      settings: {},
    });
    fake.storage.managed.failure = new Error('Managed storage manifest not found');
    expect(await loadPolicy()).toEqual(open);
  });

  it('reads every field', () => {
    const policy = readPolicy({
      helpdesk: { name: 'Helpdesk', phone: '+1 555 0100', address: 'Room 2' },
      trustedSites: ['https://intranet.example/start'],
      lockedSettings: ['sensitivity', 'nonsense'],
      sensitivity: 'strict',
      welcome: false,
      remoteGuard: false,
      helpChannels: [{ name: 'Security team', phone: '+1 555 0101', what: 'Any alert.' }],
    });
    expect(policy).toEqual({
      managed: true,
      helpdesk: { name: 'Helpdesk', phone: '+1 555 0100', address: 'Room 2' },
      trustedSites: ['intranet.example'],
      settings: { sensitivity: 'strict' },
      locked: ['sensitivity'],
      welcome: false,
      remoteGuard: false,
      helpChannels: [{ name: 'Security team', phone: '+1 555 0101', address: '', what: 'Any alert.' }],
    });
  });

  it('drops what is wrong and keeps the rest', () => {
    const policy = readPolicy({
      helpdesk: 'call me',
      trustedSites: 'x',
      sensitivity: 'paranoid',
      keepDays: 14,
      welcome: 'no',
      helpChannels: [{ name: '' }, { name: 'A', address: 'javascript:1' }, { name: 'B' }],
    });
    expect(policy.helpdesk.name).toBe('');
    expect(policy.settings).toEqual({ keepDays: 14 });
    expect(policy.welcome).toBe(true);
    expect(policy.helpChannels.map((channel) => channel.name)).toEqual(['B']);
  });

  it('shows what is right of a helpdesk, and of other help, where one line of it is wrong', () => {
    const long = 'x'.repeat(201);
    const policy = readPolicy({
      helpdesk: { name: 'Helpdesk', phone: '555-0100', address: long },
      helpChannels: [{ name: 'Security team', phone: '555-0101', what: long }],
    });
    expect(policy.helpdesk).toEqual({ name: 'Helpdesk', phone: '555-0100', address: '' });
    const channel = { name: 'Security team', phone: '555-0101', address: '', what: '' };
    expect(policy.helpChannels).toEqual([channel]);
    const address = `https://corp.example/${long}`;
    const lines = { name: 'Security team', phone: '555-0101', address, what: '' };
    expect(readPolicy({ helpChannels: [lines] }).helpChannels, 'a long link').toEqual([channel]);
  });

  it.each([
    ['corp.example.', ['corp.example']],
    ['https://corp.example./start', ['corp.example']],
    ['10.0.0.7', ['10.0.0.7']],
    ['[::1]', ['[::1]']],
    ['10.0.0.0/8', []],
    ['.corp.example', []],
    ['*.corp.example', []],
    ['.', []],
    ['admin@corp.example', []],
  ])('trusts a host, and nothing that can never be the one of a page: %s', (site, read) => {
    expect(readPolicy({ trustedSites: [site] }).trustedSites).toEqual(read);
  });

  it('locks everything with "all"', () => {
    expect(readPolicy({ lockedSettings: ['all'] }).locked).toContain('trustedPerson');
  });
});

describe('a policy that the browser tells late', () => {
  const LOCKED = { sensitivity: 'strict', lockedSettings: ['sensitivity'] };

  /** As Chrome in its first seconds. @returns what gives the answer */
  function late(answer: object): () => Promise<void> {
    let give = (): void => undefined;
    const { managed } = fake.storage;
    managed.get = () => new Promise((done) => (give = () => done({ ...answer })));
    return () => Promise.resolve(give()).then(settled);
  }

  it('is the one known last: nothing is unlocked for some seconds, and no warning waits for it', async () => {
    fake.storage.managed.items = LOCKED;
    await loadPolicy();
    late(LOCKED);
    const started = performance.now();
    expect(await loadPolicy()).toMatchObject({ managed: true, settings: { sensitivity: 'strict' }, locked: ['sensitivity'] }); // prettier-ignore
    expect(performance.now() - started, 'a quarter of a second on a free machine').toBeLessThan(3_000);
  });

  it('is kept for the next time when it comes, also that there is none any more', async () => {
    for (const answer of [LOCKED, {}]) {
      const give = late(answer);
      const before = await loadPolicy();
      expect(before.managed, 'as it was before').toBe(answer !== LOCKED);
      await give();
      late({});
      expect((await loadPolicy()).managed).toBe(answer === LOCKED);
    }
  });

  it('is in force where it cannot be kept: a full disk unlocks nothing', async () => {
    fake.storage.managed.items = LOCKED;
    fake.storage.local.set = () => Promise.reject(new Error('full'));
    expect((await loadPolicy()).locked).toEqual(['sensitivity']);
  });
});

describe('managed-schema.json', () => {
  const schema = JSON.parse(readFileSync('src/static/managed-schema.json', 'utf8')) as {
    properties: Record<string, { title?: string; description?: string; type?: string; items?: object }>;
  };

  it('names exactly what readPolicy reads', () => {
    const own = ['helpdesk', 'trustedSites', 'lockedSettings', 'welcome', 'remoteGuard', 'helpChannels'];
    expect(Object.keys(schema.properties).sort()).toEqual([...own, ...POLICY_SETTINGS].sort());
  });

  it('explains each with a title and a description, as administrators see them', () => {
    for (const [name, property] of Object.entries(schema.properties)) {
      expect(property.title, name).toMatch(/\w{3}/);
      expect(property.description, name).toMatch(/\w.{20}/);
      expect(property.type, name).toBeTypeOf('string');
    }
  });

  // Chrome drops a whole list for one item that does not fit: a misspelt name would unlock all the others.
  it('leaves it to us which names can be locked, and says them', () => {
    const { items, description } = schema.properties.lockedSettings ?? {};
    expect(items).toEqual({ type: 'string' });
    expect([...SETTING_NAMES, 'all'].filter((name) => !description?.includes(name))).toEqual([]);
    expect(readPolicy({ lockedSettings: ['closeByitself', 'sensitivity'] }).locked).toEqual(['sensitivity']);
  });
});
