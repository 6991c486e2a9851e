import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../src/messages/ui-messages';

const { ask, get } = vi.hoisted(() => ({ ask: vi.fn(), get: vi.fn() }));
vi.mock('../../../src/browser/api', () => ({ browser: { tabs: { get } } }));
vi.mock('../../../src/ui/shared/ask', () => ({ ask }));
vi.mock('../../../src/ui/warning/own-tab', () => ({ toGuide: vi.fn() }));

import { caseNow, closeKnown } from '../../../src/ui/warning/known-case';

const told = { id: 'case-1', tabId: 7, state: 'warned', host: 'scam.example' } as Case;
const PAGE = { id: 7, url: 'https://scam.example/alert' };
const BANK = { id: 7, url: 'https://bank.example/' };

beforeEach(() => {
  ask.mockReset();
  get.mockReset().mockResolvedValue(PAGE);
});

describe('how a case stands', () => {
  it('is what the background says', async () => {
    ask.mockResolvedValue({ ...told, state: 'closed' });
    expect((await caseNow('case-1', told))?.state).toBe('closed');
  });

  it('is unknown where nobody ever knew it', async () => {
    ask.mockResolvedValue(null);
    expect(await caseNow('case-1', null)).toBeNull();
  });

  it('is what was said last, where the background has forgotten it or does not answer', async () => {
    ask.mockResolvedValue(null);
    expect(await caseNow('case-1', told)).toEqual(told);
    ask.mockRejectedValue(new Error('no answer'));
    expect(await caseNow('case-1', told)).toEqual(told);
  });

  it('is closed where the tab has gone meanwhile', async () => {
    ask.mockResolvedValue(null);
    get.mockRejectedValue(new Error('no tab'));
    expect((await caseNow('case-1', told))?.state).toBe('closed');
  });
});

describe('a forgotten case whose tab shows another site by now', () => {
  beforeEach(() => get.mockResolvedValue(BANK));

  it('is closed', async () => {
    ask.mockResolvedValue(null);
    expect((await caseNow('case-1', told))?.state).toBe('closed');
  });

  it('has that site left alone', async () => {
    ask.mockResolvedValue({ ok: false, error: 'errors.unknownCase' });
    expect(await closeKnown(told)).toBe('case-1');
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is there all the same in a private window, of which no site is kept', async () => {
    ask.mockResolvedValue(null);
    expect((await caseNow('case-1', { ...told, host: '' }))?.state).toBe('warned');
  });
});

describe('closing what was warned of', () => {
  it('asks for the case', async () => {
    ask.mockResolvedValue({ ok: true });
    expect(await closeKnown(told)).toBe('case-1');
    expect(ask.mock.calls).toEqual([[{ type: 'case-close', caseId: 'case-1' }]]);
  });

  it('asks for the tab, where the background has forgotten the case', async () => {
    ask.mockResolvedValueOnce({ ok: false, error: 'errors.unknownCase' });
    ask.mockResolvedValueOnce({ ok: true, caseId: 'case-2' });
    expect(await closeKnown(told)).toBe('case-2');
    expect(ask).toHaveBeenLastCalledWith({ type: 'tab-close', tabId: 7 });
  });

  it('asks for no other tab where the page holds on', async () => {
    ask.mockResolvedValue({ ok: false, error: 'errors.stuck' });
    expect(await closeKnown(told)).toBeNull();
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
