import { describe, expect, it } from 'vitest';
import { findTools } from '../../../src/ui/guide/tools/tool-search';

const ids = (typed: string): string[] => findTools(typed).map(({ id }) => id);

describe('a program named by its file, as it stands in Downloads', () => {
  it.each([
    ['AnyDesk (1).exe', 'anydesk'],
    ['TeamViewer_Setup_x64.exe', 'teamviewer'],
    ['TeamViewerQS (2)', 'teamviewer'],
    ['UltraViewer_setup_6.6.exe', 'ultraviewer'],
    ['rustdesk-1.4.2-x86_64.exe', 'rustdesk'],
    ['ScreenConnect.ClientSetup.exe', 'screenconnect'],
    ['supremo.exe - Shortcut', 'supremo'],
    ['AA_v3 (3).exe', 'ammyy'],
    ['Support-LogMeInRescue.exe', 'logmein'],
    ['parsec-windows.exe', 'parsec'],
  ])('"%s" is %s', (typed, id) => expect(ids(typed)).toContain(id));

  it.each(['invoice (1).pdf', 'holiday photos.zip', 'setup.exe', 'bank letter.docx', 'solitaire.exe'])(
    '"%s" is none',
    (typed) => expect(ids(typed)).toEqual([]),
  );
});
