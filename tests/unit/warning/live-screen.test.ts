// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../src/messages/ui-messages';
import type { Page } from '../../../src/ui/shared/page';

vi.mock('../../../src/browser/api', () => ({ browser: { runtime: { getURL: (path: string) => path } } }));
const { toGuide } = vi.hoisted(() => ({ toGuide: vi.fn() }));
vi.mock('../../../src/ui/warning/own-tab', () => ({ toGuide, closeWarning: vi.fn() }));
vi.mock('../../../src/ui/warning/known-case', () => ({
  closeKnown: () => Promise.resolve(null),
  closeScam: vi.fn(),
}));
vi.mock('../../../src/ui/shared/careful-press', () => ({
  careful: (_kind: string, act: () => unknown) => act,
  settleAgain: () => undefined,
}));

import { loadTexts } from '../../../src/ui/shared/i18n';
import { liveScreen } from '../../../src/ui/warning/live-screen';
import { eachInWords } from '../in-words';

const CASE = {
  id: 'case-1',
  host: 'scam.example',
  reasons: [],
  injectedIntoHonestSite: false,
} as unknown as Case; // what the screen reads

interface Desk {
  name: string;
  phone: string;
  address: string;
}

/** The warning's screen, in English unless told otherwise. */
async function screen(
  desk: Partial<Desk> = {},
  change: Partial<Case> = {},
  language = 'en',
  trustedPerson = { name: '', phone: '' },
): Promise<HTMLElement> {
  await loadTexts(language, ['common', 'errors', 'warning']);
  const page = {
    settings: { trustedPerson },
    policy: { helpdesk: { name: '', phone: '', address: '', ...desk }, locked: [] },
  } as unknown as Page; // what the screen reads
  document.body.replaceChildren(
    ...(liveScreen({ ...CASE, ...change }, page, () => undefined) as Node[]).filter(Boolean).flat(),
  );
  return document.body;
}

beforeEach(() => void toGuide.mockClear());

describe('"I already called, let them in or paid"', () => {
  it('opens the guide where it asks which of these: their steps differ', async () => {
    const shown = await screen();
    shown.querySelector<HTMLButtonElement>('#called')?.click();
    await vi.waitFor(() => expect(toGuide).toHaveBeenCalledTimes(1));
    expect(toGuide.mock.calls[0]).toEqual(['case-1']);
  });
});

describe('the helpdesk on the warning', () => {
  const line = async (desk: Partial<Desk>) => (await screen(desk)).querySelector('.helpdesk')?.textContent;

  eachInWords<[Partial<Desk>, string | undefined]>([
    [{}, undefined],
    [{ name: 'Help', phone: '555-0101' }, 'At work? Call Help: 555-0101'],
    [{ name: 'Help', phone: '555-0101', address: 'Room 2' }, 'At work? Call Help: 555-0101 · Room 2'],
    [{ phone: '555-0101' }, 'Your helpdesk · 555-0101'],
    [{ name: 'Help', address: 'Room 2' }, 'Your helpdesk · Help · Room 2'],
  ])('says what is known of it: %s', async (_title, desk, said) => {
    expect(await line(desk)).toBe(said);
  });

  it('comes before the trusted person, as large', async () => {
    const julie = { name: 'Julie', phone: '555-0142' };
    const shown = await screen({ name: 'Help', phone: '555-0101' }, {}, 'en', julie);
    const [first, second, ...more] = [...shown.querySelectorAll('.person')].map((one) => one.textContent);
    expect(first).toContain('Help: 555-0101');
    expect(second).toContain('Julie');
    expect(more).toEqual([]);
  });
});

describe('a page whose site is not known, or has no name', () => {
  const PRIVATE = { host: '', incognito: true };

  it.each(readdirSync('src/texts'))('puts no other words in the place of its name: %s', async (language) => {
    const { 'warning.mistake.thisPage': thisPage = '', 'warning.injected.noHost': whole } = JSON.parse(
      readFileSync(`src/texts/${language}/warning.json`, 'utf8'),
    ) as Record<string, string>; // our own flat file
    const shown = await screen({}, { ...PRIVATE, injectedIntoHonestSite: true }, language);
    const said = shown.querySelector('#reassurance')?.textContent ?? '';
    expect(said).toContain(whole);
    expect(said).not.toContain(thisPage);
  });

  eachInWords<[Partial<Case>, string, string]>([
    [{ incognito: false }, 'from now on', 'may warn you again'],
    [{ incognito: false, host: '' }, 'may warn you again', 'from now on'],
    [PRIVATE, 'keeps nothing from private windows', 'from now on'],
  ])('is trusted no longer than it is said to be: %s', async (_title, change, said, unsaid) => {
    const shown = await screen({}, change);
    shown.querySelector<HTMLButtonElement>('#mistake')?.click();
    const explained = shown.querySelector('#mistake-explain')?.textContent;
    expect(explained).toContain(said);
    expect(explained).not.toContain(unsaid);
  });
});
