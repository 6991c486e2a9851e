import { describe, expect, it } from 'vitest';
import {
  addressNumbers,
  writtenHost,
  readAddress,
  readHandedOver,
} from '../../../../src/detection/numbers/read-address';

const SAID = 'Call 1-888-555-0134 now';
const lines = (address: string): string[] => readAddress(address).split('\n');
const encoded = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_');

describe('the text of an address', () => {
  it('is read from base64, that of addresses too', () => {
    expect(lines(`https://page.example/?m=${btoa(SAID)}`)).toContain(SAID);
    const asks = 'Call now???>>> 1-888-555-0134';
    expect(encoded(asks), 'it has both signs').toMatch(/_.*-|-.*_/);
    expect(lines(`https://page.example/?m=${encoded(asks)}`)).toContain(asks);
  });

  it.each([
    ['what is no base64', 'abcdefghi'],
    ['bytes that are no text, before it', btoa(`\u0001\u0002${SAID}`)],
    ['and behind it', btoa(`${SAID}\u0001\u0002`)],
  ])('is as it stands for %s', (_what, value) => {
    expect(new Set(lines(`https://page.example/?${value}`))).toEqual(new Set([value.split('=')[0]]));
  });

  it('stays as it is where its percent signs mean nothing', () => {
    expect(lines('https://page.example/100%-call-now')).toEqual(['100%-call-now']);
  });

  it('is read in spite of a percent sign that means nothing', () => {
    for (const end of ['%E9', '%20(100%)'])
      expect(lines(`https://shop.example/search?q=Call%20support%20555-0134${end}`).join()).toContain(
        'Call support 555-0134',
      );
  });

  it('has numbers with any sign between their groups', () => {
    expect(addressNumbers(readAddress('https://a.example/?q=888%E2%80%93555%E2%80%930134'))).toContain(
      '8885550134',
    );
    expect(addressNumbers('888_555_0134')).toEqual(['8885550134']);
  });

  it('is none for a mere site', () => {
    expect(readAddress('https://page.example/')).toBe('');
  });
});

describe('what a link hands over to a page', () => {
  it.each([
    ['https://page.example?q=call-now', 'call-now'],
    ['https://page.example/name/#call-now', 'call-now'],
    ['https://page.example/result/call-now', 'call-now'],
    ['https://page.example/results/call-now', 'call-now'],
    ['https://page.example/busca/call-now', 'call-now'],
    ['https://page.example/buscar/call-now', 'call-now'],
  ])('is in %s', (address, text) => {
    expect(readHandedOver(address)).toContain(text);
  });

  it('is not the name of the page', () => {
    expect(readHandedOver('https://page.example/call-now')).not.toContain('call-now');
  });
});

describe('an address of many thousand signs', () => {
  const LONG = 'a'.repeat(9_000);

  it('is read whole up to 8,000, blanks in a row as one', () => {
    const within = `${'a'.repeat(7_000)} call-now`;
    expect(readHandedOver(`https://page.example/?${within}`)).toContain('call-now');
    expect(readHandedOver(`https://page.example/?${'%20+'.repeat(9_000)}call-now`)).toContain('call-now');
    expect(readAddress('https://page.example/call%20%20now')).toContain('call  now');
  });

  it('is read in its first and last parts, each for as much as there is room for', () => {
    expect(readAddress(`https://page.example/?${LONG}`)).toHaveLength(8_000);
    expect(readAddress(`https://page.example/${LONG}/${LONG}b`)).toBe('a'.repeat(4_000));
    const parts = Array.from({ length: 60 }, (_, at) => `${at}${'a'.repeat(240)}`);
    const read = readAddress(`https://page.example/${parts.join('&')}`).split('\n');
    expect(read).toHaveLength(40);
    expect(read.map((part) => Number.parseInt(part))).toEqual([
      ...Array.from({ length: 10 }, (_, at) => at),
      ...Array.from({ length: 30 }, (_, at) => 30 + at),
    ]);
    for (const part of read) expect(part).toHaveLength(200);
  });

  it('has its short parts read whole, whatever stands behind them', () => {
    const rest = Array.from({ length: 45 }, (_, at) => `p${at}=${'a'.repeat(200)}`).join('&');
    const demand = `${'call+'.repeat(45)}1-888-555-0134`;
    expect(readAddress(`https://page.example/search?q=${demand}&${rest}`)).toContain('call 1-888-555-0134');
  });

  it('has its odd numbers looked for in no more than its first and last lines', () => {
    const parts = Array.from({ length: 300 }, (_, at) => `call us: ${at}`);
    const at = (place: number): string => parts.with(place, 'call 888*555*0134').join('\n');
    expect([0, 99, 200, 299].map((place) => addressNumbers(at(place)).length)).toEqual([1, 1, 1, 1]);
    expect(addressNumbers(at(150))).toEqual([]);
  });

  it('is not read in the middle where it has no end', () => {
    const address = `https://page.example/${LONG}?call-now&${'a'.repeat(6_000)}`;
    expect(readAddress(address)).toContain('call-now');
    expect(readAddress(address + LONG)).not.toContain('call-now');
  });
});

describe('the host of an address', () => {
  it.each([
    ['https://Page.Example./path', 'page.example'],
    ['https://user:word@page.example:81/', 'page.example'],
    ['go to https://page.example/', ''],
    ['about:blank', ''],
  ])('of %s is "%s"', (address, host) => {
    expect(writtenHost(address)).toBe(host);
  });
});
