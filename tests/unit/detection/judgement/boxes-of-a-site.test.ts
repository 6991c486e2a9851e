import { describe, expect, it } from 'vitest';
import { traps } from '../../../../src/detection/features/features-acts';
import { isAroundBoxes, siteAround, showsSite } from '../../../../src/detection/features/site-around';
import { joined } from '../joined-facts';
import { levelBehind, levelOf, type Page } from '../read-page';

const SITE = { navigation: true, siteLinks: 12, outLinks: 2, footer: true };
const FORM = { siteLinks: 3, footer: true, signIn: true };
const portal = (structure: Page['structure']): Page => ({
  title: 'Portal',
  lines: [
    ['My appointments', 0.6],
    'Appointments', 'Messages', 'Test results', 'Billing', 'Next visit: Dr. Smith, Tuesday 10:15', 'Your message to Dr. Smith:',
  ],
  structure,
}); // prettier-ignore
const SCAM =
  'WINDOWS SECURITY: your computer is infected. Do not shut down. Call Microsoft support 1-888-555-0142';

/** First that the session ends, half a minute later that it has; or two boxes of one click. */
const ROWS = [
  ['Your session will expire in 30 seconds.', 'Your session has expired and your account was locked for your protection. Call support at 1-800-555-0134.'],
  ['Wrong PIN.', 'Your account is locked. Call the help desk at 617-555-0134.'],
  ['Order 4711 could not be saved.', 'The record is locked by user J. Doe (ext. 4411). Call J. Doe at 617-555-0134.'],
  ['Ihre Sitzung läuft in 30 Sekunden ab.', 'Ihre Sitzung ist abgelaufen und Ihr Konto wurde gesperrt. Rufen Sie den Helpdesk an: 030 23125 410.'],
  ['Votre session expire dans 30 secondes.', 'Votre session a expiré et votre compte a été bloqué. Appelez le support au 01 99 00 12 34.'],
  ['Su sesión caduca en 30 segundos.', 'Su sesión ha caducado y su cuenta ha sido bloqueada. Llame al soporte al 900 000 145.'],
  ['Uw sessie verloopt over 30 seconden.', 'Uw sessie is verlopen en uw account is geblokkeerd. Bel de servicedesk op 0800 000 0145.'],
  ['O seu cartão está bloqueado.', 'O seu cartão está bloqueado por motivos de segurança. Contacte o seu banco através do 800 000 340.'],
] as const; // prettier-ignore

describe('boxes in a row on a site that was read', () => {
  it.each(ROWS)('leave an honest one alone: %s, %s', (first, second) => {
    const page = { ...portal(SITE), actTexts: [first] };
    expect(levelBehind(page, [second], 2)).toBe('quiet');
    expect(levelBehind(page, [second], 4), 'four of them').toBe('quiet');
  });

  it.each(ROWS)('and close none with a form to sign in: %s, %s', (first, second) => {
    expect(levelBehind({ ...portal(FORM), actTexts: [first] }, [second], 4)).not.toBe('act');
  });

  it('close the page of a scam at the fifth, and at the second where no site is in sight', () => {
    const level = (count: number, page: Page = portal(SITE)): string => levelBehind(page, [SCAM], count);
    expect([1, 2, 4, 5].map((count) => level(count))).toEqual(['warn', 'warn', 'warn', 'act']);
    expect(level(2, portal({})), 'nothing around it').toBe('act');
    expect(level(2, portal({ navigation: true, siteLinks: 2, footer: true })), 'two links').toBe('act');
    expect(level(2, { ...portal(SITE), looks: { layerCover: 0.5 } }), 'behind a layer').toBe('act');
    expect(level(2, { ...portal(SITE), looks: { fullscreen: true } }), 'in full screen').toBe('act');
  });
});

describe('one box over a site', () => {
  const ONE = [
    'Your card has been blocked. Call us at 1-800-555-0134.',
    'Your account is locked. Call the help desk at 617-555-0134.',
    'Account bloccato dopo 5 tentativi di accesso. Contatti l’assistenza al numero verde 800 000 132.',
  ];

  it.each(ONE)('is not judged harder than one of a page that nobody has read: %s', (box) => {
    for (const structure of [SITE, FORM]) expect(levelBehind(portal(structure), [box])).toBe('quiet');
  });

  it.each([
    'Your computer is infected. Call us at 1-800-555-0134.',
    'Your bank details were stolen. Call us at 1-800-555-0134.',
    'Windows security alert: your account is locked. Call us at 1-800-555-0134.',
    'Your Amazon account has been locked. Call us at 1-800-555-0134.',
  ])('is, where it says what no site does: %s', (box) => {
    expect(levelBehind(portal(FORM), [box])).toBe('warn');
  });

  it('takes nothing off a page that says all of it itself', () => {
    const says = [
      ['Your account has been locked', 0.9],
      'To unlock it call our support immediately',
      ['Your access is blocked. Call 1-800-555-0134', 0.95],
      'Do not close this window',
      'Case number 4711',
    ] as const;
    const page = { ...portal(FORM), lines: ['Sign in', ...says] };
    expect(levelOf(page)).toBe('warn');
    for (const box of ['Hello.', 'Your account is locked.']) expect(levelBehind(page, [box])).toBe('warn');
  });
});

describe('a site around a page', () => {
  it.each([
    [{}, 0, false],
    [{ navigation: true }, 0, false],
    [{ siteLinks: 1 }, 0.5, false],
    [{ siteLinks: 12 }, 1, false],
    [{ navigation: true, siteLinks: 1 }, 1, false],
    [{ navigation: true, siteLinks: 3 }, 1, true],
    [{ footer: true, siteLinks: 3 }, 1, true],
    [{ signIn: true, siteLinks: 3 }, 1, true],
    [{ signIn: true, siteLinks: 2 }, 1, false],
  ])('of %j', (structure, around, shows) => {
    const facts = joined({ structure });
    expect(siteAround(facts)).toBe(around);
    expect(showsSite(facts)).toBe(shows);
  });

  it('stands around boxes that say nothing known with its links alone: three of them are no trap, five are', () => {
    const page = { structure: { siteLinks: 3 }, acts: { alert: 3 } };
    const said = (concepts: Record<string, number>) => joined({ ...page, dialog: concepts });
    expect([isAroundBoxes(said({})), traps(said({}))]).toEqual([true, false]);
    expect([isAroundBoxes(said({ locked: 1 })), traps(said({ locked: 1 }))]).toEqual([false, true]);
    expect(traps(joined({ ...page, acts: { alert: 5 } }))).toBe(true);
    for (const worse of [{ concepts: { infected: 0.3 } }, { brands: { microsoft: 0.6 } }])
      expect(traps(joined({ ...page, ...worse })), JSON.stringify(worse)).toBe(true);
  });

  it('is none where nobody saw it, or something lies over it', () => {
    const structure = { navigation: true, siteLinks: 12 };
    for (const facts of [
      joined({ structure, rest: { seen: false } }),
      joined({ structure, looks: { layerCover: 0.5 } }),
      joined({ structure, looks: { fullscreen: true } }),
    ])
      expect([siteAround(facts), showsSite(facts)]).toEqual([0, false]);
  });
});
