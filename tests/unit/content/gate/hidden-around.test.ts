// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { documentState } from '../../../../src/content/document-state';
import { longText, readText } from '../../../../src/content/gate/read-text';
import { scanGlued } from '../../../../src/detection/scan-gate';
import { TAKEN } from '../../../../src/messages/content-messages';
import { sweepTimers, useOwnTime } from '../own-time';
import { show, type Tree } from '../tree';

const sent: { type: string }[] = [];
const runtime = {
  id: 'extension',
  sendMessage: (message: { type: string }) => {
    sent.push(message);
    documentState().onChange ??= () => undefined;
    return Promise.resolve(TAKEN);
  },
  onMessage: { addListener: () => undefined },
};
vi.stubGlobal('chrome', { runtime });
const { Gate } = await import('../../../../src/content/gate/gate');

const SCAM = 'Windows Defender: your computer is infected. Call support 1-888-555-0142';
const PROSE = 'The river runs past the old mill. ';
/** What a style can hide: the gate asks for none. */
const aside = (characters: number): Tree => [
  'section',
  ...Array.from({ length: characters / PROSE.length }, (): Tree => ['p', PROSE]),
];

beforeEach(() => {
  useOwnTime();
  // A look is limited by time, too, which a busy machine would use up.
  vi.spyOn(performance, 'now').mockReturnValue(0);
  sent.length = 0;
});
afterEach(() => {
  documentState().obey?.('stand-down');
  Reflect.deleteProperty(globalThis, Symbol.for('sf-frame'));
  sweepTimers();
  vi.restoreAllMocks();
});

/** Whether a gate over the page asks for the detector. */
async function opens(): Promise<boolean> {
  new Gate();
  await vi.advanceTimersByTimeAsync(3_000);
  return sent.some(({ type }) => type === 'gate');
}

describe('words that much stands around which nobody sees', () => {
  it('are read by the gate where the text as a whole tells of them', async () => {
    show(['script', 'one = 1'], aside(11_000), ['p', SCAM], aside(6_000));
    expect(scanGlued(longText() ?? '')).toBe(true);
    expect(readText().text).not.toContain(SCAM);
    expect(await opens()).toBe(true);
  });

  it('are not where the whole is too long to be tried: only the detector reads them then', async () => {
    show(['script', 'one = 1'], aside(20_000), ['p', SCAM], aside(6_000));
    expect(longText()).toBeNull();
    expect(await opens()).toBe(false);
  });
});
