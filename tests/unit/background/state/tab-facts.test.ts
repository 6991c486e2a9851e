import { expect, it, vi } from 'vitest';

vi.mock('../../../../src/browser/api', () => ({ browser: {} }));
const { newFrame } = await import('../../../../src/background/state/documents');
const { tabFacts } = await import('../../../../src/background/state/tab-facts');
const { factsOfUnreadFrame } = await import('../../../../src/detection/frames/unread-frame');
const { loadRules } = await import('../../../../src/detection/phrases/rules');

const row = (count: number, firstAt: number, lastAt: number) => ({ count, unasked: 0, firstAt, lastAt });

it('takes of each act what was counted last: told by itself, or with the words', () => {
  const read = { confirm: row(1, 20, 20), history: row(2, 50, 60), print: row(1, 5, 5) };
  const told = { confirm: row(2, 20, 30), history: row(40, 10, 40), alert: row(1, 9, 9) };
  const page = { top: true, address: 'https://mail.test/', title: '', acts: read, actTexts: [], area: 1 };
  const facts = factsOfUnreadFrame(page, loadRules());
  const frame = { ...newFrame('d', page.address), acts: told, facts };
  const state = { frames: { 0: frame }, opened: [], documents: [], openedBy: null, silentFor: 0 };
  const [top] = tabFacts(state as unknown as Parameters<typeof tabFacts>[0], 100).frames; // all that it reads
  expect(top?.acts).toEqual({
    confirm: told.confirm,
    history: read.history,
    print: read.print,
    alert: told.alert,
  });
});
