import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** One thing has one name: who is told of an "icon" looks for something else than the "button" of the screen before. */

const NAMES: Record<string, string> = {
  de: 'Sangfroid-Knopf',
  en: 'Sangfroid button',
  es: 'botón de Sangfroid',
  fr: 'bouton Sangfroid',
  it: 'pulsante Sangfroid',
  ja: 'Sangfroidのボタン',
  nl: 'Sangfroid-knop',
  pl: 'przycisk Sangfroid',
  pt: 'botão do Sangfroid',
};

/** Where a text sends the person to it. */
const SENDS = {
  'guide-steps': ['step.our-button.click', 'step.close-page.button'],
  options: ['options.privateHowChrome', 'options.privateHowEdge', 'options.privateHowFirefox'],
  popup: ['popup.fileHowChrome', 'popup.fileHowEdge'],
  practice: ['practice.button.task'],
  warning: ['warning.mistake.done'],
  welcome: ['welcome.pinTitle'],
};

describe.each(readdirSync('src/texts'))('the toolbar button in %s', (language) => {
  it.each(Object.entries(SENDS))('has its one name in %s', (area, keys) => {
    const texts = JSON.parse(readFileSync(`src/texts/${language}/${area}.json`, 'utf8')) as Record<
      string,
      string
    >; // our own flat files
    const name = NAMES[language];
    expect(name, 'its name in this language').toBeDefined();
    for (const key of keys) expect(texts[key], key).toContain(name);
  });
});
