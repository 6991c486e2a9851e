import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CorpusPage } from '../../eval/corpus';
import type { Row } from '../../eval/row';
import { removeFolder, temporaryFolder } from '../../rig/processes';

const { begun, how } = vi.hoisted(() => ({
  begun: [] as Promise<void>[],
  how: { row: (id: string): Partial<Row> => ({ id }) },
}));
vi.mock('../../rig/run-tool', () => ({ runTool: (main: () => Promise<void>) => begun.push(main()) }));
vi.mock('../../rig/ensure-browsers', () => ({ ensureBrowsers: () => Promise.resolve() }));
vi.mock('../../eval/slot', () => ({
  Slot: class {
    judge = (page: CorpusPage): Promise<Row> => Promise.resolve({ ...QUIET, ...how.row(page.id) });
    close = () => Promise.resolve();
  },
}));

const QUIET: Row = {
  id: '', class: 'scam', language: '', kind: '', level: 'quiet', stage: null, ms: null, verdictMs: null, reasons: [],
}; // prettier-ignore

const folder = temporaryFolder('evade');
const file = join(folder, 'cells.json');
const before = process.argv;
afterAll(() => {
  process.argv = before;
  removeFolder(folder);
});

describe('npm run evade', () => {
  const lines: string[] = [];
  beforeEach(() => {
    vi.resetModules();
    lines.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    process.argv = ['node', 'tests/eval/evade.ts', '--only', 'CSS order', '--json', file];
    vi.stubEnv('SANGFROID_DIST', folder);
  });

  async function evade(row: (id: string) => Partial<Row>): Promise<string> {
    how.row = row;
    await import('../../eval/evade');
    await begun.pop();
    return lines.join('\n');
  }
  const kept = () => JSON.parse(readFileSync(file, 'utf8')) as Partial<Row>[]; // the run has just written it

  it('has caught what was warned of, and not what was noticed in vain', async () => {
    const told = await evade((id) => ({ level: 'warn', warned: !id.includes('chat') }));
    expect(told).toMatch(/^CSS order +9 of 10 +en-scam-chat \(noticed, not warned\)$/m);
    expect(told).toContain('9 of 10 cells caught (90.0 %).');
    expect(kept().filter(({ warned }) => warned)).toHaveLength(9);
  });

  it('keeps why a page was not judged, and says it beside its name', async () => {
    const told = await evade((id) => (id.includes('chat') ? { trouble: 'no answer' } : { level: 'act' }));
    expect(told).toContain('en-scam-chat (no answer)');
    expect(kept().map(({ trouble }) => trouble)).toContain('no answer');
  });

  it('ends badly where no page could be judged', async () => {
    await expect(evade(() => ({ trouble: 'no browser' }))).rejects.toThrow(
      'No page could be judged: no browser',
    );
  });
});
