// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UiRequest } from '../../../src/messages/ui-messages';
import type { PageOptions } from '../../../src/ui/shared/page';

const world = vi.hoisted(() => ({
  status: 'complete',
  answers: [] as string[],
  removed: [] as number[],
  /** Before this (ms since 1970) a screen that has just changed takes no careful press. */
  settlesAt: 0,
  /** The window has the focus: without it no risky press counts. */
  focused: true,
  /** The worker does not answer. */
  silent: false,
}));
vi.mock('../../../src/browser/api', () => ({
  browser: {
    runtime: {
      getURL: (path: string) => path,
      sendMessage: (request: UiRequest) => {
        if (request.type === 'guard-answer') world.answers.push(request.answer);
        return world.silent ? new Promise(() => undefined) : Promise.resolve({ ok: true });
      },
    },
    tabs: {
      getCurrent: () => Promise.resolve({ id: 4, windowId: 1, status: world.status }),
      query: () => Promise.resolve([{ id: 3 }, { id: 4 }]),
      remove: (id: number) => Promise.resolve(void world.removed.push(id)),
    },
  },
}));
vi.mock('../../../src/ui/shared/careful-press', () => ({
  careful: (kind: 'safe' | 'risky', act: () => unknown) => () =>
    Date.now() < world.settlesAt || (kind === 'risky' && !world.focused) ? undefined : act(),
  settleAgain: () => void (world.settlesAt = Date.now() + SETTLE_MS),
  watchSight: () => undefined,
}));
const shown = vi.hoisted(() => ({ options: null as PageOptions | null }));
vi.mock('../../../src/ui/shared/page', () => ({
  startPage: (options: PageOptions) => void (shown.options = options),
}));

const SETTLE_MS = 600;

const FILE = 'https://files.example/AnyDesk.exe';
const ASKED = `?program=AnyDesk&address=${encodeURIComponent(FILE)}`;
/** Long enough for a document to come, had it been one. */
const LATER_MS = 2_000;

/** The guard's page at a query, drawn in English. */
async function open(query: string): Promise<void> {
  vi.resetModules();
  window.history.replaceState(null, '', query);
  const { loadTexts } = await import('../../../src/ui/shared/i18n');
  await loadTexts('en', ['common', 'errors', 'guard']);
  await import('../../../src/ui/guard/guard');
  const draw = (): Promise<void> => {
    document.body.replaceChildren(document.createElement('main'));
    const page = { redraw: draw };
    shown.options?.render(document.body.firstElementChild as HTMLElement, page as never); // what it reads of the page
    return Promise.resolve();
  };
  await draw();
}

async function press(id: string): Promise<void> {
  document.getElementById(id)?.click();
  await vi.advanceTimersByTimeAsync(50);
}

const back = vi.spyOn(window.history, 'back').mockImplementation(() => undefined);
const length = vi.spyOn(window.history, 'length', 'get');

beforeEach(() => {
  Object.assign(world, {
    status: 'complete',
    answers: [],
    removed: [],
    settlesAt: 0,
    focused: true,
    silent: false,
  });
  back.mockClear();
  length.mockReturnValue(2);
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe('the question before a remote-control program', () => {
  it('tells of a scam met not long ago only where one was met', async () => {
    await open(ASKED);
    expect(document.body.textContent).not.toContain('not long ago');
    expect(document.body.textContent).toContain('Scammers often ask for this.');
    await open(`${ASKED}&why=met`);
    expect(document.body.textContent).toContain('You met a scam page not long ago.');
  });

  it('is spoken with its reason, and before a link with the name of its site', async () => {
    const described = () => document.querySelector('[role=alertdialog]')?.getAttribute('aria-describedby');
    await open(ASKED);
    expect(described()).toBe('why');
    await open(`?careful=1&address=${encodeURIComponent('https://town-hall.example/news')}`);
    expect(described()).toBe('host why');
    expect(document.getElementById('host')?.textContent).toBe('town-hall.example');
  });
});

describe('after "No, go on"', () => {
  it('goes back where a file came and no page', async () => {
    await open(ASKED);
    await press('guard-no');
    expect(world.answers).toEqual(['go-on']);
    expect(back).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(LATER_MS);
    expect(back).toHaveBeenCalledTimes(1);
    expect(world.removed).toEqual([]);
  });

  it('closes its own tab where there is nothing to go back to', async () => {
    length.mockReturnValue(1);
    await open(ASKED);
    await press('guard-no');
    await vi.advanceTimersByTimeAsync(LATER_MS);
    expect([world.removed, back.mock.calls.length]).toEqual([[4], 0]);
  });

  it('the same after "Open it carefully"', async () => {
    await open(`?careful=1&address=${encodeURIComponent(FILE)}`);
    await press('careful-open');
    await vi.advanceTimersByTimeAsync(LATER_MS);
    expect([world.answers, back.mock.calls.length]).toEqual([['carefully'], 1]);
  });

  it('waits for a slow site as long as it is on its way', async () => {
    world.status = 'loading';
    await open(ASKED);
    await press('guard-no');
    await vi.advanceTimersByTimeAsync(5 * LATER_MS);
    expect(back).not.toHaveBeenCalled();
    world.status = 'complete';
    await vi.advanceTimersByTimeAsync(LATER_MS);
    expect(back).toHaveBeenCalledTimes(1);
  });

  it('stays where the person says meanwhile that someone is on the phone, until they say otherwise', async () => {
    await open(ASKED);
    await press('guard-no');
    await press('guard-yes');
    await vi.advanceTimersByTimeAsync(2 * LATER_MS);
    expect(back).not.toHaveBeenCalled();
    expect(document.body.textContent).toContain('Hang up now.');
    await press('guard-wrong');
    await vi.advanceTimersByTimeAsync(LATER_MS);
    expect(back).toHaveBeenCalledTimes(1);
  });
});

describe('"Yes, someone is asking me" after "No, go on"', () => {
  it('stops the page that is on its way, first of all, and has another one take its place', async () => {
    const stop = vi.spyOn(window, 'stop').mockImplementation(() => void world.answers.push('stopped'));
    await open(ASKED);
    await press('guard-no');
    const replace = vi.fn();
    vi.stubGlobal('location', { search: ASKED, replace });
    await press('guard-yes');
    vi.unstubAllGlobals();
    stop.mockRestore();
    expect(world.answers).toEqual(['go-on', 'stopped', 'stop']);
    const [next] = replace.mock.calls[0] as [string];
    const { readRequest } = await import('../../../src/ui/guard/request');
    expect(readRequest(next)).toMatchObject({ address: FILE, program: 'AnyDesk', said: true });
  });

  it('waits for no worker that has to wake up first', async () => {
    await open(ASKED);
    await press('guard-no');
    const replace = vi.fn();
    vi.stubGlobal('location', { search: ASKED, replace });
    world.silent = true;
    await press('guard-yes');
    await vi.advanceTimersByTimeAsync(150);
    vi.unstubAllGlobals();
    expect(replace).toHaveBeenCalledTimes(1);
  });

  it('stays on its page where nothing is on its way', async () => {
    await open(ASKED);
    const replace = vi.fn();
    vi.stubGlobal('location', { search: ASKED, replace });
    await press('guard-yes');
    await vi.advanceTimersByTimeAsync(LATER_MS);
    vi.unstubAllGlobals();
    expect(replace).not.toHaveBeenCalled();
  });

  it('the page that takes its place says to hang up, and tells the worker once more', async () => {
    await open(`${ASKED}&said=yes`);
    await vi.advanceTimersByTimeAsync(50);
    expect(document.body.textContent).toContain('Hang up now.');
    expect(world.answers).toEqual(['stop']);
  });
});

describe('what goes on to the program or the link', () => {
  it.each([
    [ASKED, 'guard-no', 'go-on'],
    [`?careful=1&address=${encodeURIComponent(FILE)}`, 'careful-open', 'carefully'],
  ])('%s: takes no press that a page could have won, or that came too soon', async (query, id, answer) => {
    await open(query);
    world.settlesAt = Date.now() + SETTLE_MS;
    await press(id);
    expect(world.answers).toEqual([]);
    world.settlesAt = 0;
    await press(id);
    expect(world.answers).toEqual([answer]);
  });
});

describe('a link that is opened carefully', () => {
  const CAREFUL = `?careful=1&address=${encodeURIComponent('https://town-hall.example/news')}`;

  it('is not, unless the person says so: not to open it comes first, large, and has the keyboard', async () => {
    await open(CAREFUL);
    const buttons = [...document.querySelectorAll('button')];
    expect(buttons.map(({ id }) => id)).toEqual(['careful-leave', 'careful-open']);
    expect(buttons.map(({ classList }) => classList.contains('button-main'))).toEqual([true, false]);
    expect(document.activeElement?.id).toBe('careful-leave');
    await press('careful-leave');
    expect([world.removed, world.answers]).toEqual([[4], []]);
  });

  it('takes a press of the risky kind to open, and none that came too soon to close', async () => {
    await open(CAREFUL);
    world.focused = false;
    await press('careful-open');
    expect(world.answers).toEqual([]);
    world.settlesAt = Date.now() + SETTLE_MS;
    await press('careful-leave');
    expect(world.removed).toEqual([]);
    world.settlesAt = 0;
    await press('careful-leave');
    expect(world.removed, 'to close it needs no focus').toEqual([4]);
  });
});

describe('what the page is asked to guard', () => {
  const read = async (query: string) => (await import('../../../src/ui/guard/request')).readRequest(query);
  const at = (address: string) => `?address=${encodeURIComponent(address)}`;

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///C:/Windows',
    'chrome-extension://sangfroid/src/ui/guide/guide.html',
    'https://',
    ' nothing',
    '',
  ])('is no address but one of the web: %s', async (address) => {
    expect((await read(`${at(address)}&careful=1`)).address).toBeNull();
    expect((await read(`${at(address)}&careful=1`)).careful, 'nothing to open carefully').toBe(false);
    await open(`${at(address)}&careful=1`);
    expect(document.getElementById('guard-no'), 'there is nothing to go on to').toBeNull();
    expect(document.getElementById('careful-open')).toBeNull();
    expect(document.getElementById('guard-yes')).not.toBeNull();
  });

  it('is read whole, the name of the program within its limit', async () => {
    const query = `${at(FILE)}&program=${'x'.repeat(500)}&why=met`;
    const program = 'x'.repeat(60);
    expect(await read(query)).toEqual({ address: FILE, program, met: true, careful: false, said: false });
    expect(await read('')).toEqual({ address: null, program: '', met: false, careful: false, said: false });
  });
});

describe('a double click on "Yes, someone is asking me"', () => {
  it('does not go on to the program', async () => {
    await open(ASKED);
    await press('guard-yes');
    await press('guard-wrong');
    expect(world.answers).toEqual(['stop']);
    await vi.advanceTimersByTimeAsync(SETTLE_MS);
    await press('guard-wrong');
    expect(world.answers).toEqual(['stop', 'go-on']);
  });

  it('does not take "Hang up now." away before it was read; a press of its own leads to the guide', async () => {
    await open(ASKED);
    await press('guard-yes');
    const replace = vi.fn();
    vi.stubGlobal('location', { replace });
    const guide = document.getElementById('guard-guide');
    guide?.dispatchEvent(new MouseEvent('click', { detail: 2 }));
    await vi.advanceTimersByTimeAsync(50);
    expect(replace).not.toHaveBeenCalled();
    guide?.dispatchEvent(new MouseEvent('click', { detail: 1 }));
    await vi.advanceTimersByTimeAsync(50);
    vi.unstubAllGlobals();
    expect(replace.mock.calls).toEqual([['src/ui/guide/guide.html']]);
  });
});
