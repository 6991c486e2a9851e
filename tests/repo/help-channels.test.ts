import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import table from '../../rules/help-channels.json';
import { helpChannelsSchema, type HelpChannel } from '../../rules/schema/help-channels';
import en from '../../src/texts/en/guide-help.json';

const first = table.channels.find((one) => one.phone !== null) as HelpChannel; // narrowed by the schema test below

/** The table with one row changed. */
function withRow(change: object): unknown {
  return { about: 'test', channels: [{ ...first, ...change }] };
}

describe('rules/help-channels.json', () => {
  it('fits its schema: every fact has a source and the day it was read', () => {
    const result = v.safeParse(helpChannelsSchema, table);
    expect(result.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
  });

  it('names each row once', () => {
    const ids = table.channels.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('holds no day that has not come yet', () => {
    const facts = table.channels.flatMap(({ url, phone, hours, cost }) => [url, phone, hours, cost]);
    const days = facts.flatMap((fact) => (fact ? [fact.verified] : []));
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(days.filter((day) => day > tomorrow)).toEqual([]);
  });

  it('speaks only in texts there are, and uses all of them', () => {
    const purposes = new Set(table.channels.flatMap((one) => one.purposes.map((id) => `help.purpose.${id}`)));
    const notes = new Set(table.channels.flatMap((one) => one.notes.map((id) => `help.note.${id}`)));
    const keys = Object.keys(en);
    expect([...purposes].sort()).toEqual(keys.filter((key) => key.startsWith('help.purpose.')).sort());
    expect([...notes].sort()).toEqual(keys.filter((key) => key.startsWith('help.note.')).sort());
  });

  it('marks the paid number as paid', () => {
    expect(table.channels.find((one) => one.id === 'fr-opposition')?.cost?.value.kind).toBe('paid');
  });

  it('calls a service free only by a cost someone read, never by what it is for', () => {
    const free = /\bfree\b|gratis|gratuit|kostenlos|無料|bezpłatn/i;
    const said = readdirSync('src/texts').flatMap((language) => {
      const texts = JSON.parse(readFileSync(`src/texts/${language}/guide-help.json`, 'utf8')) as typeof en;
      expect(texts['help.free'], language).toMatch(free);
      return Object.entries(texts).filter(([key, text]) => key !== 'help.free' && free.test(text));
    });
    expect(said.map(([key]) => key)).toEqual([]);
  });

  it.each([
    'fr-france-victimes',
    'fr-info-escroqueries',
    'es-incibe',
    'pt-internet-segura',
    'de-sperr-notruf',
  ])('%s is free, by its source', (id) =>
    expect(table.channels.find((one) => one.id === id)?.cost?.value.kind).toBe('free'),
  );

  it('names languages only where a page says them', () => {
    const of = (id: string) => table.channels.find((one) => one.id === id)?.languages;
    expect(of('be-card-stop')).toEqual(['nl', 'fr', 'en']);
    expect(of('lu-bee-secure')).toEqual([]);
    expect(of('sg-scamshield')).toEqual([]);
    expect(of('world-econsumer')).toHaveLength(8);
  });

  it('says that the address for card payments was read on an old page', () => {
    expect(table.channels.find((one) => one.id === 'fr-perceval')?.notes).toContain('check-address');
  });

  it('has a place for a complaint and for advice in Germany, each with an official address', () => {
    const german = table.channels.filter((one) => one.country === 'DE' && one.url?.sourceKind === 'official');
    const purposes = german.flatMap((one) => one.purposes);
    expect(purposes).toEqual(expect.arrayContaining(['online-complaint', 'advice']));
  });

  it('shows no number that its owner keeps for emergencies', () => {
    expect(table.channels.find((one) => one.id === 'za-saps')?.phone).toBeNull();
  });

  it.each(readdirSync('src/texts'))('says of its notes what holds for every row: %s', (language) => {
    const texts = JSON.parse(readFileSync(`src/texts/${language}/guide-help.json`, 'utf8')) as typeof en;
    expect(texts['help.note.check-number'], 'not all of them are newspapers').not.toMatch(
      /press|prensa|stampa|imprensa|\bpers\b|prasie|報道/i,
    );
    expect(texts['help.note.sign-in'], 'the note stands in France alone').toContain('FranceConnect');
  });

  it('has numbers in the US for money sent by transfer company or post', () => {
    const phone = (id: string) => table.channels.find((one) => one.id === id)?.phone?.value;
    expect(phone('us-moneygram')).toBe('1-800-926-9400');
    expect(phone('us-western-union')).toBe('1-800-448-1492');
    expect(phone('us-postal-inspection')).toBe('877-876-2455');
  });
});

describe('the schema refuses', () => {
  const phone = { ...first.phone, value: '01 99 00 00 00' };
  const hoursUntil = (to: string) => {
    const { verified, source, sourceKind } = first.phone ?? {};
    return { value: [{ days: 'weekdays', from: '08:00', to }], verified, source, sourceKind };
  };

  it('no hours until midnight', () => {
    expect(v.safeParse(helpChannelsSchema, withRow({ hours: hoursUntil('24:00') })).success).toBe(true);
  });

  it.each([
    ['a number without a source', { phone: { ...phone, source: undefined } }],
    ['a number without a day', { phone: { ...phone, verified: undefined } }],
    ['a day in words', { phone: { ...phone, verified: 'last week' } }],
    ['a source recalled from memory', { phone: { ...phone, source: 'recalled, not verified' } }],
    ['a number with words', { phone: { ...phone, value: '01 99 00 00 00 (ask for Ann)' } }],
    ['an address that is not https', { url: { ...phone, value: 'http://help.example' } }],
    ['a row with neither address nor number', { url: null, phone: null }],
    [
      "a number of others' pages without its warning",
      { phone: { ...phone, sourceKind: 'secondary' }, notes: [] },
    ],
    [
      'a number that leads to no official page',
      { url: null, phone: { ...phone, sourceKind: 'secondary' }, notes: ['check-number'] },
    ],
    [
      'a number that leads to a page without encryption',
      { url: null, phone: { ...phone, source: 'http://a.example' } },
    ],
    ['a bare number', { phone: '01 99 00 00 00' }],
    ['an hour after the end of the day', { hours: hoursUntil('24:30') }],
  ])('%s', (_what, change) => {
    expect(v.safeParse(helpChannelsSchema, withRow({})).success).toBe(true);
    expect(v.safeParse(helpChannelsSchema, withRow(change)).success).toBe(false);
  });
});
