import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { leftOut, sourceFiles } from '../../tools/package/files';
import { zip } from '../../tools/package/zip';

const ROOT = process.cwd();
const place = mkdtempSync(join(tmpdir(), 'sangfroid-package-'));
afterAll(() => rmSync(place, { recursive: true, force: true }), 60_000); // two whole source trees

/** Reads our archives back by the table at their end: name → content. */
function unzip(bytes: Buffer): Map<string, string> {
  const count = bytes.readUInt16LE(bytes.length - 12);
  let at = bytes.readUInt32LE(bytes.length - 6);
  const files = new Map<string, string>();
  for (let i = 0; i < count; i += 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const size = bytes.readUInt32LE(at + 24);
    const start = bytes.readUInt32LE(at + 42) + 30 + nameLength;
    files.set(name, bytes.toString('utf8', start, start + size));
    at += 46 + nameLength;
  }
  return files;
}

describe('zip', () => {
  const a = { name: 'b/é.txt', bytes: Buffer.from('hello') };
  const b = { name: 'a.sh', bytes: Buffer.from('#!/bin/sh\n'), executable: true };

  it('gives the same bytes whatever the order, and other bytes for other contents', () => {
    expect(zip([a, b]).equals(zip([b, a]))).toBe(true);
    expect(zip([a, b]).equals(zip([a, { ...b, executable: false }]))).toBe(false);
  });

  it('is read by other programs', () => {
    const archive = zip([a, b]);
    expect([...unzip(archive)]).toEqual([
      ['a.sh', '#!/bin/sh\n'],
      ['b/é.txt', 'hello'],
    ]);
  });

  it('refuses names that leave the folder', () => {
    for (const name of ['../x', 'a/../../x', '/x', 'a\\x']) {
      expect(() => zip([{ name, bytes: Buffer.alloc(0) }])).toThrow('safe');
    }
  });
});

function copySource(to: string): void {
  // Also without git, as in the unpacked source of the package or a downloaded archive.
  for (const name of [...sourceFiles(ROOT).map((file) => file.name), ...leftOut(ROOT)]) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    cpSync(join(ROOT, name), join(to, name), { force: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(to, 'node_modules'));
}

function pack(folder: string, out: string): Map<string, Buffer> {
  const jiti = join(ROOT, 'node_modules/jiti/lib/jiti-cli.mjs');
  const env = { ...process.env, SANGFROID_DIST: out };
  execFileSync(process.execPath, [jiti, 'tools/package.ts'], { cwd: folder, env, stdio: 'pipe' });
  const names = readdirSync(out).filter((name) => name.startsWith('sangfroid-'));
  return new Map(names.map((name) => [name, readFileSync(join(out, name))]));
}

describe('npm run package', () => {
  it('gives the same bytes from two folders at two times', { timeout: 240_000 }, () => {
    copySource(join(place, 'one'));
    cpSync(join(place, 'one'), join(place, 'another', 'folder'), { recursive: true, verbatimSymlinks: true });
    const first = pack(join(place, 'one'), join(place, 'out-1'));
    const second = pack(join(place, 'another', 'folder'), join(place, 'out-2'));
    expect([...first.keys()].map((name) => name.replace(/\d.*-/, ''))).toEqual([
      'sangfroid-chrome.zip',
      'sangfroid-firefox.xpi',
      'sangfroid-source.zip',
    ]);
    for (const [name, bytes] of first)
      expect(bytes.equals(second.get(name) ?? Buffer.alloc(0)), name).toBe(true);
    const [chrome = new Map<string, string>(), firefox] = [...first.values()].map(unzip);
    for (const name of ['manifest.json', 'LICENSE', 'third-party-notices.txt'])
      expect([chrome.has(name), firefox?.has(name)], name).toEqual([true, true]);
    expect([...chrome.values()].filter((text) => text.includes(ROOT) || text.includes(place))).toEqual([]);
  });
});
