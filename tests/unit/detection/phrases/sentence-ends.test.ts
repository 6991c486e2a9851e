import { describe, expect, it } from 'vitest';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';

const rules = loadRules();

function conceptsOf(...texts: string[]): string[] {
  const segments = texts.map((text) => ({ text, prominence: 0.6 }));
  const { words } = readWords({ segments, title: '', actTexts: [], address: '' }, rules);
  return words.concepts.map(({ concept }) => concept);
}

describe('advice to close the page is no prohibition to', () => {
  it.each([
    ['several signs of exclamation', 'Do not call!! Close this window.'],
    ['French, with a blank before the sign', 'N’appelez pas ! Fermez cette fenêtre.'],
    ['the same without any other sign', "N'appelez pas ! Fermez la page."],
    ['Chinese, with no blank behind it', '不要拨打该号码！重新启动电脑'],
    ['Japanese', 'ウィンドウを閉じて！電話しないで'],
    ['Hindi', 'विंडो बंद करें। कॉल न करें।'],
    ['Hindi, of the computer', 'कंप्यूटर बंद करें। कॉल न करें।'],
  ])('%s', (_what, text) => {
    const concepts = conceptsOf(text);
    expect(concepts).not.toContain('no-close');
    expect(concepts).not.toContain('no-restart');
  });

  it.each([
    ['Do not close this window!!', 'no-close'],
    ['Ne fermez pas cette fenêtre !', 'no-close'],
    ['请勿关闭此窗口！', 'no-close'],
    ['विंडो बंद न करें।', 'no-close'],
  ])('but a prohibition is one: %s', (text, concept) => {
    expect(conceptsOf(text)).toContain(concept);
  });
});

describe('what a page says very often', () => {
  const ALERT =
    'Windows alert: your computer is infected. Do not close this window. Call support: 1-888-555-0134';

  it.each(['scam ', 'captcha ', 'javascript ', 'call us ', '免费'])(
    'does not hide what it says once: %s',
    (word) => {
      const concepts = conceptsOf(word.repeat(2_000), ALERT);
      expect(concepts).toEqual(expect.arrayContaining(['infected', 'no-close', 'call']));
    },
  );

  it('nor the demand beside a number', () => {
    const text = `${'call us '.repeat(900)} 1-888-555-0134`;
    const segments = [{ text, prominence: 0.6 }];
    const { phones } = readWords({ segments, title: '', actTexts: [], address: '' }, rules).words;
    expect(phones).toMatchObject([{ digits: '18885550134', nearCall: true }]);
  });
});
