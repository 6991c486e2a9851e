import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { sleep } from './processes';

/** What a route answers; a string is HTML. */
export interface Answer {
  body: string | Buffer;
  status?: number;
  type?: string;
  headers?: Record<string, string>;
}

interface PageRequest {
  /** First label of the host name: `shop` for http://shop.localhost:1234/. */
  site: string;
  path: string;
  query: URLSearchParams;
}

/** Looks a page up; undefined when it has none. */
export type PageSource = (
  request: PageRequest,
) => Answer | string | undefined | Promise<Answer | string | undefined>;

export interface PageServer {
  readonly port: number;
  /** Address of a page on a host of its own: http://<site>.localhost:<port><path>. */
  address(site: string, path?: string): string;
  close(): void;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.wav': 'audio/wav',
  '.json': 'application/json',
};

/** Content type of a file by its name. */
function typeOf(path: string): string {
  return TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** A page's markup with each `<!-- part: NAME -->` replaced by `parts/NAME.html` of its folder. */
export function withParts(folder: string, markup: string): string {
  return markup.replaceAll(/<!-- part: ([a-z-]+) -->\n/g, (_all, name: string) =>
    readFileSync(join(folder, 'parts', `${name}.html`), 'utf8'),
  );
}

/** Serves the files of a folder, the same under every host name. */
export function folderSource(folder: string): PageSource {
  return ({ path }) => {
    const file = join(folder, normalize(decodeURIComponent(path)));
    if (!file.startsWith(folder)) return undefined;
    const stat = statSync(file, { throwIfNoEntry: false });
    const found = stat?.isDirectory() ? join(file, 'index.html') : file;
    if (!statSync(found, { throwIfNoEntry: false })?.isFile()) return undefined;
    const type = typeOf(found);
    const isPage = type.startsWith('text/html');
    return { body: isPage ? withParts(folder, readFileSync(found, 'utf8')) : readFileSync(found), type };
  };
}

/** Half a second of a 440 Hz tone, 8 kHz, 8 bit: loud enough to be "audible" for the browser. */
function toneWav(): Buffer {
  const rate = 8_000;
  const samples = Buffer.alloc(rate / 2);
  for (let i = 0; i < samples.length; i++)
    samples[i] = 128 + Math.round(60 * Math.sin((2 * Math.PI * 440 * i) / rate));
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

/**
 * Routes every page may use, below `/-/`: `tone.wav`; `auth?realm=…` asks for a password; `slow?ms=…` answers late;
 * `redirect?to=…` sends on.
 */
const specialRoutes: PageSource = async ({ path, query }): Promise<Answer | string | undefined> => {
  switch (path) {
    case '/-/tone.wav':
      return { body: toneWav(), type: 'audio/wav' };
    case '/-/auth': {
      const realm = (query.get('realm') ?? 'closed').replaceAll(/["\\\r\n]/g, '');
      return {
        body: 'A password is needed.',
        status: 401,
        headers: { 'WWW-Authenticate': `Basic realm="${realm}"` },
      };
    }
    case '/-/slow':
      await sleep(Math.min(Number(query.get('ms') ?? 1_000), 30_000));
      return '<!doctype html><title>Late</title><p>Here at last.';
    case '/-/redirect':
      return { body: '', status: 302, headers: { Location: query.get('to') ?? '/' } };
    case '/favicon.ico':
      return { body: '', status: 204 };
    default:
      return undefined;
  }
};

async function respond(
  sources: PageSource[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
  const asked = { site: url.hostname.split('.')[0] ?? '', path: url.pathname, query: url.searchParams };
  let found: Answer | string | undefined;
  for (const source of sources) {
    found = await source(asked);
    if (found !== undefined) break;
  }
  const answer: Answer =
    typeof found === 'string' ? { body: found } : (found ?? { body: 'Not here.', status: 404 });
  const headers = { 'Content-Type': answer.type ?? 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(answer.status ?? 200, { ...headers, ...answer.headers });
  response.end(answer.body);
}

/** Starts a server of this machine only, on a free port. Sources are asked in order, after the special routes. */
export async function servePages(...sources: PageSource[]): Promise<PageServer> {
  const all = [specialRoutes, ...sources];
  const server: Server = createServer((request, response) => {
    respond(all, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end(String(error));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The page server has no port.');
  const { port } = bound;
  return {
    port,
    address: (site, path = '/') => `http://${site}.localhost:${port}${path}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
