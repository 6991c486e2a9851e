import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { debianPages } from '../../eval/debian-docs';
import { removeFolder } from '../../rig/processes';

const { root } = await vi.hoisted(async () => {
  const { temporaryFolder } = await import('../../rig/processes');
  return { root: temporaryFolder('docs') };
});
vi.mock('../../rig/dist', () => ({ ROOT: root }));
vi.mock('node:child_process', async (original) => ({
  ...(await original<typeof import('node:child_process')>()),
  spawnSync: vi.fn((_program: string, [what, name]: string[], options?: { cwd?: string }) => {
    if (what === 'download') writeFileSync(join(options?.cwd ?? '', `${name}_1.deb`), '');
    return { status: 0, stdout: '', stderr: '' };
  }),
  execFileSync: vi.fn(),
}));
afterAll(() => removeFolder(root));

it('a package that was unpacked half-way is unpacked anew, not taken for the whole', () => {
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  let full = true;
  vi.mocked(execFileSync).mockImplementation((_program, args) => {
    const to = args?.[2] ?? '';
    mkdirSync(to, { recursive: true });
    writeFileSync(join(to, full ? 'half.html' : 'whole.html'), '');
    if (full) throw new Error('no space left on the disk');
    return '';
  });
  expect(() => debianPages(1)).toThrow('no space left');
  expect(existsSync(join(root, 'out/honest/debian-handbook'))).toBe(false);
  full = false;
  expect(debianPages(1)).toEqual(['/debian-handbook/whole.html']);
});
