import { describe, expect, it } from 'vitest';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';

/** Concepts that any pack hears in a page of one sentence: all packs are run on every text. */
function heard(text: string): Set<string> {
  const sources = { segments: [{ text, prominence: 0.8 }], title: '', actTexts: [], address: '' };
  return new Set(readWords(sources, loadRules()).words.concepts.map(({ concept }) => concept));
}

/** What a scam says with a word that has another, honest meaning. */
const FALSE_FRIENDS: Record<string, string[]> = {
  'for-learning': [
    'Analyse en cours, ne fermez rien',
    'Escaneo en curso, no cierre nada',
    'Verificação em curso',
    'Scansione in corso',
    'Fotoğraflarınız ve belgeleriniz çalınıyor',
    'आपके दस्तावेज चोरी हो रहे हैं',
    '사진과 문서가 빠져나가고 있습니다',
    '您的照片和文件正在被竊取',
    '您的照片和文档正在被窃取',
    '例外が発生しました',
    'Не двигайте курсор',
    'Write to refunds@desk.example, for example at once',
  ],
  'own-business': [
    'Examen rápido: cinco amenazas',
    'Examen du système terminé',
    'Prüfung beendet: fünf Bedrohungen',
    'Uw toestel is geblokkeerd',
    'Druk op geen enkele toets',
    'Błąd wewnętrzny',
    'Uma extensão foi instalada',
    'خطأ داخلي',
    'جهازك مراقب',
    'Your technician: Kevin, badge ID MS-2214',
    'Pratica n. 417/RM/26',
  ],
  charged: [
    'Please wait while your payment is being processed',
    'Uw betaling wordt verwerkt',
    'O seu pagamento está a ser processado',
  ],
  'run-command': [
    'Terminal numarası arkadaki etikette yazar',
    'Terminaller listesi sağda açılır',
    // A code that came by message or stands on a page, and is no command.
    'Copy the code from the message and paste it here',
    'Code kopieren, hier einfügen oder Code eingeben',
    'Collez le code reçu par SMS',
    'Copie el código y péguelo aquí',
    'Copia il codice e incolla qui il codice',
    'Copie o código Pix e cole o código no aplicativo',
    'Voer de code in, of plak de code hier',
    'Skopiuj kod i wklej kod z wiadomości',
    'Kopiera koden och klistra in koden',
    'Скопируйте код и вставьте код из сообщения',
    'コードをコピーして、コードを入力してください',
    '코드를 복사해 코드를 입력하세요',
    'Kodu kopyalayın, kodu buraya yapıştırın',
    'कोड कॉपी करें और कोड यहाँ पेस्ट करें',
    'انسخ الرمز ثم الصق الرمز هنا',
    '复制代码，粘贴代码',
  ],
  'scan-found': ['Examen surveillé en cours'],
  'scam-named': ['Lo scambio di materiale protetto è stato registrato'],
  'article-voice': [
    'Zadzwoń do autoryzowanego technika',
    'Llame al técnico autorizado',
    'Votre agent est dans la discussion',
    'Appelez-nous au sujet de votre ordinateur',
    'Apra la discussione con il tecnico',
  ],
};

/** What only the one who runs the account or the system says: how often somebody mistyped, who may use it. */
const OWN_DOOR = [
  'Your account has been locked after 5 failed sign-in attempts',
  'Unauthorized access to this system is prohibited and monitored',
  'Votre compte est verrouillé après trois tentatives de connexion infructueuses',
  'Ihr Konto wurde nach mehreren fehlgeschlagenen Anmeldungen gesperrt',
  'Su cuenta ha sido bloqueada por varios intentos fallidos',
  'Account bloccato dopo 5 tentativi di accesso',
  'A sua conta foi bloqueada após várias tentativas falhadas',
  'Uw account is geblokkeerd na te veel mislukte inlogpogingen',
  'Twoje konto zostało zablokowane po 5 nieudanych próbach logowania',
  'パスワードの入力を複数回間違えたため、アカウントをロックしました',
];

/** Strangers from abroad, and where the person is to call from there. */
const ABROAD: [stranger: string, line: string][] = [
  ['Someone signed in from abroad', 'From abroad: +44 1632 960189'],
  ['Zugriff aus dem Ausland gemeldet', 'Aus dem Ausland: +49 30 23125 117'],
  ["Connexion depuis l'étranger", "Depuis l'étranger : +33 1 99 00 70 13"],
  ['Acceso desde el extranjero', 'Desde el extranjero: +34 910 000 000'],
  ["Accesso dall'estero", "Dall'estero: +39 02 0000 0150"],
  ['Inlogpoging vanuit het buitenland', 'Vanuit het buitenland +31 20 555 01 28'],
  ['Acesso do exterior', 'Do exterior, a cobrar: +55 11 0000-0090'],
  ['Inloggning från utlandet', 'Från utlandet: +46 54 555 01 48'],
  ['Logowanie z zagranicy', 'Z zagranicy: +48 22 000 00 64'],
  ['Yurt dışından giriş yapıldı', 'Yurt dışından: +90 212 000 00 64'],
  ['Вход из-за рубежа', 'Из-за рубежа: +7 495 000 00 64'],
  ['해외에서 로그인했습니다', '해외에서는 +82 02-0000-0000'],
  ['دخول من خارج البلاد', 'من خارج المملكة: +966 11 000 0000'],
  ['海外からの不正アクセス', '海外からは 050-0000-2401'],
];

describe.each(Object.entries(FALSE_FRIENDS))('%s is not heard in', (concept, sentences) => {
  it.each(sentences)('%s', (sentence) => {
    expect(heard(sentence)).not.toContain(concept);
  });
});

describe('own-business', () => {
  it.each(OWN_DOOR)('is heard in "%s"', (sentence) => {
    expect(heard(sentence)).toContain('own-business');
  });

  it.each([
    'Several sign-in attempts from Russia',
    'Unauthorized access to this computer',
    'Plusieurs tentatives de connexion',
  ])('is not heard in "%s"', (sentence) => {
    expect(heard(sentence)).not.toContain('own-business');
  });

  it.each(ABROAD)('is not heard in "%s", but in "%s"', (stranger, line) => {
    expect(heard(stranger)).not.toContain('own-business');
    expect(heard(line)).toContain('own-business');
  });
});

/** Everyday words that are a company's name, too, or look like one. */
const NO_COMPANY = [
  "Lo stato dell'ordine è cambiato, attendi la fine dell'operazione",
  'Todos los pedidos de los clientes, con atención telefónica',
  'Defender sus derechos, defender a quem precisa',
  'Die AVG-verklaring; avg. price of a room',
  'Az eset részletei',
  'The whole spectrum of colours',
  'Günstig bei uns, ein Teil davon selten',
];

describe('a company', () => {
  const named = (text: string): string[] => {
    const sources = { segments: [{ text, prominence: 0.8 }], title: '', actTexts: [], address: '' };
    return readWords(sources, loadRules()).words.brands.map(({ id }) => id);
  };

  it.each(NO_COMPANY)('is not named: %s', (text) => {
    expect(named(text)).toEqual([]);
  });

  it.each([
    ['apple', 'Your iOS device'],
    ['makers', 'Dell Support: your Dell laptop'],
    ['microsoft', 'Windows Defender and Defender Security Center'],
    ['avast', 'AVG Antivirus'],
    ['eset', 'ESET Internet Security'],
    ['telecoms', 'Your Spectrum account; Telefónica de España'],
  ])('is: %s', (id, text) => {
    expect(named(text)).toEqual([id]);
  });
});
