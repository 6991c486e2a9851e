import { describe, expect, it } from 'vitest';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';
import { levelOf } from '../read-page';

function named(text: string): string[] {
  const sources = { segments: [{ text, prominence: 0.8 }], title: '', actTexts: [], address: '' };
  return readWords(sources, loadRules()).words.brands.map(({ id }) => id);
}

describe('a company whose name is an everyday word, in the word order of each language', () => {
  it.each([
    ['telecoms', 'Spectrum Alert: your connection is infected. Call Spectrum 1-888-555-0134'],
    ['telecoms', 'Spectrum has blocked your internet access'],
    ['telecoms', 'Soporte técnico de Spectrum'],
    ['makers', 'Contact Dell at once'],
    ['makers', 'Call Dell now'],
    ['makers', 'Assistance Dell'],
    ['makers', 'Soporte técnico de Dell'],
    ['makers', 'Wenden Sie sich an den Dell-Kundendienst'],
    ['makers', 'Dell Sicherheitswarnung'],
    ['makers', 'Suporte técnico da Dell'],
    ['makers', 'Klantenservice van Dell'],
    ['makers', 'Pomoc techniczna Dell'],
    ['makers', 'Dell サポート'],
    ['avast', 'Your AVG subscription was renewed'],
    ['avast', 'Ihr AVG-Abonnement'],
    ['avast', 'Licence AVG'],
    ['avast', 'Suscripción de AVG'],
    ['eset', 'Your ESET subscription was renewed'],
    ['eset', 'ESET-Lizenz'],
    ['eset', 'Licence ESET'],
    ['eset', 'Abbonamento ESET'],
    ['microsoft', 'Defender has detected a trojan'],
    ['microsoft', 'Alerte Defender'],
    ['microsoft', 'Alerte de sécurité Defender'],
    ['microsoft', 'Defender Sicherheitswarnung'],
    ['microsoft', 'Alerta de Defender'],
    ['microsoft', 'Alerta do Defender'],
    ['microsoft', 'Avviso di Defender'],
    ['microsoft', 'Defender-beveiligingsmelding'],
    ['microsoft', 'Ostrzeżenie Defender'],
    ['microsoft', 'Defender セキュリティ'],
  ])('is %s: %s', (id, text) => {
    expect(named(text)).toEqual([id]);
  });

  it.each([
    'The spectrum of colours; the spectrum has three bands and limited width, and the spectrum helps to see them',
    'A dell in the wood, and the dells beside it',
    'The defender passed the ball; the defender has blocked the shot and found the net',
    'Defender alerted the referee to it; an alert defender clears the ball',
    'Avg. price, avg. premium per month, avg. renewal rate, avg total per order, avg. about 5',
    'Your avg. speed; avg. subscription revenue',
    "Il numero dell'help desk, l'orario dell'assistenza clienti, la hotline dell'ufficio, l'helpdesk dell'ospedale",
    "L'assistenza dell'operatore e il supporto dell'azienda",
    'Az eset részletei, az eset hossza',
    'De AVG-verklaring van de AVG',
    'Defender a su cliente; en defensa de defender lo suyo',
    'モデルサポート',
  ])('is none: %s', (text) => {
    expect(named(text)).toEqual([]);
  });
});

it('its alarm is warned of', () => {
  const lines = ['Spectrum Alert: your connection is infected.', 'Call Spectrum now 1-888-555-0134'];
  expect(levelOf({ lines })).toBe('warn');
});
