import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../src/browser/api', () => ({ browser: {} }));

import { EXCERPT_LENGTH } from '../../../src/detection/facts';
import type { Incident } from '../../../src/storage/incident';
import { gained, mergeRepeat, NOTE_LENGTH, tidyIncident } from '../../../src/storage/incident-shape';
import { exampleIncident } from './incident-example';

const HUGE = 'x'.repeat(100_000);
const many = (length: number) => Array.from({ length }, (_, n) => `${n} ${HUGE}`);

/** An entry as a page would like it, tidied. */
function tidied(change: object): Incident {
  const entry = tidyIncident({ ...exampleIncident(), ...change });
  if (!entry) throw new Error('nothing is left of it');
  return entry;
}

describe('what one entry of the journal holds of a page', () => {
  it.each<[keyof Incident, number]>([
    ['address', 2_000],
    ['host', 255],
    ['title', 300],
    ['excerpt', EXCERPT_LENGTH],
  ])('%s: the first %i characters', (name, most) => {
    expect(tidied({ [name]: HUGE })[name]).toBe(HUGE.slice(0, most));
  });

  it.each<['chain' | 'phones' | 'codes', number, number]>([
    ['chain', 20, 2_000],
    ['phones', 12, 80],
    ['codes', 12, 80],
  ])('%s: the first %i, of each %i characters', (name, most, length) => {
    expect(tidied({ [name]: many(50) })[name]).toEqual(many(most).map((one) => one.slice(0, length)));
  });

  it('of its reasons the first twelve, each short', () => {
    const values = Object.fromEntries(many(50).map((name) => [name.slice(0, 5), name]));
    const { reasons } = tidied({ reasons: many(50).map((id) => ({ id, weight: 1, values })) });
    expect(reasons).toHaveLength(12);
    expect(JSON.stringify(reasons).length).toBeLessThan(12 * 12 * 400);
  });

  it('of a picture that is too large nothing: half of it could not be shown', () => {
    const head = 'data:image/jpeg;base64,';
    const picture = (length: number) => head + 'A'.repeat(length - head.length);
    expect(tidied({ screenshot: picture(2_000_000) }).screenshot).toHaveLength(2_000_000);
    expect(tidied({ screenshot: picture(2_000_001) }).screenshot).toBeNull();
  });

  it.each(['data:text/html;base64,AA', 'data:image/svg+xml;base64,AA', 'https://x.example/a.png', ' data:image/png;base64,AA'])(
    'no picture is %s',
    (screenshot) => expect(tidied({ screenshot }).screenshot).toBeNull(),
  ); // prettier-ignore

  it('of each note as much as a person writes', () => {
    expect(tidied({ notes: { text: HUGE } }).notes.text).toHaveLength(NOTE_LENGTH);
  });

  it('no more numbers and codes when it comes again and again with others', () => {
    let entry = exampleIncident();
    for (let n = 0; n < 30; n += 1)
      entry = mergeRepeat(entry, exampleIncident({ at: n, phones: [`555-01${n}`], codes: [`c${n}`] }));
    expect([entry.phones.length, entry.codes.length, entry.phones[0]]).toEqual([12, 12, '555-0134']);
  });
});

describe('a page that comes again', () => {
  it.each<[Incident['closedBy'], Incident['closedBy'], Incident['closedBy']]>([
    ['key', 'not-closed', 'key'],
    ['not-closed', 'itself', 'itself'],
    ['warning', 'itself', 'itself'],
    ['mistake', 'not-closed', 'not-closed'],
    ['key', 'mistake', 'mistake'],
  ])('after %s and now %s ended as %s', (first, again, end) => {
    const merged = mergeRepeat(exampleIncident({ closedBy: first }), exampleIncident({ at: 5, closedBy: again })); // prettier-ignore
    expect(merged.closedBy).toBe(end);
  });

  it('gives the words and the title that were missing, and leaves those that were there', () => {
    const again = exampleIncident({ at: 5, title: 'Again', excerpt: 'Call again' });
    expect(mergeRepeat(exampleIncident({ title: '', excerpt: '' }), again)).toMatchObject({ title: 'Again', excerpt: 'Call again' }); // prettier-ignore
    expect(mergeRepeat(exampleIncident(), again)).toMatchObject({ title: 'Alert', excerpt: 'Call us' });
  });

  it('keeps the reasons that it was first noticed for, where it is not graver', () => {
    const [known, later] = [exampleIncident(), exampleIncident({ reasons: [{ id: 'other', weight: 1 }] })];
    expect(gained(known, later).reasons).toEqual(known.reasons);
    expect(gained(known, { ...later, level: 'act' }).reasons).toEqual(later.reasons);
  });
});
