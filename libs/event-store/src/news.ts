import type pg from 'pg';

const CHANNEL = 'es_appended';
/** Nothing of it has to be on disk when it returns: followers look for themselves now and then. */
const TELL = `select set_config('synchronous_commit', 'off', true), pg_notify('${CHANNEL}', '')`;
const RECONNECT_MS = 1_000;

/**
 * Tells other processes that something was appended. Apart from the append, since PostgreSQL commits transactions that
 * notify one after the other, of all tenants. While one is on its way, any number of further ones are one.
 */
export class AppendTeller {
  private telling = false;
  private again = false;

  constructor(private readonly pool: pg.Pool) {}

  tell(): void {
    this.again = this.telling;
    if (this.telling) return;
    this.telling = true;
    void this.pool
      .query(TELL)
      .catch(nobodyHears)
      .finally(() => {
        this.telling = false;
        if (this.again) this.tell();
      });
  }
}

/** Hears what {@link AppendTeller}s of other processes tell, on a connection of its own that is renewed when it breaks. */
export class AppendListener {
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private stopped = false;

  /**
   * @param connection makes a new one, not connected yet.
   * @param heard is called for each news, and after each connection: what was told before nobody heard.
   */
  constructor(
    private readonly connection: () => pg.Client,
    private readonly heard: () => void,
  ) {}

  start(): void {
    this.stopped = false;
    void this.listen();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = null;
    await this.client?.end().catch(nobodyHears);
  }

  private async listen(): Promise<void> {
    const client = this.connection();
    this.client = client;
    client.on('notification', this.heard);
    client.on('error', nobodyHears);
    client.once('end', () => this.listenAgain());
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.heard();
    } catch {
      this.listenAgain();
      await client.end().catch(nobodyHears);
    }
  }

  private listenAgain(): void {
    if (this.stopped || this.retry !== null) return;
    this.retry = setTimeout(() => {
      this.retry = null;
      void this.listen();
    }, RECONNECT_MS).unref();
  }
}

function nobodyHears(): void {
  // Followers look for themselves a few times a second.
}
