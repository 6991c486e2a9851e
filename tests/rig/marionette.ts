import { createConnection, type Socket } from 'node:net';
import { within } from './processes';

type Waiting = (error: { error: string; message: string } | null, result: unknown) => void;

const COMMAND_LIMIT_MS = 30_000;

/** Firefox's own remote control: `length:json` over a local socket, requests [0, id, name, parameters]. */
export class Marionette {
  private readonly waiting = new Map<number, Waiting>();
  private received = Buffer.alloc(0);
  private nextId = 1;
  /** One command at a time: the current tab and context belong to the connection. */
  private queue: Promise<unknown> = Promise.resolve();
  closed = false;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => this.read(chunk));
    socket.on('close', () => this.drop());
    socket.on('error', () => this.drop());
  }

  /** Connects to a port of this machine. Throws when nobody listens there. */
  static async connect(port: number): Promise<Marionette> {
    const socket = createConnection({ host: '127.0.0.1', port });
    await new Promise<void>((done, fail) => socket.once('connect', done).once('error', fail));
    return new Marionette(socket);
  }

  /** Sends one command; throws with Firefox's message, or when it takes over `limit` ms. */
  send<T>(name: string, parameters: object = {}, limit = COMMAND_LIMIT_MS): Promise<T> {
    if (this.closed) return Promise.reject(new Error(`${name}: Firefox has gone`));
    const id = this.nextId++;
    const answer = new Promise<T>((done, fail) => {
      this.waiting.set(id, (error, result) =>
        error ? fail(new Error(`${name}: ${error.error}: ${error.message}`)) : done(result as T),
      );
    });
    const json = JSON.stringify([0, id, name, parameters]);
    this.socket.write(`${Buffer.byteLength(json)}:${json}`);
    return within(limit, name, answer).finally(() => this.waiting.delete(id));
  }

  /** Runs several commands that belong together; nobody else's come between. */
  together<T>(steps: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(steps, steps);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  close(): void {
    this.socket.destroy();
    this.drop();
  }

  private read(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    for (;;) {
      const colon = this.received.indexOf(':');
      if (colon < 0) return;
      const length = Number(this.received.subarray(0, colon).toString());
      if (this.received.length < colon + 1 + length) return;
      const json = this.received.subarray(colon + 1, colon + 1 + length).toString('utf8');
      this.received = this.received.subarray(colon + 1 + length);
      this.take(JSON.parse(json) as unknown);
    }
  }

  private take(packet: unknown): void {
    if (!Array.isArray(packet)) return; // the hello at the start
    const [, id, error, result] = packet as [number, number, Parameters<Waiting>[0], unknown];
    this.waiting.get(id)?.(error, result);
  }

  private drop(): void {
    this.closed = true;
    for (const answer of this.waiting.values())
      answer({ error: 'closed', message: 'Firefox has gone' }, null);
    this.waiting.clear();
  }
}
