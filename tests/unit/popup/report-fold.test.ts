// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LocalReport, UiRequest, WatchState } from '../../../src/messages/ui-messages';

const worker = vi.hoisted(() => ({ asked: [] as string[], report: null as LocalReport | null }));
vi.mock('../../../src/browser/api', () => ({
  browser: {
    runtime: {
      sendMessage: ({ type }: UiRequest) => {
        worker.asked.push(type);
        return Promise.resolve({ ok: true, report: worker.report });
      },
    },
  },
}));

import { judgement } from '../../../src/ui/popup/judgement';
import { loadTexts } from '../../../src/ui/shared/i18n';
import { tabStatus } from './tab-status';

const MISTAKE: LocalReport = { kind: 'mistake', madeAt: '2026-01-01T00:00:00.000Z', version: '0', facts: {} };
const status = (state: WatchState) => tabStatus({ tabId: 3, host: 'bakery.test', state });
const redraw = () => Promise.resolve();
const settled = () => new Promise((done) => setTimeout(done));
const shown = (part: HTMLElement) => part.querySelector('textarea')?.value ?? '';

beforeAll(() => loadTexts('en', ['common', 'errors', 'popup']));
beforeEach(() => void Object.assign(worker, { asked: [], report: null }));

describe('the report of a mistake in the popup', () => {
  it('is shown as soon as the person says that the page is safe', async () => {
    worker.report = MISTAKE;
    const part = judgement(status('warning'), () => undefined, redraw);
    await settled();
    expect(worker.asked, 'nothing was called a mistake yet').toEqual([]);
    part.querySelector<HTMLButtonElement>('#safe')?.click();
    part.querySelector<HTMLButtonElement>('#safe-yes')?.click();
    await settled();
    expect(worker.asked, 'trusted, and asked how that stands').toEqual(['tab-trust', 'tab-status']);
    expect(JSON.parse(shown(part))).toEqual(MISTAKE);
  });

  it.each(['trusted', 'watching'] as const)('is offered again on that site: %s', async (state) => {
    worker.report = MISTAKE;
    const part = judgement(status(state), () => undefined, redraw);
    await settled();
    expect(worker.asked).toEqual(['tab-mistake']);
    expect(shown(part)).toContain('"kind": "mistake"');
    expect(part.querySelector('details')?.open, 'folded away').toBe(false);
  });

  it('is not there where there was none', async () => {
    const part = judgement(status('trusted'), () => undefined, redraw);
    part.querySelector<HTMLButtonElement>('#safe')?.click();
    await settled();
    expect(part.querySelector('textarea')).toBeNull();
  });
});
