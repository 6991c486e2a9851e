// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ASKED, FILE, open, press, SETTLE_MS, startWorld, world } from './guard-screen';

beforeEach(startWorld);
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
