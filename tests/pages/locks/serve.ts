import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageOf } from './page';
import type { Reply, Technique } from './technique';

/** The part of a technique (or of an honest page) that the server needs. */
export type Served = Pick<Technique, 'id' | 'page' | 'files'> & Partial<Technique>;

/** A running server of all pages: each under a host of its own, `<id>-<run>.localhost`. */
export interface LockServer {
  /** The address of a technique's page; a new `run` is a new host, so that no earlier verdict stands in the way. */
  address(technique: Pick<Technique, 'id'>, run: string): string;
  /** When the page said that its act begins (or was first asked for, where it is no page), ms since 1970. */
  began(technique: Pick<Technique, 'id'>, run: string): number | undefined;
  /** When the page was about to show its second dialog, or to begin its busy loop. */
  second(technique: Pick<Technique, 'id'>, run: string): number | undefined;
  /** The page was sent. */
  loaded(technique: Pick<Technique, 'id'>, run: string): boolean;
  close(): void;
}

/** Serves techniques on 127.0.0.1, whatever the name; a further `other-` before the name is the same page's files. */
export async function serveLocks(techniques: readonly Served[]): Promise<LockServer> {
  const byId = new Map(techniques.map((technique) => [technique.id, technique]));
  const marks = new Map<string, number>();
  const sent = new Set<string>();
  const server = createServer((request, response) => {
    if (request.url === '/') sent.add(request.headers.host ?? '');
    answer(byId, marks, request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: ({ id }, run) => `http://${id}--${run}.localhost:${port}/`,
    began: ({ id }, run) => marks.get(`${id}--${run}.localhost:${port}`),
    second: ({ id }, run) => marks.get(`${id}--${run}.localhost:${port}/second`),
    loaded: ({ id }, run) => sent.has(`${id}--${run}.localhost:${port}`),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answer(
  byId: Map<string, Served>,
  marks: Map<string, number>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const name = (request.headers.host ?? '').replace(/^other-/, '');
  const technique = byId.get(name.slice(0, Math.max(0, name.indexOf('--'))));
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (technique && !marks.has(name) && (path === '/began' || technique.page)) marks.set(name, Date.now());
  if (technique && path === '/second' && !marks.has(name + path)) marks.set(name + path, Date.now());
  const reply = technique ? choose(technique, path) : { status: 404, body: '' };
  response.writeHead(reply.status ?? 200, {
    'content-type': reply.type ?? 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...reply.headers,
  });
  response.end(reply.body);
}

function choose(technique: Served, path: string): Reply {
  if (path === '/began' || path === '/second') return { status: 204, body: '' };
  const file = technique.files?.[path];
  if (file) return file;
  if (path === '/' || path.startsWith('/again'))
    return technique.page ?? { body: pageOf({ does: '', at: 'load', ...technique }) };
  return { status: 404, body: '' };
}
