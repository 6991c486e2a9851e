import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ENGINES = '^20.19.0 || ^22.13.0 || >=24.0.0';
const WORDS = '20.19+, 22.13+ or 24+ (not 21, 23)';

/** Starts the bootstrap as a Node of another version would; without a program it only looks whether it can. */
function startedWith(version: string): { status: number | null; stderr: string } {
  const pretended = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const args = ['--import', `data:text/javascript,${encodeURIComponent(pretended)}`, 'tools/bootstrap.mjs'];
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

describe('npm start on a Node that a package here does not take', () => {
  it.each(['18.20.4', '20.18.1', '21.7.3', '22.12.0', '23.11.1'])(
    '%s: says which one is needed',
    (version) => {
      const { status, stderr } = startedWith(version);
      expect(status).toBe(1);
      expect(stderr).toContain(`Node ${WORDS} is needed; this is ${version}.`);
    },
  );
});

describe('npm start on a Node that all packages here take', () => {
  it.each(['20.19.0', '22.13.0', '24.0.0', '26.1.0'])('%s: goes on', (version) => {
    expect(startedWith(version)).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('the versions of Node', () => {
  const text = (file: string): string => readFileSync(file, 'utf8');

  it('are the same in package.json and in the lock file', () => {
    expect(JSON.parse(text('package.json'))).toMatchObject({ engines: { node: ENGINES } });
    expect(JSON.parse(text('package-lock.json'))).toMatchObject({
      packages: { '': { engines: { node: ENGINES } } },
    });
  });

  it.each(['README.md', 'docs/reviewers.md'])('are the same in %s', (file) => {
    expect(text(file)).toContain(WORDS);
  });
});
