import { describe, expect, it } from 'vitest';
import { actFeatures } from '../../../../src/detection/features/features-acts';
import { wordFeatures } from '../../../../src/detection/features/features-words';
import { wantedCommand } from '../../../../src/detection/features/wanted-command';
import { joined } from '../joined-facts';
import { asked, levelOf, type Page } from '../read-page';

const clipboard = asked(1);
const SITE = { siteLinks: 6, navigation: true };

const HOW_TO: [string, Page][] = [
  [
    'a virus to be removed',
    {
      title: 'Remove a virus with Windows Defender',
      lines: [
        ['Remove a virus with Windows Defender', 0.7],
        'If your computer is infected, run a full scan from the command line.',
        'Press Windows key + R, type cmd and press Enter. Paste the command and press Enter:',
        'powershell Start-MpScan -ScanType FullScan',
      ],
      actTexts: ['powershell Start-MpScan -ScanType FullScan'],
      structure: SITE,
    },
  ],
  [
    'an error to be mended, in German',
    {
      title: 'Fehler 0x80070005 beheben',
      lines: [
        ['Fehler 0x80070005 beheben', 0.7],
        'Drücken Sie Windows-Taste + R, fügen Sie den Befehl ein und drücken Sie Enter:',
        'cmd /c sfc /scannow',
        'Kopieren',
      ],
      actTexts: ['cmd /c sfc /scannow'],
      structure: SITE,
    },
  ],
  [
    'a page of the company net',
    {
      title: 'VPN',
      lines: [
        ['VPN error 809', 0.7],
        'Press Windows + R, paste the command with Ctrl+V and press Enter.',
        'Still not working? Call the help desk: 617-555-0134',
      ],
      actTexts: ['cmd /c net use'],
      structure: { siteLinks: 2 },
    },
  ],
];

describe('a handbook with a command and a button that copies it', () => {
  it.each(HOW_TO)('is quiet: %s', (_what, page) => {
    expect(levelOf({ ...page, acts: { clipboard } })).toBe('quiet');
  });

  it.each(HOW_TO)('is warned of where nothing of a site stands around it: %s', (_what, page) => {
    expect(levelOf({ ...page, acts: { clipboard }, structure: {} })).toBe('warn');
    const looks = { layerCover: 0.6 };
    expect(levelOf({ ...page, acts: { clipboard }, looks }), 'or in a layer over one').toBe('warn');
  });

  it('is warned of where it would have somebody prove that he is human, whatever stands around it', () => {
    const lines = ['Verify that you are human', 'Press Windows + R', 'Press Ctrl + V and Enter'];
    expect(levelOf({ lines, acts: { clipboard }, structure: SITE })).toBe('warn');
  });
});

describe('a command that is wanted', () => {
  const given = (concepts: Record<string, number>, siteLinks: number) =>
    joined({
      concepts: { 'run-command': 0.8, ...concepts },
      acts: { clipboard: 1 },
      structure: { siteLinks },
    });

  it.each([
    [{}, 0, 0.8],
    [{}, 1, 0.5],
    [{}, 2, 0],
    [{ 'verify-human': 0.6 }, 2, 0.6],
    [{ 'verify-human': 0.9 }, 2, 0.8],
  ])('beside %j and %d links: %d', (concepts, links, wanted) => {
    const facts = given(concepts, links);
    expect(wantedCommand(facts)).toBe(wanted);
    expect(actFeatures(facts)['copies-command']).toBe(wanted);
    expect(wordFeatures(facts)['run-command']).toBe(wanted);
  });

  it('comes to more beside an error, a virus or a danger', () => {
    const core = (links: number) => wordFeatures(given({ 'error-code': 1 }, links))['core-command'];
    expect([0, 1, 2].map(core)).toEqual([0.5, 0.5, 0]);
  });
});
