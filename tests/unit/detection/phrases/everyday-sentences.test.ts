import { describe, expect, it } from 'vitest';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';

const rules = loadRules();
const heard = (text: string): string[] =>
  readWords(
    { segments: [{ text, prominence: 0.6 }], title: '', actTexts: [], address: '' },
    rules,
  ).words.concepts.map(({ concept }) => concept);

describe('what honest people write every day', () => {
  it.each([
    ['locked', 'The Windows laptop was last checked on Monday.'],
    ['locked', 'Die Telefonrechnung wird per Lastschrift bezahlt.'],
    ['stolen', 'Sign in with your Facebook login.'],
    ['stolen', 'Halten Sie Ihr Bank-Login bereit.'],
    ['charged', 'Su pedido no ha salido todavía.'],
    ['charged', 'O seu pedido no balcão 3 está pronto.'],
    ['charged', 'Bitte halten Sie Ihre Kundennummer bereit.'],
    ['charged', 'Houd uw klantnummer bij de hand.'],
    ['no-restart', 'Komt u er niet uit? Wij helpen u graag.'],
    ['no-restart', 'Reicht das nicht aus, kommt ein Techniker.'],
    ['no-restart', 'Das ist für uns nicht neu.'],
    ['no-close', 'We no longer use this address.'],
  ])('is no %s: %s', (concept, text) => expect(heard(text)).not.toContain(concept));

  it.each([
    ['locked', 'Din dator är låst.'],
    ['locked', 'Windows har blivit låst.'],
    ['stolen', 'Facebook-Login, Kreditkarten und Fotos'],
    ['stolen', 'Your bank login was copied by an unknown program.'],
    ['no-restart', 'Schalten Sie den Computer nicht aus.'],
    ['no-restart', 'Den Computer nicht neu starten!'],
    ['no-restart', 'Zet uw computer niet uit.'],
    ['no-restart', 'Schakel het apparaat niet uit.'],
    ['no-close', 'No use el equipo.'],
  ])('is %s where a scam says it: %s', (concept, text) => expect(heard(text)).toContain(concept));
});
