import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What a sentence would promise that another screen, or the code, takes back: not said in any language. */

type Texts = Record<string, string>;

const AREAS = ['welcome', 'options', 'warning', 'guide', 'report'];
const languages = readdirSync('src/texts');

function read(language: string): Texts {
  const files = AREAS.map((area) => readFileSync(`src/texts/${language}/${area}.json`, 'utf8'));
  return Object.assign({}, ...files.map((file) => JSON.parse(file) as Texts)) as Texts; // our own flat files
}

const AT_ONCE = /as soon as|dès qu|sobald|en cuanto|appena|assim que|zodra|gdy tylko|すぐに/i;
const EVERYWHERE = /everywhere|partout|überall|todas partes|ovunque|todo o lado|overal\b|wszędzie|どこでも/i;
const COMPUTER = /comput|ordinateur|ordenador|komputer|パソコン/i;
/** The word of reason.wants-command. */
const COMMAND = /command|Befehl|comando|opdracht|polecen|命令/;
const DONE = /\bdone|\bfait|erledigt|hech|fatt|feit|gedaan|zrobion|終わ/i;

describe.each(languages)('in %s', (language) => {
  const texts = read(language);

  it('the welcome does not say that every fake alert is noticed: docs/accuracy.md names those that are not', () => {
    expect(texts['welcome.does1']).not.toMatch(AT_ONCE);
  });

  it('the settings do not promise protection everywhere, above "does not work in private windows"', () => {
    expect(texts['options.accessAll']).not.toMatch(EVERYWHERE);
  });

  it('a trusted site is not said to stay on this computer: sync, where it is on, carries it to the others', () => {
    for (const key of ['warning.mistake.explain', 'warning.blocked.explain'])
      expect(texts[key], key).not.toMatch(COMPUTER);
  });

  it('the sheet for the police does not say of every page that it asked for a call: some want a command pasted', () => {
    expect(texts['report.what']).toMatch(COMMAND);
  });

  it('steps that did not work are not counted as done', () => {
    expect(texts['guide.resumeAt']).not.toMatch(DONE);
  });
});
