import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What no source of ours says may not stand in the guide as certain, in any language. */

type Texts = Record<string, string>;

function read(language: string, area: string): Texts {
  return JSON.parse(readFileSync(`src/texts/${language}/${area}.json`, 'utf8')) as Texts; // our own flat files
}

const CONVICTED = /convict|condamn|conden|condann|verurteil|veroordeel|skaz|有罪/i;
const MUST_ANSWER = /must be|doit|muss|tienen que|devono|もらえます|moet|trzeba|têm de/i;
const NO_MORE =
  /cannot|ne peut plus|niemand mehr|no pueden|non può|もう請求|niets meer|nic więcej|já não pode/i;
/** Five floods freeze Firefox itself (docs/locks.md): no key gets through. */
const ALMOST = /almost|presque|kaum|casi|quasi|ほとんど|bijna|prawie|quase/i;
const A_NUMBER = /\d|three|trois|drei|tres|\btre\b|drie|trzy|três/i;
/** As for the gift card: said by no source to be sure. */
const SOMETIMES = /sometimes|parfois|manchmal|a veces|a volte|às vezes|\bsoms\b|czasem|ことがあります/i;
/** Switzerland and Britain are in Europe, and 70 days hold there too. */
const THE_UNION = /Uni[oó]n|Unie\b|Unię|\bUE\b|EU/;
const ABOUT = /about|environ|etwa|alrededor|circa|cerca|ongeveer|około|ごろ/gi;
/** Who is on an official list has signed up for it; no source says that anybody looked. */
const LOOKED_AT = /checked|vérifi|geprüft|comprobad|controllat|verificad|gecontroleerd|sprawdzon|確認済/i;
const VERY_PROBABLY = /probab|wahrscheinlich|waarschijnlijk|prawdopodobnie|provavelmente|おそらく/;
const TO_CALL = /call|appeler|Anruf|llamar|chiamare|ligar|bellen|dzwonić|電話/;
const OWNED = /^(?:its|ses|seine|sus|i suoi|jego|os) |^(?:ファイル|サービス|bestanden|diensten)$/i;

describe.each(readdirSync('src/texts'))('the guide in %s', (language) => {
  const steps = read(language, 'guide-steps');
  const learn = read(language, 'guide-learn');
  const tools = read(language, 'guide-tools');
  const help = read(language, 'guide-help');

  it('does not promise what a blocked card or a letter does', () => {
    expect(steps['step.block-card.why']).not.toMatch(NO_MORE);
    expect(steps['step.letter.why']).not.toMatch(MUST_ANSWER);
  });

  it('does not promise that Esc gets out of every page', () => {
    expect(steps['step.hold-esc.why']).toMatch(ALMOST);
  });

  it('is where the practice leads: no four ways out of a page are all that is ever needed', () => {
    const guide = read(language, 'guide')['guide.title'] ?? '';
    const practice = read(language, 'practice')['practice.end.all.lead'] ?? '';
    expect(practice.toLowerCase()).toContain(guide.toLowerCase());
  });

  it('names no number of months to watch accounts', () => {
    expect(steps['step.watch-accounts.title']).not.toMatch(A_NUMBER);
  });

  it('says that scammers are prosecuted, not convicted', () => {
    expect(learn['how.anywhere']).not.toMatch(CONVICTED);
  });

  it('gives the name of a register as one it may have, after the rule that needs none', () => {
    const [rule, named] = [learn['repair.4whyAny'] ?? '', learn['repair.4why'] ?? ''];
    expect(named.startsWith(rule)).toBe(true);
    expect(named.length).toBeGreaterThan(rule.length + '{register}'.length);
  });

  it('does not promise that money at an exchange is frozen', () => {
    expect(steps['step.crypto.why']).toMatch(SOMETIMES);
    expect(steps['step.gift-card.why']).toMatch(SOMETIMES);
  });

  it('gives the 70 days to all payments out of the European Union, not only out of Europe', () => {
    expect(steps['step.watch-accounts.france']).toMatch(THE_UNION);
  });

  it('says of both years of the scam that they are rough', () => {
    expect(learn['how.anywhere']?.match(ABOUT)).toHaveLength(2);
  });

  it('calls the services of the official list listed, not looked at', () => {
    expect(learn['repair.list']).not.toMatch(LOOKED_AT);
    expect(help['help.purpose.find-repair']).not.toMatch(LOOKED_AT);
  });

  it('says on the sheet for the desk which message it means: an update or a repair blocks a computer, too', () => {
    expect(learn['tell.sheet.title']).toMatch(TO_CALL);
  });

  it('is no surer on the sheet than in the warning that the computer is fine', () => {
    expect(learn['tell.sheet.breathe']).toMatch(VERY_PROBABLY);
  });

  it('gives files and services of a program as hints', () => {
    expect(tools['tool.files']).not.toMatch(OWNED);
    expect(tools['tool.services']).not.toMatch(OWNED);
  });
});
