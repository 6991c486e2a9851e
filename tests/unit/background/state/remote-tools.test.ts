import { describe, expect, it } from 'vitest';
import { remoteToolAt, remoteToolInFrame } from '../../../../src/background/state/remote-tools';

describe('which addresses belong to a remote-control program', () => {
  it.each([
    ['https://teamviewer.com/', 'teamviewer', 'site'],
    ['https://get.TeamViewer.com./x', 'teamviewer', 'site'],
    ['https://zoho.com/assist', 'zoho-assist', 'site'],
    ['https://www.zoho.com/assist/pricing.html?a=b', 'zoho-assist', 'site'],
    ['https://assist.zoho.eu/join', 'zoho-assist', 'site'],
    ['https://www.todesk.com/download.html', 'todesk', 'site'],
    ['https://files.example/dl/AnyDesk%20(1).exe', 'anydesk', 'download'],
    ['https://files.example/get?file=stuff%2Fanydesk.EXE', 'anydesk', 'download'],
  ])('%s', (address, id, by) => {
    expect(remoteToolAt(address)).toMatchObject({ id, by });
  });

  it.each([
    'https://notteamviewer.com/',
    'https://teamviewer.com.example/',
    'https://news.example/teamviewer.com',
    'https://www.zoho.com/',
    'https://www.zoho.com/mail/',
    'https://www.zoho.com/assistant/',
    'https://www.zoho.com/mail/assist',
    'https://www.zoho.com/?from=/assist/',
    'https://notzoho.com/assist/',
    'https://zoho.com.example/assist/',
    'https://news.example/zoho.com/assist/',
    'https://news.example/AnyDesk.exe/how-to',
    'https://files.example/%E0%A4%A.exe',
    'about:blank',
    '',
  ])('not %s', (address) => {
    expect(remoteToolAt(address)).toBeNull();
  });
});

describe('a frame in https://www.news.example/', () => {
  const at = (address: string) => remoteToolInFrame(address, 'https://www.news.example/')?.id ?? null;

  it.each([
    ['https://download.anydesk.com/AnyDesk.exe', 'anydesk'],
    ['https://www.news.example/AnyDesk.exe', 'anydesk'],
    ['https://files.news.example/get/AnyDesk.exe?a=b', 'anydesk'],
    ['https://advert.example/AnyDesk.exe', null],
    ['https://advert.example/?x=AnyDesk.exe', null],
    ['https://oldnews.example/AnyDesk.exe', null],
    ['https://www.news.example/?q=AnyDesk.exe', null],
    ['https://anydesk.com/?x=AnyDesk.exe', null],
    ['https://anydesk.com/', null],
    ['https://www.zoho.com/assist/ZA_Connect.exe', 'zoho-assist'],
    ['https://www.zoho.com/files/ZA_Connect.exe', null],
    ['about:blank', null],
  ])('%s: %s', (address, id) => {
    expect(at(address)).toBe(id);
  });
});
