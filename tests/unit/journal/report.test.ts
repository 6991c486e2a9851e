import { describe, expect, it, vi } from 'vitest';
import { fragmentOf, readPlace, type Place } from '../../../src/ui/journal/place';
import { reportFileName, reportJson, reportLines, reportText } from '../../../src/ui/journal/report-facts';
import { exampleIncident } from '../storage/incident-example';

const words = {
  t: (key: string) => key.replace('journal.', ''),
  when: (at: number) => `at ${at}`,
  ending: 'closed',
  reasons: ['It shows a number.'],
};
const notes = { caller: 'Sam', amounts: '', program: 'X\nY', otherNumbers: '', text: '  ' };
const incident = exampleIncident({ id: 4, times: 3, lastAt: 1_760_000_500_000, notes });

describe('the report', () => {
  it('has every fact that is known, in order, and marks what the person wrote', () => {
    const lines = reportLines(incident, words);
    expect(lines.map(({ label, part }) => `${label}${part === 'own' ? '*' : ''}`)).toEqual([
      'fact.when',
      'fact.times',
      'fact.address',
      'fact.title',
      'fact.chain',
      'fact.phones',
      'fact.codes',
      'fact.ending',
      'fact.reasons',
      'notes.caller*',
      'notes.program*',
      'fact.text',
    ]);
    expect(lines[0]?.values).toEqual(['at 1760000000000', 'at 1760000500000']);
    expect(lines[5]?.values).toEqual(['555-0134']);
  });

  it('has the addresses of the other pages behind that of the one it is about', () => {
    const otherAddresses = ['https://alert.example/offer'];
    const told = reportLines({ ...incident, otherAddresses }, words)[2]?.values;
    expect(told).toEqual(['https://alert.example/help', 'https://alert.example/offer']);
    const json = JSON.parse(reportJson({ ...incident, otherAddresses }, 0, '0.1.0')) as object;
    expect(json).toMatchObject({ otherAddresses });
  });

  it('leaves out what is empty', () => {
    const bare = exampleIncident({ phones: [], codes: [''], chain: [], title: ' ', excerpt: '' });
    const labels = reportLines(bare, { ...words, reasons: [] }).map(({ label }) => label);
    expect(labels).toEqual(['fact.when', 'fact.address', 'fact.ending']);
  });

  it('as text starts with title and date and indents lines of more than one row', () => {
    const text = reportText('Report', 'Made today.', reportLines(incident, words));
    expect(text.startsWith('Report\nMade today.\n\n')).toBe(true);
    expect(text).toContain('notes.program\n  X\n  Y\n');
  });

  it.each(['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f'])(
    'as text has no line that the page wrote in the place of ours, whatever ends it: %j',
    (end) => {
      const excerpt = ['Call us', 'fact.address', '  https://bank.example/'].join(end);
      const text = reportText('Report', 'Made today.', reportLines({ ...incident, excerpt }, words));
      const lines = text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/);
      expect(lines.filter((line) => line === 'fact.address')).toHaveLength(1);
      expect(lines).toContain('  fact.address');
    },
  );

  it('as JSON can be read again and carries the times in ISO 8601', () => {
    const report = JSON.parse(reportJson(incident, 1_760_000_900_000, '0.1.0')) as Record<string, unknown>;
    expect(report).toMatchObject({
      format: 'sangfroid-incident',
      madeAt: '2025-10-09T09:08:20.000Z',
      seenAt: '2025-10-09T08:53:20.000Z',
      lastSeenAt: '2025-10-09T09:01:40.000Z',
      phones: ['555-0134'],
      notes,
    });
    expect(report).not.toHaveProperty('id');
  });

  it('survives a broken time', () => {
    expect(reportJson(exampleIncident({ at: 1e20 }), 0, '0')).toContain('"seenAt": ""');
    expect(reportFileName(exampleIncident({ at: 1e20 }), 'txt')).toBe('sangfroid--0.txt');
  });

  it.each([
    ['Europe/Paris', '2025-10-09'],
    ['America/Vancouver', '2025-10-08'],
  ])('has a file name with number and day only, the one that people in %s have', (place, day) => {
    vi.stubEnv('TZ', place);
    const late = exampleIncident({ id: 4, at: Date.UTC(2025, 9, 9, 3, 30) });
    expect(reportFileName(late, 'json')).toBe(`sangfroid-${day}-4.json`);
    vi.unstubAllEnvs();
  });
});

describe('places', () => {
  it.each<[string, Place]>([
    ['', { screen: 'list' }],
    ['#', { screen: 'list' }],
    ['#12', { screen: 'entry', id: 12 }],
    ['#12/report', { screen: 'report', id: 12 }],
    ['#12/else', { screen: 'list' }],
    ['#-1', { screen: 'list' }],
  ])('%s', (fragment, place) => {
    expect(readPlace(fragment)).toEqual(place);
    expect(readPlace(fragmentOf(place))).toEqual(place);
  });
});
