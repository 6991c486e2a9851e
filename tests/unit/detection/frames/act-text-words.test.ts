import { afterEach, describe, expect, it, vi } from 'vitest';
import { saidIn } from '../../../../src/detection/frames/act-text-words';
import { rules } from '../some-frames';

const REMEMBERED = 512;
const namesIn = (text: string) => saidIn(text, rules).map(({ concept }) => concept);
/** Says that many other texts. */
const sayOthers = (count: number, from: string) => {
  for (let at = 0; at < count; at += 1) saidIn(`${from} ${at}`, rules);
};

afterEach(() => vi.restoreAllMocks());

describe('what a text of a box says', () => {
  it('is each concept and company once, of its first 1,000 characters', () => {
    const said = namesIn('Your computer is infected, infected! Call Microsoft. Call Microsoft.');
    expect(said).toEqual(expect.arrayContaining(['infected', 'call', 'microsoft']));
    expect(saidIn('Call Microsoft. Call Microsoft.', rules).filter(({ brand }) => brand)).toHaveLength(1);
    expect(namesIn(`${'bread '.repeat(170)} Your computer is infected.`)).toEqual([]);
  });

  it('is nothing that goes on behind the end of a sentence; letters with blanks between them are words', () => {
    expect(namesIn('Do not call, do not pay. Close the browser.')).not.toContain('no-close');
    expect(namesIn('You have not been charged. Please wait.')).not.toContain('charged');
    expect(namesIn('Y O U R  C O M P U T E R  I S  I N F E C T E D')).toContain('infected');
  });

  it('is read once, also where it says nothing', () => {
    const find = vi.spyOn(rules.index, 'find');
    for (let round = 0; round < 3; round += 1) namesIn('Two loaves, read once');
    expect(find).toHaveBeenCalledTimes(1);
  });

  it('is what these rules know', () => {
    namesIn('Microsoft and other rules');
    expect(saidIn('Microsoft and other rules', { ...rules, labels: [] })).toEqual([]);
  });

  it('is forgotten once so many others were said since, and not before', () => {
    const find = vi.spyOn(rules.index, 'find');
    const timesRead = (text: string) => find.mock.calls.filter(([tokens]) => tokens.includes(text)).length;
    saidIn('rye', rules);
    sayOthers(REMEMBERED - 1, 'loaf');
    saidIn('rye', rules);
    expect(timesRead('rye')).toBe(1);
    sayOthers(REMEMBERED - 1, 'cake');
    saidIn('rye', rules);
    expect(timesRead('rye'), 'it was asked for last').toBe(1);
    sayOthers(REMEMBERED, 'roll');
    saidIn('rye', rules);
    expect(timesRead('rye')).toBe(2);
  });
});
