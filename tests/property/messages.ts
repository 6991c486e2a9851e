import { emptyLooks, emptyStructure } from '../../src/detection/frames/empty-facts';
import type { FrameFacts } from '../../src/detection/facts';
import type { ContentEnvelope } from '../../src/messages/content-messages';
import type { UiRequest } from '../../src/messages/ui-messages';

const facts: FrameFacts = {
  top: true,
  address: 'https://one.example/',
  title: 'One',
  language: 'en',
  acts: { alert: { count: 2, unasked: 1, firstAt: 5, lastAt: 9 } },
  actTexts: ['Hello'],
  words: {
    concepts: [{ concept: 'infected', language: 'en', count: 1, prominence: 0.5 }],
    brands: [{ id: 'microsoft', count: 1, prominence: 1 }],
    phones: [{ shown: '555-0101', digits: '5550101', count: 1, prominence: 1, fromAddress: false, nearCall: true }], // prettier-ignore
    codes: ['ER-77'],
    length: 100,
    threatShare: 0.2,
    addressCall: false,
    addressSays: ['advice'],
    wording: -0.4,
  },
  looks: emptyLooks(),
  structure: emptyStructure(),
  area: 1,
  excerpt: 'Hello',
};

/** One valid message of each kind that a content script sends. */
export const CONTENT_MESSAGES: readonly ContentEnvelope[] = [
  { type: 'act', doc: 'd', act: 'alert', detail: 'text', at: 1, unasked: true, count: 1, title: 'title' },
  { type: 'gate', doc: 'd', title: 'title', referrer: '', text: 'text' },
  { type: 'facts', doc: 'd', facts },
  { type: 'beat', doc: 'd', visible: true },
];

/** One valid request of each kind that a page of ours makes. */
export const UI_REQUESTS: readonly UiRequest[] = [
  { type: 'case-get', caseId: 'c' },
  { type: 'case-close', caseId: 'c' },
  { type: 'case-mistake', caseId: 'c' },
  { type: 'case-reopen', caseId: 'c' },
  { type: 'case-clean-up', caseId: 'c' },
  { type: 'case-delete-downloads', caseId: 'c', ids: [1, 2] },
  { type: 'guide-case' },
  { type: 'journal-deleted', entry: 1 },
  { type: 'journal-deleted', entry: null },
  { type: 'held-back-open', address: 'https://one.example/', agreed: false },
  { type: 'tab-status', tabId: 3 },
  { type: 'tab-answers', tabId: 3 },
  { type: 'tab-close', tabId: 3 },
  { type: 'tab-trust', tabId: 3, host: 'one.example' },
  { type: 'tab-missed', tabId: 3 },
  { type: 'tab-mistake', tabId: 3 },
  { type: 'pause', scope: 'site', tabId: 3, host: 'one.example' },
  { type: 'pause-end' },
  { type: 'guard-answer', address: 'https://one.example/', answer: 'go-on', tabId: 3 },
];
