import { describe, expect, it } from 'vitest';
import brandData from '../../../../rules/brands.json';
import lookAlikes from '../../../../rules/look-alikes.json';
import { PACKS } from '../../../../src/detection/phrases/packs';
import { foldText, withoutApart } from '../../../../src/detection/text/normalise';
import { conceptsIn } from '../concepts-in';

const phrases = [
  ...PACKS.flatMap(({ concepts }) => Object.values(concepts).flat()),
  ...Object.values(brandData.brands).flatMap(({ names }) => names),
];
/** Each word of each phrase, with its star where it has one. */
const words = new Set(phrases.flatMap((phrase) => phrase.split(/[ |_?~]+/)).filter((word) => word !== ''));
const plain = (word: string): string => word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
const asOne = (word: string): string => withoutApart(foldText(word));

const stems = [...words].map((word) => {
  const stem = word.replace('*', '');
  return { stem: plain(stem), folded: asOne(stem), open: word.endsWith('*') };
});

/** Words of phrases that an everyday word would be taken for, were l and i one letter in it. */
const takenFor = (word: string): string[] =>
  stems
    .filter(({ folded, open }) => (open ? asOne(word).startsWith(folded) : asOne(word) === folded))
    .flatMap(({ stem }) => (word.startsWith(stem) ? [] : stem));

describe('words in which l and i are kept apart', () => {
  it.each(lookAlikes.apart)('%s would be taken for another one', (word) => {
    expect(takenFor(word)).not.toEqual([]);
  });

  it('begin with no stem of a phrase: folded otherwise, they would be missed', () => {
    const missed = lookAlikes.apart.filter((word) =>
      stems.some(({ stem, open }) => open && word.startsWith(stem)),
    );
    expect(missed).toEqual([]);
  });
});

describe('an everyday word with i is no word for speaking with l', () => {
  it.each([
    'Reserve su habitación por WhatsApp',
    'Habitaciones libres: WhatsApp',
    'Su pedido habitual por WhatsApp',
    'Les habitants par WhatsApp',
    'Votre vendeur habituel par WhatsApp',
    'Hôtel à Paris, aussi sur WhatsApp',
  ])('%s', (text) => {
    expect(conceptsIn(text)).not.toContain('call');
  });

  it('while one that means it is', () => {
    expect(conceptsIn('Hable con nosotros por WhatsApp')).toContain('call');
    expect(conceptsIn('Parli con noi su WhatsApp')).toContain('call');
  });
});
