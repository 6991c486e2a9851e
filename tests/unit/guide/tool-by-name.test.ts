import { describe, expect, it } from 'vitest';
import { findTools } from '../../../src/ui/guide/tools/tool-search';

const ids = (typed: string): string[] => findTools(typed).map(({ id }) => id);

describe('a program named as it stands in the list of programs, on its window, or as people write it', () => {
  it.each([
    ['team viewer 15', 'teamviewer'],
    ['any desk 7', 'anydesk'],
    ['Any Desk - 123 456 789', 'anydesk'],
    ['the program anydesk', 'anydesk'],
    ['Downloads\\supremoportable', 'supremo'],
    ['https://www.teamviewer.com/fr/', 'teamviewer'],
    ['ultra viewer 6.6', 'ultraviewer'],
    ['Quick Assist app', 'quick-assist'],
    ['assistance rapide windows', 'quick-assist'],
    ['asistencia rapida', 'quick-assist'],
    ['Schnellhilfe (Windows)', 'quick-assist'],
    ['Windowsのクイックアシスト', 'quick-assist'],
    ['Iperius Remote 4', 'iperius'],
    ['Rust Desk 1.2', 'rustdesk'],
    ['Zoho Assist Unattended Agent', 'zoho-assist'],
    ['Chrome Remote Desktop Host Service', 'chrome-remote-desktop'],
    ['Mesh Agent background service', 'meshagent'],
    ['ScreenConnect Client (a1b2c3d4e5f6)', 'screenconnect'],
    ['VNC 6.2', 'realvnc'],
    ['LMI_Rescue (1).exe', 'logmein'],
    ['Atera v3', 'atera'],
  ])('"%s" is %s alone', (typed, id) => expect(ids(typed)).toEqual([id]));
});

describe('one slip', () => {
  it.each([
    ['teamviwer', 'teamviewer'],
    ['team veiwer 15', 'teamviewer'],
    ['anidesk', 'anydesk'],
    ['annydesk.exe', 'anydesk'],
    ['nydesk', 'anydesk'],
    ['anidesk app', 'anydesk'],
    ['toodesk', 'todesk'],
    ['qucik assist', 'quick-assist'],
    ['schnelhilfe', 'quick-assist'],
  ])('"%s" is %s', (typed, id) => expect(ids(typed)).toEqual([id]));

  it.each(['temviwer', 'anidsk', 'abera', 'rustdeck pro'])(
    '"%s" has two, or stands in too short a name',
    (typed) => expect(ids(typed)).toEqual([]),
  );

  it('is not looked for where a name is found as it was typed', () => {
    expect(ids('anydesk')).toEqual(['anydesk']);
    expect(ids('Action1')).toEqual(['action1']);
  });
});

describe('a name within another', () => {
  it.each(['ToDesk', 'to desk', 'todesk 4.7', 'ToDesk (1).exe', 'tode', 'ToDesk_Service'])(
    '"%s" is ToDesk, not HopToDesk',
    (typed) => expect(ids(typed)).toEqual(['todesk']),
  );

  it.each(['HopToDesk', 'Hop To Desk', 'hoptodesk 1.4'])('"%s" is HopToDesk, not ToDesk', (typed) =>
    expect(ids(typed)).toEqual(['hoptodesk']),
  );

  it.each(['ToDesktop', 'shortcut to desktop', 'BeyondTrust Remote Support'])(
    '"%s" is another thing',
    (typed) => expect(ids(typed)).toEqual([]),
  );
});

describe('while it is typed', () => {
  it('the one whose own name begins so comes first, then other names, then words within them', () => {
    expect(ids('remote')[0]).toBe('remotepc');
    expect(ids('remote').indexOf('quick-assist')).toBeLessThan(ids('remote').indexOf('iperius'));
    expect(ids('Remote Support')).toEqual(['simplehelp', 'airdroid']);
  });

  it.each([
    ['team', ['teamviewer']],
    ['viewer', ['teamviewer', 'ultraviewer', 'realvnc']],
    ['desk', expect.arrayContaining(['anydesk', 'rustdesk', 'hoptodesk', 'todesk'])],
    ['rescue', ['logmein']],
  ])('"%s" is enough', (typed, found) => expect(ids(typed)).toEqual(found));

  it.each(['123 456 789', '15', '.exe', 'app'])('"%s" names nothing', (typed) =>
    expect(ids(typed)).toEqual([]),
  );
});

describe('the site a person was sent to', () => {
  it.each([
    ['fastsupport.com', 'logmein'],
    ['Fastsupport', 'logmein'],
    ['go to fastsupport .com', 'logmein'],
    ['www.techinline.net', 'fixme-it'],
    ['Techinline', 'fixme-it'],
    ['https://sunlogin.oray.com/download', 'awesun'],
    ['remotedesktop.google.com/support', 'chrome-remote-desktop'],
    ['UVNC.com', 'realvnc'],
    ['a1b2.screenconnect.com', 'screenconnect'],
  ])('"%s" is %s alone', (typed, id) => expect(ids(typed)).toEqual([id]));

  it.each([
    'go to computer',
    'google.com',
    'oray.com',
    'https://google.com/search',
    'mygoto.com',
    'goto.company',
  ])('"%s" is none of theirs', (typed) => expect(ids(typed)).toEqual([]));
});
