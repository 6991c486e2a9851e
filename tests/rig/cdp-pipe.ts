import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { within } from './processes';

interface Reply {
  id?: number;
  method?: string;
  sessionId?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: { message: string };
}

type Listener = (params: Record<string, unknown>, sessionId: string | undefined) => void;

const COMMAND_LIMIT_MS = 30_000;

/**
 * The DevTools protocol over Chromium's debugging pipe (file descriptors 3 and 4, JSON ended by a zero byte).
 * Attaching through it without enabling the Page domain leaves dialogs to the browser, as for a person.
 */
export class CdpPipe {
  private readonly writer: Writable;
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private readonly listeners = new Map<string, Set<Listener>>();
  private nextId = 1;
  private pieces: Buffer[] = [];
  closed = false;

  constructor(child: ChildProcess) {
    this.writer = child.stdio[3] as Writable;
    const reader = child.stdio[4] as Readable;
    reader.on('data', (chunk: Buffer) => this.read(chunk));
    this.writer.on('error', () => this.close());
    reader.on('error', () => this.close());
    child.on('exit', () => this.close());
  }

  /** Sends a command and gives its result; throws with the browser's message, or when it takes over `limit` ms. */
  send<T>(method: string, params: object = {}, sessionId?: string, limit = COMMAND_LIMIT_MS): Promise<T> {
    if (this.closed) return Promise.reject(new Error(`${method}: the browser has gone`));
    const id = this.nextId++;
    const answer = new Promise<T>((done, fail) => {
      this.waiting.set(id, (reply) =>
        reply.error ? fail(new Error(`${method}: ${reply.error.message}`)) : done(reply.result as T),
      );
    });
    this.writer.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return within(limit, method, answer).finally(() => this.waiting.delete(id));
  }

  /** Calls `listener` at each event of that name. */
  on(method: string, listener: Listener): void {
    const set = this.listeners.get(method) ?? new Set();
    this.listeners.set(method, set.add(listener));
  }

  private read(chunk: Buffer): void {
    let rest = chunk;
    for (let cut = rest.indexOf(0); cut >= 0; cut = rest.indexOf(0)) {
      this.pieces.push(rest.subarray(0, cut));
      this.take(JSON.parse(Buffer.concat(this.pieces).toString('utf8')) as Reply);
      this.pieces = [];
      rest = rest.subarray(cut + 1);
    }
    if (rest.length > 0) this.pieces.push(rest);
  }

  private take(reply: Reply): void {
    if (reply.id !== undefined) this.waiting.get(reply.id)?.(reply);
    else if (reply.method)
      for (const listener of this.listeners.get(reply.method) ?? [])
        listener(reply.params ?? {}, reply.sessionId);
  }

  private close(): void {
    this.closed = true;
    for (const answer of this.waiting.values()) answer({ error: { message: 'the browser has gone' } });
    this.waiting.clear();
  }
}
