import { describe, expect, it } from 'vitest';
import { asked, levelOf, type Page } from '../read-page';

const KEYS = { fullscreen: asked(1), 'keyboard-lock': asked(1), beforeunload: asked(1) };
const POINTER = { fullscreen: asked(1), 'pointer-lock': asked(1), beforeunload: asked(1) };
const looks = { fullscreen: true };

const EXAMS: [string, Page['lines']][] = [
  [
    'an awareness quiz',
    [
      'Security awareness quiz - question 3 of 10',
      'A window appears on your screen:',
      {
        quoted:
          '"Windows Security Alert! Your computer is infected with a trojan. Do not restart your computer. Call Microsoft Support at 1-888-555-0134."',
      },
      'What do you do?',
      'Call the number',
      'Close the browser',
      'Restart the computer',
      'Next question',
    ],
  ],
  [
    'a certificate for a help desk, which quotes without marks',
    [
      'IT helpdesk certification exam',
      'Question 14: A customer reports that her Windows PC is infected by a virus and she was told to call Microsoft support at 1-888-555-0134. What is the first step?',
      'A. Disconnect from the network',
      'B. Call the number',
      'C. Reinstall Windows',
      'Time left: 42:10',
    ],
  ],
  [
    'an exam in French',
    [
      'Examen final – Question 5 sur 20',
      'Le message suivant s’affiche :',
      {
        quoted:
          '« Votre ordinateur est infecté par un virus. Appelez immédiatement le support Microsoft au 01 99 00 12 34. N’éteignez pas votre ordinateur. »',
      },
      'Que faites-vous en premier ?',
      'Appeler le numéro',
      'Fermer le navigateur',
      'Question suivante',
    ],
  ],
  [
    'an exam in German',
    [
      'Abschlussprüfung IT-Systemelektroniker – Aufgabe 5 von 20',
      'Auf dem Bildschirm einer Kundin steht:',
      {
        quoted:
          '„Ihr Computer ist mit einem Virus infiziert. Rufen Sie sofort den Microsoft Support an: 01 99 00 12 34. Schalten Sie den Computer nicht aus.“',
      },
      'Was raten Sie ihr zuerst?',
      'a) Die Nummer anrufen',
      'b) Den Browser beenden',
      'Weiter',
      'Verbleibende Zeit 31:20',
    ],
  ],
];

describe('an exam or a lesson that takes screen, keys and pointer is not closed unasked', () => {
  it.each(EXAMS)('%s', (_what, lines) => {
    for (const acts of [KEYS, POINTER]) expect(levelOf({ lines, acts, looks })).not.toBe('act');
  });

  it('nor is a trial of the own IT department warned of', () => {
    const lines = [
      'Training simulation',
      'Windows Defender Security Center',
      'Your PC has been blocked. Access to this PC has been blocked for security reasons. Call Windows Support: 1-888-555-0134',
      'This is a simulation of your IT department. No harm was done.',
    ];
    for (const acts of [KEYS, POINTER]) expect(levelOf({ lines, acts, looks })).toBe('quiet');
  });
});

describe("a locker in the name of a company's support is closed, whatever small print stands on it", () => {
  it.each([
    ['no line', []],
    ['a line about scams', ['Beware of scams: never give your password to anyone.']],
    ['several', ['Beware of scams.', 'We never call you.', 'Report scams to the police.']],
  ] as [string, string[]][])('%s', (_what, print) => {
    const lines: Page['lines'] = [
      ['Windows Security Alert! Your computer is infected with a trojan and locked.', 0.9],
      ['Call Microsoft Support now: 1-888-555-0134. Do not restart your computer.', 0.9],
      ...print,
    ];
    expect(levelOf({ lines, acts: KEYS, looks })).toBe('act');
  });
});
