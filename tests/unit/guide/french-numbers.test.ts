import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Texts = Record<string, string>;

const AREAS = ['warning', 'guide', 'guide-steps', 'guide-paid', 'guide-help', 'guide-tools', 'guide-learn'];

it.each(AREAS)('no line ends between a number and what it counts: fr/%s', (area) => {
  const texts = JSON.parse(readFileSync(`src/texts/fr/${area}.json`, 'utf8')) as Texts; // our own flat files
  const torn = Object.entries(texts).filter(([, text]) =>
    /\d (?:secondes|minutes|heures|jours|mois|pays)/.test(text),
  );
  expect(torn).toEqual([]);
});
