import { describe, expect, it } from 'vitest';
import stems from '../../../rules/gate.json';
import { scanGate, scanGlued } from '../../../src/detection/scan-gate';

const turned = (text: string): string => [...text].reverse().join('');
const filler = (length: number): string => 'of '.repeat(Math.ceil(length / 3)).slice(0, length);

it('opens for Russian words with Latin letters among theirs', () => {
  const said = 'Bнимaниe! Baш кoмпьютep зapaжён виpycoм и зaблoкиpoвaн. Cpoчнo пoзвoнитe: 8 800 555-01-34';
  expect(said).toMatch(/[a-z]/);
  expect(scanGate(said)).toBe(true);
  expect(scanGate('Cмoтpитe нaши цeны и пoзвoнитe: 8 800 555-01-34')).toBe(false);
});

describe('the gate opens for', () => {
  it.each([
    ['words with a blank behind each letter', 'Y O U R   C O M P U T E R   I S   L O C K E D'],
    ['a company and a threat', 'Microsoft: virus found here'],
    ['in capitals', 'MICROSOFT: VIRUS FOUND HERE'],
    ['a number and a threat', 'A virus was found. 888-555-0134'],
    ['a number at the very beginning', '8885550134 is for the virus'],
    ['a number in brackets', '(888) 555-0134 for the virus'],
    ['a number with three signs between', '888 - 555 - 0134 for the virus'],
    ['a number with letters for zeros', '888-555-o134 for the virus'],
    ['seven digits', '555-0134 is for the virus'],
    ['an Arabic number and a threat', 'تم العثور على فيروس ٨٨٨-٥٥٥-٠١٣٤'],
    ['a Persian number and a threat', 'A virus was found. ۸۸۸-۵۵۵-۰۱۳۴'],
    ['a Hindi number and a threat', 'A virus was found. ८८८-५५५-०१३४'],
    ['a number with hyphens that do not break', 'A virus was found. 888‑555‑0134'],
    ['a company in Arabic', 'ويندوز: تم العثور على فيروس'],
    ['a command', 'Open PowerShell and paste it'],
    ['keys to press', 'Press Windows + R together'],
    ['the keys that paste', 'then press ctrl+v in there'],
    ['accents', 'Mícrósoft: vírus found here'],
    ['signs that are not seen', 'Micro\u00adsoft: vi\u200brus found here'],
    ['full width', 'Ｍｉｃｒｏｓｏｆｔ： ｖｉｒｕｓ here'],
    ['Cyrillic twins', 'Місrоsоft: vіrus found here'],
    ['digits for letters', 'M1cr0s0ft: v1rus found here'],
    ['signs for letters', 'Micro$oft: v|rus found here'],
    ['capitals of mathematics', '𝐌𝐈𝐂𝐑𝐎𝐒𝐎𝐅𝐓: 𝐕𝐈𝐑𝐔𝐒 here'],
    ['Greek capitals that look Latin', 'ΜΙCRΟSΟFΤ: VΙRUS, ΗΑCΚΕD here'],
    ['letters with a stroke, and an i without a dot', 'Mıcrøsøft: vırus here'],
    ['strokes over letters', 'M̶i̶c̶r̶o̶s̶o̶f̶t̶: v̶i̶r̶u̶s̶ here'],
    ['small capitals', 'ᴍɪᴄʀᴏꜱᴏꜰᴛ: ᴠɪʀᴜꜱ ꜰᴏᴜɴᴅ, ᴄᴀʟʟ ᴜꜱ'],
    ['Armenian letters in Latin words', 'Micrօsօft: virսs fօսnd in yօսr cօmpսter, dօ nօt restart'],
    ['Cherokee letters in Latin words', 'MiᏟrosofᎢ: viᎡus foᎷnd, yᎾur cᎾmpᏌter iᏚ lᎾcked'],
    ['Lisu letters in Latin words', 'MꓲꓚꓣOSOꓝꓔ: VꓲꓣUS FOUNꓓ, ꓚAꓡꓡ'],
    ['a text turned round', turned('Microsoft: virus found here')],
    ['the last words it reads', `${filler(29_980)}microsoft virus`],
    ['16 characters', 'microsoft  virus'],
    ['a way to write to them', 'El equipo está comprometido, escribe por WhatsApp'],
    ['the same in Japanese', 'パスワードがハッカーに盗まれました。LINEで連絡してください'],
    ['in Korean', '해커가 PC에 침입했습니다. 카카오톡으로 연락하세요'],
    ['in Chinese', '黑客已入侵您的电脑，请加微信联系技术人员'],
    ['and in that of Taiwan', '您的電腦已感染病毒，請加入LINE聯絡工程師'],
    ['a program that lets them in', 'This account was hacked. Install AnyDesk now'],
    ['three threats, and nobody named', 'Locked! Hackers see your security codes. Open the chat'],
    ['the same in Arabic', 'تحذير: تم اختراق جهازك. اضغط لفك الحظر'],
    ['a technician', 'Votre ordinateur est bloqué, un technicien attend'],
  ])('%s', (_, text) => {
    expect(scanGate(text)).toBe(true);
    expect(scanGlued(text)).toBe(true);
  });

  it('every stem of its lists', () => {
    const shut = [
      ...stems.threat.filter((stem) => !scanGate(`microsoft: ${stem} — - — -`)),
      ...stems.company.filter((stem) => !scanGate(`virus: ${stem} — - — - —`)),
    ];
    expect(shut).toEqual([]);
  });

  it('blocks without a gap between them', () => {
    expect(scanGlued('Support1-888-555-0134for your virus')).toBe(true);
    expect(scanGlued('Support8885550134for your virus')).toBe(true);
    expect(scanGate('Support8885550134for your virus')).toBe(false);
  });
});

describe('the gate stays shut for', () => {
  it.each([
    ['nothing', ''],
    ['15 characters', 'microsoft virus'],
    ['a threat alone', 'A virus was found in the garden'],
    ['two threats', 'A virus: the garden is blocked, the garden is blocked'],
    ['three threats in a long text', `${filler(3_000)} virus, error, hack`],
    ['a company alone', 'Microsoft has a garden in here'],
    ['a number alone', 'The garden shop: 888-555-0134'],
    ['six digits and a threat', 'A virus in 555-013 gardens was found'],
    ['digits that end a word', 'A virus in garden8885550134 was found'],
    ['four signs between digits', 'A virus: 8    8    8    5    5    5    0'],
    ['a key alone', 'Press windows r and see the garden'],
    ['a plus alone', 'Two gardens + two more gardens'],
    ['a name in small capitals', 'ᴀɴɴᴀ wrote about a garden, and a virus in it'],
    [
      'an Armenian text with Latin names',
      'Վիրուսների մասին գրում են Facebookում և Googleում, նաև Windows-ի մասին',
    ],
    ['a Greek lesson', 'The letters Μ, Ν and Η of a virus, and μm, Δt, λx, σx, αx + βy'],
    [
      'a Japanese text with Latin names',
      'Googleで検索する、iPhoneの画面、Wi-Fiの設定、YouTubeを見る、PCを買う、TVを見る',
    ],
    ['a list of pages', 'A garden. Pages: 1 2 3 4 5 6 7 8 9 10 11 12'],
    ['a few letters apart', 'The virus has types A B C D E F and G'],
    ['what stands behind 30,000 characters', `${filler(30_000)}microsoft virus`],
    ['a text turned round without a name', turned('virus found here, call 01632 960 123')],
    ['a name turned round without a threat', 'rotated label: ' + turned('Microsoft Windows')],
    ['a text turned round that is long', turned('Microsoft: virus found here') + ' be'.repeat(2_000)],
  ])('%s', (_, text) => {
    expect(scanGate(text)).toBe(false);
  });

  it('less than a number between blocks', () => {
    expect(scanGlued('Support555013for your virus')).toBe(false);
    expect(scanGlued('Support8    8    8    5    5    5    0for your virus')).toBe(false);
  });
});
