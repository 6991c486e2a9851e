// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UiRequest } from '../../../src/messages/ui-messages';
import { settled } from '../browser-with-storage';
import { openPage } from '../ui/open-page';
import { eachInWords } from '../in-words';
import { tabStatus, type Told } from './tab-status';

const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
beforeEach(() => void close.mockClear());
afterEach(() => void vi.spyOn(performance, 'now').mockRestore());

/** The popup over a page that stands like this. `answers` are given to what is asked for beside that. */
async function popup(told: Told = {}, answers: Record<string, object> = {}, query = '', policy: object = {}) {
  window.history.replaceState(null, '', `/${query}`);
  const page = openPage();
  page.fake.storage.managed.items = { ...policy };
  let status = tabStatus(told);
  const asked: UiRequest[] = [];
  const tab = (id: number) => ({ id, url: `https://garden.example/${id}`, status: 'complete' });
  const world = {
    allowed: true as boolean | Error,
    become: (next: Told) => void (status = tabStatus({ ...told, ...next })),
  };
  Object.assign(page.fake, {
    tabs: { query: async () => [tab(7)], get: async (id: number) => tab(id) },
    scripting: { executeScript: async () => [{ result: false }] },
    permissions: {
      request: async () => {
        if (world.allowed instanceof Error) throw world.allowed;
        return world.allowed;
      },
    },
    extension: { getViews: () => [window] },
  });
  Object.assign((page.fake as unknown as { runtime: object }).runtime, {
    getManifest: () => ({ version: '0.1.0' }),
    sendMessage: async (request: UiRequest) => {
      asked.push(request);
      if (request.type === 'tab-status') return { ...status, tabId: request.tabId };
      return answers[request.type] ?? { ok: true, report: null };
    },
  });
  await import('../../../src/ui/popup/popup');
  await page.drawn('[data-state]');
  await settled();
  const ids = () => [...page.main.querySelectorAll('button')].map(({ id }) => id).filter((id) => !id.startsWith('open-')); // prettier-ignore
  const press = async (id: string): Promise<void> => {
    page.part(`#${id}`).click();
    await settled();
  };
  const state = () => page.main.querySelector<HTMLElement>('.state')?.dataset.state;
  const of = (type: UiRequest['type']) => asked.filter((one) => one.type === type);
  return { ...page, world, ids, press, state, of };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await popup()), 60_000);

describe('what the popup offers', () => {
  eachInWords<[Told, string[]]>([
    [{}, ['close', 'missed', 'safe', 'pause-site', 'pause-hour', 'pause-restart']],
    [{ host: '' }, ['close', 'missed', 'pause-hour', 'pause-restart']],
    [{ state: 'trusted' }, ['close', 'missed', 'pause-site', 'pause-hour', 'pause-restart']],
    // A caller may ask for a pause: beside a warning there is none.
    [{ state: 'warning' }, ['close', 'safe']],
    [{ state: 'warning', host: '' }, ['close']],
    [{ state: 'paused', pausedUntil: 'restart' }, ['resume', 'close']],
    [{ state: 'unseen' }, ['close']],
    [{ state: 'unseen', host: '' }, []],
    [{ state: 'unseen', host: '', file: true }, ['close']],
    [{ state: 'no-permission' }, ['allow', 'close']],
    [{ state: 'warning', closing: true }, ['close']],
    [{ state: 'own', host: '' }, []],
    [{ state: 'own', host: '', caseId: 'case-1' }, ['close']],
  ])('over a page that differs by %s', async (_title, change, offered) => {
    const { ids, until } = await popup(change);
    await until(() => expect(ids()).toEqual(offered));
  });

  it('is about the tab it was opened over, or the one that its address names', async () => {
    for (const [query, tabId] of [['', 7], ['?tab=12', 12], ['?tab=x', 7], ['?tab=-3', 7]] as const) {
      const { of, press } = await popup({ state: 'warning' }, {}, query);
      expect(of('tab-status')).toEqual([{ type: 'tab-status', tabId }]);
      await press('close');
      expect(of('tab-close')).toEqual([{ type: 'tab-close', tabId }]);
    }
  }); // prettier-ignore
});

describe('a site that is trusted', () => {
  it.each([
    [['garden.example'], 'Your organisation trusts garden.example.'],
    [['intranet.example'], 'You trust garden.example.'],
  ])('is said to be so by the one who trusts it: policy %j', async (trustedSites, words) => {
    const { main, state } = await popup({ state: 'trusted' }, {}, '', { trustedSites });
    expect(main.querySelector('.state')?.textContent).toContain(words);
    expect(state()).toBe('trusted');
  });
});

describe('a site that is trusted beside its warning', () => {
  it('is no scam any more by the card above', async () => {
    const { world, press, part, state, until } = await popup({ state: 'warning' });
    world.become({ state: 'trusted' });
    await press('safe');
    await press('safe-yes');
    await until(() => expect(state()).toBe('trusted'));
    expect(part('.state').textContent).not.toContain('scam.');
    expect(part('.notice-good').textContent).toContain('Sangfroid now trusts garden.example.');
    expect(document.querySelector('.more-guide')).toBeNull();
  });
});

describe('another site that came into the tab since', () => {
  it('is what the popup shows, and nothing of the one that was to be trusted', async () => {
    const { world, press, part, until } = await popup(
      {},
      { 'tab-trust': { ok: false, moved: true, report: null } },
    );
    world.become({ host: 'bank.example' });
    await press('safe');
    await press('safe-yes');
    await until(() => expect(part('#pause-site').textContent).toContain('bank.example'));
    expect(document.querySelector('.notice-good, .notice-care')).toBeNull();
  });
});

describe('closing', () => {
  it('ends with the popup where it went well', async () => {
    const { press, until } = await popup({ state: 'warning' });
    await press('close');
    await until(() => expect(close).toHaveBeenCalledTimes(1));
  });

  it('says what is wrong where it did not', async () => {
    const { press, part, until } = await popup({ state: 'warning' }, { 'tab-close': { ok: false } });
    await press('close');
    await until(() => expect(part('.state [role=alert]').textContent).toMatch(/\w{4}/));
    expect(close).not.toHaveBeenCalled();
  });
});

describe('pausing', () => {
  it.each(['site', 'hour', 'restart'] as const)('for the %s is asked for, and shown', async (scope) => {
    const { world, press, of, state, spoken, until } = await popup();
    world.become({ state: 'paused', pausedUntil: 'restart' });
    await press(`pause-${scope}`);
    const host = scope === 'site' && { host: 'garden.example' };
    expect(of('pause')).toEqual([{ type: 'pause', scope, tabId: 7, ...host }]);
    await until(() => expect(state()).toBe('paused'));
    expect(spoken()).toBe('Sangfroid is paused.');
  });

  it('tells until when', async () => {
    const until = new Date(2026, 0, 5, 14, 35).getTime();
    const { main } = await popup({ state: 'paused', pausedUntil: until });
    expect(main.textContent).toMatch(/2:35|14:35/);
  });

  it('does not promise a private window what ends when the worker sleeps', async () => {
    const { main } = await popup({ state: 'paused', pausedUntil: 'while-awake' });
    expect(main.textContent).toContain('For now only: it may warn you again.');
    expect(main.textContent).not.toContain('restart');
  });

  it('ends on request', async () => {
    const { world, press, of, part, state, spoken, until } = await popup({
      state: 'paused',
      pausedUntil: 'restart',
    });
    world.become({ state: 'watching' });
    await press('resume');
    expect(of('pause-end')).toHaveLength(1);
    await until(() => expect(state()).toBe('watching'));
    await until(() => expect(spoken()).toBe(part('.state-sentence').textContent));
  });
});

describe('a second press on "watch again"', () => {
  /** The popup just drawn anew, with "close" where "watch again" stood, and a clock to put on (ms). */
  async function resumed() {
    let later = 0;
    const begun = performance.now();
    vi.spyOn(performance, 'now').mockImplementation(() => begun + later);
    const drawn = await popup({ state: 'paused', pausedUntil: 'restart' });
    drawn.world.become({ state: 'watching' });
    drawn.part('#resume').focus();
    await drawn.press('resume');
    await drawn.until(() => expect(drawn.ids()).not.toContain('resume')); // "close" was there before
    await drawn.until(() => expect(drawn.ids()).toContain('close'));
    return { ...drawn, wait: (ms: number) => void (later += ms) };
  }

  it('closes nothing by the mouse: "close" counts a moment later', async () => {
    const { press, of, wait } = await resumed();
    await press('close');
    wait(599);
    await press('close');
    expect(of('tab-close')).toEqual([]);
    wait(1);
    await press('close');
    expect(of('tab-close')).toHaveLength(1);
  });

  it('closes nothing by the keyboard, which is on no button', async () => {
    const { part } = await resumed();
    expect(document.activeElement).toBe(part('.state'));
  });

  it('is none where the key is held down, as one may be that opened the popup', async () => {
    const { part } = await popup();
    const works = (key: string, repeat: boolean) =>
      part('#close').dispatchEvent(
        new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true }),
      );
    expect(document.activeElement?.id).toBe('close');
    for (const key of ['Enter', ' '])
      expect([works(key, true), works(key, false)], key).toEqual([false, true]);
    expect(works('Tab', true)).toBe(true);
  });
});

describe('asking to see the sites', () => {
  it('shows the page where the person says yes', async () => {
    const { world, press, state, until } = await popup({ state: 'no-permission' });
    world.become({ state: 'watching' });
    await press('allow');
    await until(() => expect(state()).toBe('watching'));
  });

  it.each([false, new Error('no')])('says what that means where the answer is %s', async (allowed) => {
    const { world, press, part, state, until } = await popup({ state: 'no-permission' });
    world.allowed = allowed;
    await press('allow');
    await until(() => expect(part('.state [role=alert]').textContent).toMatch(/\w{4}/));
    expect(state()).toBe('no-permission');
  });
});
