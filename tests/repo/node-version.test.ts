import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Starts the bootstrap as a Node of another version would; without a program it only looks whether it can. */
function startedWith(version: string): { status: number | null; stderr: string } {
  const pretended = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const args = ['--import', `data:text/javascript,${encodeURIComponent(pretended)}`, 'tools/bootstrap.mjs'];
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

describe('npm start on a Node that vite does not take', () => {
  it.each(['18.20.4', '20.18.1', '21.7.3', '22.11.0'])('%s: says which one is needed', (version) => {
    const { status, stderr } = startedWith(version);
    expect(status).toBe(1);
    expect(stderr).toContain(`Node 20.19 or 22.12, or newer (but not 21), is needed; this is ${version}.`);
  });
});
