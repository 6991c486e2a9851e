import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserKind } from './browser-rig';
import { findBrowser } from './ensure-browsers';
import { temporaryFolder } from './processes';
import { needRoot } from './root';

/** Where each browser reads an administrator's files (Linux). */
const ETC: Record<BrowserKind, string> = { chromium: '/etc/chromium', firefox: '/etc/firefox' };
const VARIABLES: Record<BrowserKind, string> = { chromium: 'CHROMIUM', firefox: 'FIREFOX' };

/**
 * A program that starts the browser with `folder` in the place of its folder in /etc: a mount of its own that only this
 * one process sees, so that the machine's own files are never touched. Throws one clear line where it is not root.
 */
function programSeeing(kind: BrowserKind, folder: string): string {
  needRoot('Policies');
  mkdirSync(ETC[kind], { recursive: true }); // an empty place to mount on
  const program = join(temporaryFolder('program'), kind);
  const mounted = `mount --bind '${folder}' ${ETC[kind]} && exec "${findBrowser(kind)}" "$@"`;
  writeFileSync(program, `#!/bin/sh\nexec unshare -m sh -c ${quoted(mounted)} sh "$@"\n`);
  chmodSync(program, 0o755);
  return program;
}

function quoted(words: string): string {
  return `'${words.replaceAll("'", `'\\''`)}'`;
}

/** Runs `work` while the rig starts a browser that sees `folder` as its folder in /etc. */
export async function withOwnEtc<T>(kind: BrowserKind, folder: string, work: () => Promise<T>): Promise<T> {
  const variable = VARIABLES[kind];
  const before = process.env[variable];
  process.env[variable] = programSeeing(kind, folder);
  try {
    return await work();
  } finally {
    if (before === undefined) Reflect.deleteProperty(process.env, variable);
    else process.env[variable] = before;
  }
}
