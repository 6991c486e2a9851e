import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CorpusPage } from '../../eval/corpus';
import { report } from '../../eval/report';
import type { Row } from '../../eval/row';
import { removeFolder, temporaryFolder } from '../../rig/processes';

const { begun, troubled } = vi.hoisted(() => ({ begun: [] as Promise<void>[], troubled: new Set<string>() }));
vi.mock('../../rig/run-tool', () => ({ runTool: (main: () => Promise<void>) => begun.push(main()) }));
vi.mock('../../rig/ensure-browsers', () => ({ ensureBrowsers: () => Promise.resolve() }));
vi.mock('../../eval/own-pages', () => ({
  ownPages: () => [page('bread', 'near'), page('lock', 'positive')],
}));
vi.mock('../../eval/slot', () => ({
  Slot: class {
    judge = ({ id, class: group }: CorpusPage) => Promise.resolve(row(id, group, troubled.has(id)));
    close = () => Promise.resolve();
  },
}));

const folder = temporaryFolder('judged');
const file = join(folder, 'rows.json');
const before = process.argv;
afterAll(() => {
  process.argv = before;
  removeFolder(folder);
});

function page(id: string, group: string): CorpusPage {
  return {
    id, class: group, language: 'en', kind: '', kit: '', path: '/', trace: [], load: { html: '' }, click: null,
  }; // prettier-ignore
}

function row(id: string, group: string, trouble = false): Row {
  const judged = { id, class: group, language: 'en', kind: '', level: 'quiet', stage: null } as const;
  return { ...judged, ms: null, verdictMs: null, reasons: [], ...(trouble && { trouble: 'no browser' }) };
}

describe('the report', () => {
  it('counts no honest page that could not be judged, and names each; a scam is missed', () => {
    const words = report([row('bread', 'near'), row('cake', 'near', true), row('lock', 'positive', true)]);
    expect(words).toMatch(/\nnear +1 +0 +0\n/);
    expect(words).toContain('Missed:\n  lock: no browser');
    expect(words).toContain('not counted:\n  cake: no browser');
  });
});

describe('npm run eval', () => {
  const lines: string[] = [];
  beforeEach(() => {
    vi.resetModules();
    lines.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    process.argv = ['node', 'tests/eval/eval.ts', '--own', '--json', file];
    vi.stubEnv('SANGFROID_DIST', folder);
  });

  async function evaluate(...ids: string[]): Promise<void> {
    troubled.clear();
    ids.forEach((id) => troubled.add(id));
    await import('../../eval/eval');
    await begun.pop();
  }

  it('ends badly where no page could be judged', async () => {
    await expect(evaluate('bread', 'lock')).rejects.toThrow('No page could be judged: no browser');
  });

  it('marks a page that could not be judged as neither right nor wrong, and keeps why', async () => {
    await evaluate('bread');
    expect(lines.find((line) => line.includes(' bread: no browser'))).toMatch(/^\d\/2 \? /);
    expect(lines.find((line) => line.includes(' lock: quiet'))).toMatch(/^\d\/2 ✗ /);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject([{ trouble: 'no browser' }, { id: 'lock' }]);
  });
});
