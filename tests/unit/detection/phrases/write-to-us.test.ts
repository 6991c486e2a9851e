import { describe, expect, it } from 'vitest';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';

const wantsCall = (text: string): boolean => {
  const sources = { segments: [{ text, prominence: 0.8 }], title: '', actTexts: [], address: '' };
  return readWords(sources, loadRules()).words.concepts.some(({ concept }) => concept === 'call');
};

describe('to be written to is wanted as a call is', () => {
  it.each([
    ['en', 'Chat with our technician to unlock it'],
    ['en', 'An agent is waiting'],
    ['fr', 'Écrivez-nous sur WhatsApp'],
    ['fr', 'Un technicien vous attend'],
    ['es', 'Escriba por WhatsApp'],
    ['pt', 'Fale conosco pelo WhatsApp'],
    ['it', 'Scriva su WhatsApp'],
    ['de', 'Schreiben Sie uns per WhatsApp'],
    ['nl', 'Stuur een bericht via WhatsApp'],
    ['pl', 'Napisz przez WhatsApp'],
    ['ru', 'Напишите в Telegram'],
    ['tr', 'WhatsApp üzerinden yazın'],
    ['ar', 'تواصل عبر واتساب'],
    ['hi', 'WhatsApp पर बात करें'],
  ])('%s: %s', (_, text) => {
    expect(wantsCall(text)).toBe(true);
  });

  it.each(['WhatsApp', 'A technician wrote this page', 'Nous écrivons des livres', 'Vi skriver böcker'])(
    'not by %s',
    (text) => {
      expect(wantsCall(text)).toBe(false);
    },
  );
});
