import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { Incident } from '../../../src/storage/incident';
import { reportJson } from '../../../src/ui/journal/report-facts';
import { printIncident } from '../../../tools/explain/print-incident';
import { readJson } from '../../../tools/explain/read-file';
import { incidentIn } from '../../../tools/explain/read-incident';

const folder = mkdtempSync(join(tmpdir(), 'sangfroid-explain-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

const INCIDENT: Incident = {
  id: 7,
  at: Date.UTC(2026, 10, 27, 6),
  lastAt: Date.UTC(2026, 10, 27, 9),
  level: 'act',
  closedBy: 'key',
  address: 'https://alert.example/x?phone=555-0142',
  host: 'alert.example',
  chain: ['https://ads.example/banner'],
  title: 'Security alert',
  excerpt: 'Your computer is blocked.\nCall 555-0142 now.',
  phones: ['555-0142'],
  codes: ['0x800704'],
  reasons: [
    { id: 'wants-call', weight: 2.25, values: { phone: '555-0142' } },
    { id: 'is-article', weight: -0.5 },
  ],
  injectedIntoHonestSite: true,
  screenshot: `data:image/jpeg;base64,${'A'.repeat(12_000)}`,
  times: 3,
  notes: { caller: 'Max Fox', amounts: '90 €', program: 'a tool', otherNumbers: '555-0143', text: 'At noon' },
};

function saved(incident: Incident): unknown {
  const file = join(folder, 'saved.json');
  writeFileSync(file, `\uFEFF${reportJson(incident, Date.UTC(2026, 10, 28), '0.1.0')}`);
  return readJson(file);
}

function printed(data: unknown): string {
  const report = incidentIn(data);
  if (!report) throw new Error('not taken for a report');
  const said: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  printIncident(report, 'saved.json');
  return said.join('\n');
}

describe('what the journal saved as JSON, read by "npm run explain"', () => {
  it('is printed with all that it holds', () => {
    const words = printed(saved(INCIDENT));
    expect(words).toMatch(/saved\.json: ACT, as it was judged then \(Sangfroid 0\.1\.0, 2026-11-28/);
    const parts = [
      '2026-11-27T06:00:00.000Z, the last of 3 times 2026-11-27T09:00:00.000Z',
      'Closed by you, with the keys',
      'This site is real.',
      '+2.25  wants-call',
      'It wants you to call 555-0142. Do not call this number.',
      '−0.50  is-article',
      ...[INCIDENT.address, ...INCIDENT.chain, INCIDENT.title, ...INCIDENT.codes, '13 kB, in the file'],
      'Your computer is blocked.\n           Call 555-0142 now.',
      ...Object.entries(INCIDENT.notes).map(([name, text]) => `${name}: ${text}`),
    ];
    for (const part of parts) expect(words).toContain(part);
    expect(words).toMatch(/threat {3}seen: locked;/);
  });

  it('keeps what a later version added', () => {
    expect(printed({ ...(saved(INCIDENT) as object), sirens: ['loud'] })).toContain('sirens   ["loud"]');
  });

  it('gives the terminal nothing to obey', () => {
    const words = printed(saved({ ...INCIDENT, title: 'Alert\u001b]0;x\u0007\u202Eok' }));
    expect(words).toContain(String.raw`Alert\u{1b}]0;x\u{7}\u{202e}ok`);
  });

  it('is told from other things, and refused where it is not whole or of another version', () => {
    const report = saved(INCIDENT) as object;
    for (const other of [null, [], 'x', {}, { format: 'sangfroid-settings' }])
      expect(incidentIn(other)).toBeNull();
    expect(() => incidentIn({ ...report, formatVersion: 2 })).toThrow('of version 2; this reads version 1.');
    expect(() => incidentIn({ ...report, reasons: [{ id: 'x' }] })).toThrow(
      /not a whole one: reasons\.0\.weight: .*"weight"/,
    );
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['missing.json', null, 'there is no such file.'],
    ['', null, 'that is a folder, not a file.'],
    ['broken.json', '{"format": "sangf', 'is not JSON, or not all of it'],
    ['empty.json', '', 'is not JSON, or not all of it'],
  ])('is named with what is wrong: "%s"', (name, text, why) => {
    const file = join(folder, name);
    if (text !== null) writeFileSync(file, text);
    expect(() => readJson(file)).toThrow(`${file}`);
    expect(() => readJson(file)).toThrow(why);
  });
});
