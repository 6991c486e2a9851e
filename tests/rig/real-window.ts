import { type ChildProcess, execFile } from 'node:child_process';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { end, sleep, start, within } from './processes';

const run = promisify(execFile);

/** A screen of its own with a window manager: the only way that shows what a person's browser really does. */
export interface RealWindow {
  /** X display, for LaunchOptions.display. */
  readonly display: string;
  /** Real mouse click at screen coordinates. */
  click(x: number, y: number): Promise<void>;
  /** Real keys, in xdotool's words: 'alt+shift+x', 'Return'. */
  key(keys: string): Promise<void>;
  /** Types text. */
  type(text: string): Promise<void>;
  /** Writes the whole screen to a PNG file. */
  shoot(file: string): Promise<void>;
  /** How many windows of a browser are on the screen. */
  windows(): Promise<number>;
  close(): void;
}

/** Starts Xvfb on a free display. @returns the process and the display's number */
async function startScreen(size: string): Promise<{ server: ChildProcess; number: string }> {
  const server = start('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-ac'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const pipe = server.stdio[3] as Readable;
  const number = await within(
    15_000,
    'Xvfb',
    new Promise<string>((done, fail) => {
      pipe.once('data', (chunk: Buffer) => done(chunk.toString().trim()));
      server.once('error', fail);
    }),
  );
  return { server, number };
}

/** Starts a screen and openbox on it. Throws when the tools are not there (see ensureWindowTools). */
export async function openRealWindow(width = 1280, height = 1000): Promise<RealWindow> {
  const { server, number } = await startScreen(`${width}x${height}x24`);
  const display = `:${number}`;
  const environment = { ...process.env, DISPLAY: display };
  const manager = start('openbox', [], { stdio: 'ignore', env: environment });
  await sleep(300);
  const tool = (program: string, args: string[]) => run(program, args, { env: environment, timeout: 10_000 });
  return {
    display,
    click: async (x, y) => void (await tool('xdotool', ['mousemove', `${x}`, `${y}`, 'click', '1'])),
    key: async (keys) => void (await tool('xdotool', ['key', keys])),
    type: async (text) => void (await tool('xdotool', ['type', text])),
    shoot: async (file) => void (await tool('import', ['-window', 'root', file])),
    windows: async () => {
      const found = await tool('xdotool', [
        'search',
        '--onlyvisible',
        '--class',
        'chromium|firefox|chrome',
      ]).catch(
        () => ({ stdout: '' }), // xdotool's answer when there is none
      );
      return found.stdout.split('\n').filter(Boolean).length;
    },
    close: () => {
      end(manager);
      end(server);
    },
  };
}
