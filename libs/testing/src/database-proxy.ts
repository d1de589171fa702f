import { connect, createServer, type Server, type Socket } from 'node:net';

/** How the way to the database behaves. */
type Mode =
  | { readonly kind: 'open' }
  /** Nobody listens, and what was open is cut. */
  | { readonly kind: 'away' }
  /** Connections stay open and nothing comes through, as behind a firewall that drops packets. */
  | { readonly kind: 'silent' }
  /** The next message with these words meets its end. */
  | { readonly kind: 'cutting'; readonly words: string; readonly end: End };

/** The answer is thrown away and the connection cut, or all of them; or it is passed on, and all of them are cut then. */
type End = 'cut' | 'away' | 'answered, then away';

/** A way to the database on which a spec can stand: a TCP proxy that cuts, silences and opens connections. */
export class DatabaseProxy {
  private mode: Mode = { kind: 'open' };
  private readonly pairs = new Set<{ readonly client: Socket; readonly server: Socket }>();

  private constructor(
    private readonly listener: Server,
    private readonly target: URL,
  ) {}

  static async before(databaseUrl: string): Promise<DatabaseProxy> {
    const listener = createServer();
    const proxy = new DatabaseProxy(listener, new URL(databaseUrl));
    listener.on('connection', (client) => proxy.accept(client));
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** The database's address by way of the proxy. */
  get url(): string {
    const address = this.listener.address();
    if (address === null || typeof address === 'string') throw new Error('The proxy does not listen.');
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(address.port);
    return url.href;
  }

  open(): void {
    this.mode = { kind: 'open' };
    for (const { client, server } of this.pairs) {
      client.resume();
      server.resume();
    }
  }

  goAway(): void {
    this.mode = { kind: 'away' };
    for (const { client, server } of this.pairs) {
      client.destroy();
      server.destroy();
    }
  }

  fallSilent(): void {
    this.mode = { kind: 'silent' };
    for (const { client, server } of this.pairs) {
      client.pause();
      server.pause();
    }
  }

  /** Lets the next message with these words through to the database, and cuts its connection once it has been answered. */
  cutAnswerTo(words: string, then: 'open' | 'away' = 'open'): void {
    this.mode = { kind: 'cutting', words, end: then === 'away' ? 'away' : 'cut' };
  }

  /** Lets the next message with these words through and its answer back, and nothing that comes later. */
  goAwayAfterAnswerTo(words: string): void {
    this.mode = { kind: 'cutting', words, end: 'answered, then away' };
  }

  async stop(): Promise<void> {
    this.goAway();
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private accept(client: Socket): void {
    if (this.mode.kind === 'away') {
      client.destroy();
      return;
    }
    const server = connect(Number(this.target.port), this.target.hostname);
    const pair = { client, server };
    let doomed: End | null = null;
    this.pairs.add(pair);
    client.on('data', (data) => {
      if (this.mode.kind === 'cutting' && data.includes(this.mode.words)) {
        doomed = this.mode.end;
        this.mode = { kind: 'open' };
      }
      server.write(data);
    });
    server.on('data', (data) => {
      if (doomed === null) client.write(data);
      else if (doomed === 'answered, then away') client.write(data, () => this.goAway());
      else if (doomed === 'away') this.goAway();
      else client.destroy();
    });
    const end = (): void => {
      this.pairs.delete(pair);
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) socket.on('error', end).on('close', end);
    if (this.mode.kind === 'silent') {
      client.pause();
      server.pause();
    }
  }
}
