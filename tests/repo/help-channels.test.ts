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
});

describe('the schema refuses', () => {
  const phone = { ...first.phone, value: '01 99 00 00 00' };
  it.each([
    ['a number without a source', { phone: { ...phone, source: undefined } }],
    ['a number without a day', { phone: { ...phone, verified: undefined } }],
    ['a day in words', { phone: { ...phone, verified: 'last week' } }],
    ['a source recalled from memory', { phone: { ...phone, source: 'recalled, not verified' } }],
    ['a number with words', { phone: { ...phone, value: '01 99 00 00 00 (ask for Ann)' } }],
    ['an address that is not https', { url: { ...phone, value: 'http://help.example' } }],
    ['a row with neither address nor number', { url: null, phone: null }],
    ['a press number without its warning', { phone: { ...phone, sourceKind: 'secondary' }, notes: [] }],
    ['a bare number', { phone: '01 99 00 00 00' }],
  ])('%s', (_what, change) => {
    expect(v.safeParse(helpChannelsSchema, withRow({})).success).toBe(true);
    expect(v.safeParse(helpChannelsSchema, withRow(change)).success).toBe(false);
  });
});
