// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Incident } from '../../../src/storage/incident';
import { exampleIncident } from '../storage/incident-example';

vi.mock('../../../src/browser/api', () => ({
  browser: { runtime: { getManifest: () => ({ version: '0.0.0' }) } },
}));
vi.mock('../../../src/storage/incidents', () => ({}));
const saved = vi.hoisted(() => ({ text: '' }));
vi.mock('../../../src/ui/shared/save-file', () => ({
  saveFile: (_name: string, _type: string, text: string) => void (saved.text = text),
}));

import { entryScreen } from '../../../src/ui/journal/entry-screen';
import { reportScreen } from '../../../src/ui/journal/report-screen';
import { h } from '../../../src/ui/shared/h';
import { loadTexts, t } from '../../../src/ui/shared/i18n';

beforeAll(() => loadTexts('en', ['common', 'journal', 'report', 'reasons']));

const PRETENDED = 'showed a false message';
const GENUINE = 'This site is real.';
const reasons = [{ id: 'wants-call.plain', weight: 2 }];

const sheet = (change: Partial<Incident>): string =>
  h('div', null, reportScreen(exampleIncident(change))).textContent;

describe('what a report says of the page', () => {
  it.each<[string, boolean, Partial<Incident>]>([
    ['a fake alert', true, { reasons }],
    ['a page the person called a mistake', false, { reasons, closedBy: 'mistake' }],
    ['a page that only the person wanted gone', false, { reasons: [] }],
    [
      'a page of which nothing speaks for a scam',
      false,
      { reasons: [{ id: 'wants-call.plain', weight: -2 }] },
    ],
    ['a genuine site with a number put into it', false, { reasons, injectedIntoHonestSite: true }],
  ])('%s: that it pretended a danger, in its title too: %s', (_what, said, change) => {
    expect(sheet(change).includes(PRETENDED)).toBe(said);
    expect(sheet(change).includes(t('report.title'))).toBe(said);
  });

  it('names the number whole: the police and the bank need it', () => {
    const number = '+1 800 555-0134';
    const called = exampleIncident({
      phones: [],
      reasons: [{ id: 'wants-call', weight: 2, values: { phone: number } }],
    });
    for (const shown of [entryScreen(called, () => undefined), reportScreen(called)])
      expect(h('div', null, shown).textContent).toContain(number);
  });

  it('stands on top of the text file too', () => {
    const shown = h('div', null, reportScreen(exampleIncident({ reasons, closedBy: 'mistake' })));
    shown.querySelector<HTMLElement>('#save-text')?.click();
    expect(saved.text).toMatch(/^Report about a web page\n/);
  });

  it('of a genuine site it says that it is one, as the entry does', () => {
    const genuine = exampleIncident({ reasons, injectedIntoHonestSite: true });
    const entry = h(
      'div',
      null,
      entryScreen(genuine, () => undefined),
    ).textContent;
    for (const shown of [entry, sheet(genuine)]) expect(shown).toContain(GENUINE);
    expect(sheet({ reasons })).not.toContain(GENUINE);
  });
});

describe('a page that only the person wanted gone', () => {
  const own = exampleIncident({ reasons: [], closedBy: 'key', screenshot: 'data:image/jpeg;base64,AAAA' });

  it('is called a scam neither on its entry, nor by the words for its picture, nor on the list', () => {
    const entry = h(
      'div',
      null,
      entryScreen(own, () => undefined),
    );
    expect(entry.textContent).toContain('You closed it yourself.');
    expect(entry.textContent).not.toContain('scam');
    for (const shown of [entry, h('div', null, reportScreen(own))])
      expect(shown.querySelector('img')?.alt).toBe('The page as it was on your screen.');
    expect(t('journal.lead')).not.toContain('Scam');
  });
});
