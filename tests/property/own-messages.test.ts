// @vitest-environment jsdom
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ACT_NAMES, type ActName } from '../../src/detection/facts';
import { CLAIM_ATTRIBUTE, CLAIM_EVENT, HELLO_EVENT } from '../../src/messages/page-bridge';
import { asContentMessage } from '../../src/messages/validate';
import { documentState } from '../../src/content/document-state';

/** What our own scripts send must never be refused: a page would go unread by making one field too long. */
const sent: { type: string; doc: string }[] = [];
const sendMessage = (message: { type: string; doc: string }): void => void sent.push(message);
vi.stubGlobal('chrome', { runtime: { id: 'extension', sendMessage, onMessage: { addListener: () => {} } } });
// All is said at once here; looks and beats that come later would find the document of this test taken down.
vi.stubGlobal('AbortSignal', { timeout: () => ({ onabort: null }) });
const { Gate } = await import('../../src/content/gate/gate');
const { Detector } = await import('../../src/content/detector/detector');

/** Every word of every language that tells something, thousands of numbers, codes and names. */
const PACKS = 'rules/packs';
const EVERYTHING = readdirSync(PACKS).map((name) => readFileSync(`${PACKS}/${name}`, 'utf8').replace(/[^\p{L}\s'-]/gu, ' ')); // prettier-ignore
const PHONES = Array.from({ length: 300 }, (_, index) => `Call support now: +1 (888) 555-${1_000 + index}.`);
const CODES = Array.from({ length: 300 }, (_, index) => `Error code: 0x80${index}DEAD${'F'.repeat(80)}`);

const hugeText = fc.oneof(
  fc.constantFrom(...EVERYTHING, PHONES.join('\n'), CODES.join('\n'), `+${'1 888 555 0142 '.repeat(2_000)}`),
  fc.constantFrom('\u200b'.repeat(20_000), 'x'.repeat(200_000), '\ud83d'.repeat(5_000), '7'.repeat(9_000)),
  fc.string({ unit: 'binary', maxLength: 3_000 }),
  fc.string({ maxLength: 50 }),
);
const hugeNumber = fc.oneof(fc.double(), fc.constantFrom(1e308, -1, 0, 2 ** 53, NaN));

interface Page {
  title: string;
  referrer: string;
  language: string;
  size: string;
  texts: string[];
  claims: { act: ActName; detail: string; count: number }[];
}
const page: fc.Arbitrary<Page> = fc.record({
  title: hugeText,
  referrer: hugeText,
  language: hugeText,
  size: fc.constantFrom('1e38px', '-5px', 'calc(infinity * 1px)', '2em', 'x'),
  texts: fc.array(hugeText, { maxLength: 4 }),
  claims: fc.array(fc.record({ act: fc.constantFrom(...ACT_NAMES), detail: hugeText, count: hugeNumber }), {
    maxLength: 6,
  }),
});

const from = { referrer: '' };
Object.defineProperty(Document.prototype, 'referrer', { get: () => from.referrer });

function show({ title, referrer, language, size, texts }: Page): void {
  from.referrer = referrer;
  document.title = title;
  document.documentElement.setAttribute('lang', language);
  const boxes = texts.map((text) => {
    const box = document.createElement('p');
    box.textContent = text;
    box.style.cssText = `position: fixed; font-size: ${size}; width: ${size}`;
    box.setAttribute('aria-label', text);
    return box;
  });
  document.body.replaceChildren(...boxes);
}

/** jsdom lays nothing out, and has no styles of pseudo-elements: every box stands at every point. */
const atPoint = (): Element[] => [...document.body.children, document.body, document.documentElement];
Object.assign(Document.prototype, {
  elementsFromPoint: atPoint,
  elementFromPoint: () => atPoint()[0] ?? null,
});

const styleOf = getComputedStyle;
vi.stubGlobal('getComputedStyle', (element: Element) => styleOf(element));

/** All that gate and detector say about a page. */
function heard(of: Page): unknown[] {
  sent.length = 0;
  Reflect.deleteProperty(globalThis, Symbol.for('sf-frame'));
  show(of);
  let channel: EventTarget | null = null;
  const take = (event: Event): void => void (channel = (event as FocusEvent).relatedTarget);
  addEventListener(HELLO_EVENT, take, { once: true });
  new Gate();
  for (const claim of of.claims) {
    (channel as Element | null)?.setAttribute(CLAIM_ATTRIBUTE, JSON.stringify(claim));
    (channel as EventTarget | null)?.dispatchEvent(new Event(CLAIM_EVENT));
  }
  documentState().obey?.('look-again');
  new Detector().start();
  documentState().obey?.('stand-down');
  return [...sent];
}

describe('what gate and detector say', () => {
  it('is never refused by the worker, whatever the page is like', () => {
    let facts = 0;
    fc.assert(
      fc.property(page, (one) => {
        const messages = heard(one);
        for (const message of messages) expect(asContentMessage(message), JSON.stringify(message)).not.toBeNull(); // prettier-ignore
        facts += messages.filter((message) => (message as { type: string }).type === 'facts').length;
        expect(messages.some((message) => (message as { type: string }).type === 'gate')).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(facts, 'the detector read most of them').toBeGreaterThan(30);
  }, 120_000);
});
