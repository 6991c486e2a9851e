// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UiRequest, WatchState } from '../../../src/messages/ui-messages';

const worker = vi.hoisted(() => ({ asked: [] as string[], hosts: [] as string[], answer: {} }));
vi.mock('../../../src/browser/api', () => ({
  browser: {
    runtime: {
      sendMessage: (request: UiRequest) => {
        worker.asked.push(request.type);
        if (request.type === 'tab-trust') worker.hosts.push(request.host);
        return Promise.resolve({ report: null, ...worker.answer });
      },
    },
  },
}));

import { judgement } from '../../../src/ui/popup/judgement';
import { loadTexts } from '../../../src/ui/shared/i18n';
import { eachInWords } from '../in-words';
import { tabStatus } from './tab-status';

const settled = () => new Promise((done) => setTimeout(done));

/** The part of the popup in its page, and a press on one of its buttons. */
function shown(state: WatchState, host = 'bakery.test') {
  const told: (string | undefined)[] = [];
  const part = judgement(
    tabStatus({ tabId: 3, state, host }),
    (now) => void told.push(now.state),
    () => Promise.resolve(void told.push('drawn anew')),
  );
  document.body.replaceChildren(part);
  const press = async (id: string) => {
    const found = part.querySelector<HTMLButtonElement>(`#${id}`);
    if (!found) throw new Error(`There is no ${id}.`);
    found.click();
    await settled();
  };
  return { part, press, told, trusted: () => worker.asked.filter((type) => type === 'tab-trust').length };
}

beforeAll(() => loadTexts('en', ['common', 'errors', 'popup']));
beforeEach(() => void Object.assign(worker, { asked: [], hosts: [], answer: { ok: true } }));

describe('"stop warning me on this site" beside a warning', () => {
  it('asks once more, with the safe answer under the keyboard', async () => {
    const { part, press, trusted } = shown('warning');
    await press('safe');
    expect(trusted()).toBe(0);
    expect(part.textContent).toContain('Sangfroid will trust bakery.test from now on.');
    expect(document.activeElement?.id).toBe('safe-no');
    await press('safe-yes');
    expect(trusted()).toBe(1);
    expect(part.querySelector('.notice-good')?.textContent).toContain('Sangfroid now trusts bakery.test.');
    expect(part.querySelector('#safe-yes, #safe-no, #safe')).toBeNull();
  });

  eachInWords([
    [{ ok: true, state: 'trusted' }, ['trusted']],
    [{ ok: false, error: 'errors.locked' }, []],
  ])(
    'leaves the keyboard on what came of it, and the page is told anew: %s',
    async (_title, answer, news) => {
      worker.answer = answer;
      const { press, told } = shown('warning');
      await press('safe');
      await press('safe-yes');
      expect(document.activeElement?.querySelector('.notice')).not.toBeNull();
      expect(document.activeElement).not.toBe(document.body);
      const words = document.activeElement?.querySelector('p')?.textContent;
      expect(document.activeElement?.getAttribute('aria-label'), 'heard there').toBe(words);
      expect(document.activeElement?.closest('[role=status]'), 'heard once').toBeNull();
      expect(told).toEqual(news);
    },
  );

  it('trusts nothing on "no", and can be pressed again', async () => {
    const { press, trusted } = shown('warning');
    await press('safe');
    await press('safe-no');
    expect([trusted(), document.activeElement?.id]).toEqual([0, 'safe']);
    await press('safe');
    expect(document.activeElement?.id).toBe('safe-no');
  });

  it('says so where the organisation has set what is trusted', async () => {
    worker.answer = { ok: false, error: 'errors.locked' };
    const { part, press } = shown('warning');
    await press('safe');
    await press('safe-yes');
    expect(part.querySelector('.notice-care')?.textContent).toContain('Your organisation has set this.');
  });
});

describe('"this page is a scam"', () => {
  const told = (now?: string) => ({
    ok: true,
    state: 'watching',
    ...(now && { trust: { host: 'bakery.test', now } }),
  });

  it.each([
    ['over', 'Sangfroid no longer trusts bakery.test. You can close this tab now.', ['watching']],
    ['policy', 'Your organisation trusts bakery.test', []],
    ['kept', 'Your browser could not save this.', []],
  ])(
    'says what becomes of the trust in its site, and tells the page anew where it is over: %s',
    async (now, words, news) => {
      worker.answer = told(now);
      const { part, press, told: heard } = shown('trusted');
      await press('missed');
      expect(part.querySelector('.notice')?.textContent).toContain(words);
      expect(heard).toEqual(news);
    },
  );

  it('says nothing of trust where there was none', async () => {
    worker.answer = told();
    const { part, press, told: heard } = shown('watching');
    await press('missed');
    expect(part.querySelector('.notice-good')?.textContent).toContain(
      'Thank you. You can close this tab now.',
    );
    expect(heard).toEqual([]);
  });
});

describe('where the browser cannot keep the trust (a private window, a full disk)', () => {
  it('only says that it stays silent for now, as the next look at the popup does', async () => {
    worker.answer = { ok: true, state: 'paused' };
    const { part, press } = shown('watching');
    await press('safe');
    await press('safe-yes');
    expect(part.textContent).toContain('Sangfroid stays silent on bakery.test for now.');
    expect(part.textContent).not.toContain('now trusts');
  });
});

describe('elsewhere', () => {
  it('asks once more where no warning stands, too: a caller may ask for it, and says which site was read', async () => {
    const { press, trusted } = shown('watching');
    await press('safe');
    expect([trusted(), document.activeElement?.id]).toEqual([0, 'safe-no']);
    await press('safe-yes');
    expect([trusted(), worker.hosts]).toEqual([1, ['bakery.test']]);
  });

  it.each(['watching', 'warning'] as const)(
    'is drawn anew where another site has come since: %s',
    async (state) => {
      worker.answer = { ok: false, moved: true };
      const { part, press, told } = shown(state);
      await press('safe');
      await press('safe-yes');
      expect(told).toEqual(['drawn anew']);
      expect(part.textContent).not.toContain('trusts');
      expect(part.textContent).not.toContain('organisation');
    },
  );

  it('a page without a host cannot be trusted by it', () => {
    expect(shown('watching', '').part.querySelector('#safe')).toBeNull();
    expect(shown('warning', '').part.querySelector('#safe')).toBeNull();
  });
});
