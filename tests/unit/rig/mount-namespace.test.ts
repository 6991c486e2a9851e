import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMountNamespace } from '../../rig/mount-namespace';
import { etcNames, withOwnEtc } from '../../rig/own-etc';

const folder = mkdtempSync(join(tmpdir(), 'sangfroid-mounts-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const calls = join(folder, 'calls');

/** Puts a program in front of the system's own: it notes its arguments, then does this. */
function pretend(name: string, then: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\necho ${name} "$@" >> '${calls}'\n${then}\n`, { mode: 0o755 });
}

beforeEach(() => {
  vi.stubEnv('PATH', `${folder}:${process.env.PATH ?? ''}`);
  vi.stubEnv('FIREFOX', join(folder, "a person's firefox"));
  vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
  writeFileSync(calls, '');
  pretend("a person's firefox", '');
  pretend('mount', '');
  pretend('unshare', 'while [ "$1" != sh ]; do shift; done; exec "$@"');
});

function beUser(id: number): void {
  vi.spyOn(process, 'getuid').mockReturnValue(id);
  vi.spyOn(process, 'getgid').mockReturnValue(id);
}

/** The command line of the one program that the rig would start in such a namespace. */
async function programOf(user: number): Promise<{ told: string; program: string }> {
  beUser(user);
  const namespace = await openMountNamespace('A test', 'mount "$1"', ['some thing']);
  const program = await namespace.starting('firefox', () =>
    Promise.resolve(readFileSync(process.env.FIREFOX ?? '', 'utf8')),
  );
  namespace.close();
  return { told: readFileSync(calls, 'utf8'), program: program.replace(/\d+ --mount/, 'PID --mount') };
}

describe('a mount namespace of its own', () => {
  const browser = `'${folder}/a person'\\''s firefox' "$@"`;

  it('is all that root needs', async () => {
    const { told, program } = await programOf(0);
    expect(told).toMatch(/^unshare --mount sh .*\nmount some thing$/ms);
    expect(program).toBe(`#!/bin/sh\nexec nsenter --target PID --mount -- ${browser}\n`);
  });

  it('stands in a user namespace for anybody else, whose browser is its person again', async () => {
    const { told, program } = await programOf(1234);
    expect(told).toMatch(/^unshare --user --map-root-user --mount sh .*\nmount some thing$/ms);
    const oneself = 'unshare --user --map-user=1234 --map-group=1234 --';
    const inside = 'nsenter --target PID --mount --user --preserve-credentials --';
    expect(program).toBe(`#!/bin/sh\nexec ${inside} ${oneself} ${browser}\n`);
  });

  it('gives the person their own browser back', async () => {
    const before = process.env.FIREFOX;
    await programOf(0);
    expect(process.env.FIREFOX).toBe(before);
  });

  it.each([
    ['unshare', 'echo first >&2; echo "unshare: write failed /proc/self/uid_map" >&2; exit 1'],
    ['mount', 'echo "mount: permission denied" >&2; exit 32'],
  ])('says both ways in one line where %s is refused', async (name, then) => {
    beUser(1234);
    pretend(name, then);
    const words = await openMountNamespace('A test', 'mount', []).catch(({ message }: Error) => message);
    expect(words).toMatch(
      /^A test needs .*"sudo npm test", or allow user namespaces on this machine\. (unshare: write|mount: perm).*$/,
    );
  });

  it('says where there is no unshare', async () => {
    vi.stubEnv('PATH', join(folder, 'nothing'));
    await expect(openMountNamespace('A test', '', [])).rejects.toThrow(/"sudo npm test".* unshare ENOENT/);
  });

  it('is a thing of Linux', async () => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('darwin');
    await expect(openMountNamespace('A test', '', [])).rejects.toThrow('A test can only be tried on Linux.');
  });
});

describe("an administrator's folder in /etc", () => {
  it('stands in the place of the browser’s own, which need not be there', async () => {
    beUser(1234);
    await withOwnEtc('firefox', '/my policies', () => Promise.resolve());
    const mounts = readFileSync(calls, 'utf8').match(/^mount .*$/gm);
    expect(mounts?.at(-1)).toBe('mount --bind /my policies /etc/firefox');
    // Only where this machine has no such folder.
    for (const under of mounts?.slice(0, -1) ?? [])
      expect(under).toMatch(/^mount -t overlay -o lowerdir=\S+sangfroid-under-etc-\w+:\/etc overlay \/etc$/);
  });

  it('stands wherever that build of Chromium may read', async () => {
    beUser(1234);
    vi.stubEnv('CHROMIUM', join(folder, 'chrome'));
    pretend('chrome', '');
    await withOwnEtc('chromium', '/my policies', () => Promise.resolve());
    const binds = readFileSync(calls, 'utf8').match(/(?<=^mount --bind \/my policies ).*$/gm);
    expect(binds).toEqual(['/etc/chromium', '/etc/opt/chrome', '/etc/opt/chrome_for_testing']);
  });

  it.each([
    ['/usr/bin/chromium', ['chromium']],
    ['/usr/bin/chromium-browser', ['chromium', 'chromium-browser']],
    ['/usr/bin/google-chrome-stable', ['opt/chrome']],
    ['/usr/bin/microsoft-edge', ['opt/edge']],
    ['/usr/bin/brave-browser', ['brave']],
  ])('is that of the program: %s', (program, names) => {
    expect(etcNames('chromium', program)).toEqual(names);
  });
});
