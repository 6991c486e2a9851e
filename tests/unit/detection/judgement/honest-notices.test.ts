import { describe, expect, it } from 'vitest';
import { conceptsIn } from '../concepts-in';
import { asked, levelOf, type Page, unasked } from '../read-page';

const PANEL: Page = {
  title: 'ALARM',
  lines: [
    ['ALARM', 0.95],
    ['Intruder detected - Zone 3 back door', 0.9],
    'System locked. Call security centre 1-888-555-0134',
    'Enter code to disarm',
  ],
};

describe('an alarm panel on a wall, with a siren and the whole screen', () => {
  const acts = { sound: unasked(1), fullscreen: asked(1) };

  it('is not closed by itself', () => {
    expect(levelOf({ ...PANEL, acts })).toBe('warn');
  });

  it.each([
    ['holds the keys as well', { acts: { ...acts, 'block-key': asked(1) } }],
    ['asks before it is left', { acts: { ...acts, beforeunload: asked(1) } }],
    ['opens a box as well', { acts: { ...acts, alert: asked(1) } }],
    ['names a company', { lines: [...PANEL.lines, 'Microsoft support'] }],
    ['says that the computer is infected', { lines: [...PANEL.lines, 'Your computer is infected'] }],
  ])('is a lock where it %s', (_what, more) => {
    expect(levelOf({ ...PANEL, acts, ...more })).toBe('act');
  });
});

describe('a short notice of somebody who has a reason for it is not warned of', () => {
  it.each<[string, Page]>([
    [
      'a bank',
      {
        title: 'Card blocked',
        lines: [
          ['Your card has been blocked', 0.75],
          'We noticed a suspicious payment of $812.40 at BESTBUY and have blocked your card to protect you.',
          'If you do not recognise this payment, call us now on the number on the back of your card or 1-800-555-0134.',
          'We are here 24 hours a day.',
        ],
      },
    ],
    [
      'a host of sites',
      {
        title: 'Account Suspended',
        lines: [
          ['This Account has been suspended.', 0.85],
          'Contact your hosting provider for more information.',
          'Call support: 1-888-555-0134',
        ],
      },
    ],
    [
      'a company that was broken into',
      {
        title: 'Cyber incident - all staff',
        lines: [
          ['We have been hacked', 0.9],
          'Our network is infected with ransomware. Do not turn on or restart your computer. Do not connect to the network.',
          'Call the incident hotline: 030 23125 410',
        ],
      },
    ],
    [
      'a provider of the internet',
      {
        title: 'Hinweis zu Ihrem Internetzugang',
        lines: [
          ['Sicherheitshinweis zu Ihrem Internetzugang', 0.7],
          'Von Ihrem Anschluss geht Schadsoftware aus: mindestens ein Computer ist mit einem Virus infiziert. Der Versand von E-Mails über Port 25 wurde deshalb gesperrt.',
          'Bitte prüfen Sie alle Geräte mit einem aktuellen Virenscanner und ändern Sie danach Ihre Passwörter.',
          'Fragen? Rufen Sie unser Abuse-Team an: 0800 000 0145.',
        ],
      },
    ],
  ])('%s', (_who, page) => {
    expect(levelOf(page)).toBe('quiet');
  });
});

describe('the number on the back of the card', () => {
  it.each([
    ['en', 'If you do not recognise this payment, call the number on the back of your card.'],
    ['fr', 'Appelez le numéro au dos de votre carte.'],
    ['de', 'Wählen Sie die Nummer auf der Rückseite Ihrer Karte.'],
    ['es', 'Llame al número que figura en el reverso de su tarjeta.'],
    ['it', 'Chiami il numero sul retro della carta.'],
    ['pt', 'Ligue para o número no verso do seu cartão.'],
    ['nl', 'Bel het nummer op de achterkant van uw pas.'],
    ['pl', 'Zadzwoń pod numer na odwrocie karty.'],
    ['sv', 'Ring numret på baksidan av kortet.'],
    ['tr', 'Kartınızın arkasındaki numarayı arayın.'],
    ['ru', 'Позвоните по номеру на обороте карты.'],
    ['ja', 'カード裏面の電話番号にお電話ください。'],
    ['ko', '카드 뒷면의 번호로 전화하세요.'],
    ['zh-Hans', '请拨打卡背面的电话。'],
    ['zh-Hant', '請撥打卡片背面的電話。'],
    ['ar', 'اتصل بالرقم الموجود خلف بطاقتك.'],
    ['hi', 'अपने कार्ड के पीछे लिखे नंबर पर कॉल करें।'],
  ])('is one that a scam does not name, %s: %s', (_, text) => {
    expect(conceptsIn(text)).toContain('own-business');
    expect(conceptsIn(text)).not.toContain('no-help');
  });

  it('but may forbid to call', () => {
    expect(conceptsIn('Do not call the number on the back of your card')).toContain('no-help');
    expect(conceptsIn('Don’t ring the number on the back of your card')).toContain('no-help');
  });
});

describe('whom to call about what one did not do is not whom to tell nothing', () => {
  it.each([
    ['en', 'If you do not recognise it, call your bank.'],
    ['en', 'If you do not know this transaction, contact your branch.'],
    ['en', 'We don’t make you talk to anyone.'],
    ['de', 'Wenn Sie diese Zahlung nicht kennen, rufen Sie Ihre Bank an.'],
    ['es', 'Si no reconoce este cargo, llame a su banco.'],
    ['it', 'Se non riconosce questo pagamento, chiami la sua banca.'],
    ['pt', 'Se não reconhece este pagamento, ligue para o seu banco.'],
    ['fr', 'Si vous ne reconnaissez pas cela, appelez votre banque.'],
    ['sv', 'Om du inte känner igen betalningen, ring din bank.'],
  ])('%s: %s', (_, text) => {
    expect(conceptsIn(text)).not.toContain('no-help');
  });

  it.each([
    ['en', 'Please do not even call your bank.'],
    ['en', 'Do not try to contact your branch.'],
    ['de', 'Rufen Sie nicht Ihre Bank an.'],
    ['de', 'Sprechen Sie nicht mit Angestellten Ihrer Filiale.'],
    ['es', 'No cuelgue ni comente el caso con el personal de su banco.'],
    ['es', 'No lo comente en su oficina.'],
    ['fr', 'N’en parlez à personne.'],
    ['fr', 'Ne vous rendez pas à votre agence.'],
    ['it', 'Non contatti la filiale.'],
    ['pt', 'Não ligue para o seu gerente.'],
    ['sv', 'Du ska inte ringa banken.'],
    ['ru', 'Никому не говорите об этом звонке.'],
    ['ar', 'لا تتصل ببنكك'],
    ['tr', 'Bu görüşmeyi kimseye anlatmayın.'],
  ])('but this is, %s: %s', (_, text) => {
    expect(conceptsIn(text)).toContain('no-help');
  });
});
