import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { findBinaries } from './binaries.js';
import { openCluster, type Cluster } from './cluster.js';
import { PostgresError } from './errors.js';
import { findServerUser, type ServerUser } from './server-user.js';

const run = promisify(execFile);

/** Any number will do: it names the lock by which a living owner of the data folder is known. */
const OWNER_LOCK = 3_500_582;
const LOCK_WAIT_MS = 2_000;
/** A server that was just killed is seen as running, and one that is shutting down refuses connections, for a moment. */
const ORPHAN_WAIT_MS = 10_000;
const POLL_MS = 50;
const LOCK_NOT_AVAILABLE = '55P03';
/** A port found free may be taken before the server binds it, and a killed server's last backend takes a moment to go. */
const START_ATTEMPTS = 5;

/** A killed server's backends take a moment to go; what fails for a minute and a half needs a person. */
const REVIVAL_PAUSES_MS = [200, 1_000, 3_000, 10_000, 30_000, 45_000];

export interface EmbeddedOptions {
  /** Folder of the database files; made on first use. */
  readonly dataDir: string;
  /** Port on 127.0.0.1; a free one if left out. */
  readonly port?: number;
  /** Hears what becomes of a server that ended by itself, in both languages; left out, nobody starts it again. */
  readonly say?: (sentence: string) => void;
  /** Pauses before each attempt to start it again, in milliseconds. */
  readonly revivalPausesMs?: readonly number[];
}

export interface EmbeddedServer {
  /** Address of the database `postgres` as superuser. */
  readonly adminUrl: string;
  readonly port: number;
  /** Process id of the server (its postmaster); another one after it was started again. */
  readonly pid: number;
  /** Resolves when the server ended by itself and could not be started again; never otherwise. */
  readonly lost: Promise<PostgresError>;
  /** Ends all sessions, writes everything down, and returns once the server is gone; harmless if it already is. */
  stop(): Promise<void>;
}

interface Control {
  readonly pgCtl: string;
  readonly cluster: Cluster;
  readonly user: ServerUser;
}

/**
 * Starts a real PostgreSQL on 127.0.0.1 with the durability of a production server. It runs in a session of its own, so
 * that Ctrl-C reaches the application alone, which closes its connections and then calls `stop`.
 *
 * A server whose parent was killed is recognised by its owner's lock being free; it is stopped and started anew.
 *
 * @throws PostgresError
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const binaries = await findBinaries();
  const user = await findServerUser();
  const cluster = await openCluster(resolve(options.dataDir), binaries, user);
  const control: Control = { pgCtl: binaries.pgCtl, cluster, user };

  await stopOrphan(control);
  const port = await start(control, options.port);
  const owner = await takeOwnership(urlOf(cluster, port));
  if (owner === null) throw inUse(cluster.dataDir);
  const running = new Running(control, port, owner, (await readPidFile(cluster.dataDir)).pid);
  if (options.say !== undefined) running.watch(options.say, options.revivalPausesMs ?? REVIVAL_PAUSES_MS);
  return running;
}

/** A server that was started here. It is known to live by its owner's connection, which breaks when it dies. */
class Running implements EmbeddedServer {
  readonly adminUrl: string;
  readonly lost: Promise<PostgresError>;
  private lose: (error: PostgresError) => void = () => undefined;
  private isStopping = false;
  private isLost = false;
  private reviving: Promise<void> | null = null;

  constructor(
    private readonly control: Control,
    readonly port: number,
    private owner: pg.Client,
    public pid: number,
  ) {
    this.adminUrl = urlOf(control.cluster, port);
    this.lost = new Promise((resolve) => (this.lose = resolve));
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await this.reviving;
    await this.owner.end();
    if (!this.isLost && (await isRunning(this.control))) await stop(this.control);
  }

  /** On the same port, so that those who are connected to it need not be told. */
  watch(say: (sentence: string) => void, pausesMs: readonly number[]): void {
    this.owner.once('end', () => {
      if (!this.isStopping) this.reviving = this.revive(say, pausesMs);
    });
  }

  private async revive(say: (sentence: string) => void, pausesMs: readonly number[]): Promise<void> {
    say('内置数据库意外停止，正在重新启动。 The embedded database ended by itself; it is being started again.');
    for (const pauseMs of pausesMs) {
      await setTimeout(pauseMs);
      if (this.isStopping) return;
      try {
        // The connection alone may have been cut, by hand, while the server lives.
        if (!(await isRunning(this.control))) await start(this.control, this.port);
        const owner = await takeOwnership(this.adminUrl);
        if (owner === null) break;
        this.owner = owner;
        this.pid = (await readPidFile(this.control.cluster.dataDir)).pid;
        this.watch(say, pausesMs);
        say('内置数据库已恢复运行。 The embedded database runs again.');
        return;
      } catch (error) {
        say(`内置数据库未能启动，将再试。 The embedded database did not start, and is tried again: ${String(error)}`);
      }
    }
    this.isLost = true;
    this.lose(gone(this.control.cluster.dataDir));
  }
}

/**
 * The server of a data folder, for a look at it or a copy: the one that runs, as its owner does, or one that is started
 * for the time. `stop` ends only what was started here.
 *
 * @throws PostgresError
 */
export async function reachEmbedded(options: EmbeddedOptions): Promise<Pick<EmbeddedServer, 'adminUrl' | 'stop'>> {
  const dataDir = resolve(options.dataDir);
  if (existsSync(dataDir)) {
    const binaries = await findBinaries();
    const user = await findServerUser();
    const cluster = await openCluster(dataDir, binaries, user);
    if (await isRunning({ pgCtl: binaries.pgCtl, cluster, user })) {
      const { port } = await readPidFile(dataDir);
      return { adminUrl: urlOf(cluster, port), stop: () => Promise.resolve() };
    }
  }
  return startEmbedded(options);
}

async function start(control: Control, wanted: number | undefined): Promise<number> {
  const { dataDir } = control.cluster;
  const log = join(dataDir, 'server.log');
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    const settings = [
      `-p ${port}`,
      '-c listen_addresses=127.0.0.1',
      "-c unix_socket_directories=''",
      '-c max_connections=200',
      '-c log_checkpoints=off',
    ];
    try {
      await pgCtl(control, ['start', '--wait', '--log', log, '--options', settings.join(' ')]);
      return port;
    } catch (cause) {
      if (attempt < START_ATTEMPTS) continue;
      throw new PostgresError(
        'START_FAILED',
        `内置 PostgreSQL 未能在端口 ${port} 启动，原因见 ${log}；排除后请重新启动本系统。`,
        `PostgreSQL did not start on port ${port}; ${log} says why. Mend that and start Duixian again.`,
        { cause },
      );
    }
  }
}

async function stopOrphan(control: Control): Promise<void> {
  const { dataDir } = control.cluster;
  const deadline = Date.now() + ORPHAN_WAIT_MS;
  while (await isRunning(control)) {
    try {
      const { port } = await readPidFile(dataDir);
      const owner = await takeOwnership(urlOf(control.cluster, port));
      if (owner === null) throw inUse(dataDir);
      await owner.end();
      await stop(control);
    } catch (cause) {
      if (cause instanceof PostgresError) throw cause;
      if (Date.now() > deadline) throw silent(dataDir, cause);
      await setTimeout(POLL_MS);
    }
  }
}

function stop(control: Control): Promise<void> {
  return pgCtl(control, ['stop', '--wait', '--mode', 'fast']);
}

async function isRunning(control: Control): Promise<boolean> {
  try {
    await pgCtl(control, ['status']);
    return true;
  } catch {
    return false;
  }
}

async function pgCtl(control: Control, args: readonly string[]): Promise<void> {
  const { dataDir } = control.cluster;
  await run(control.pgCtl, [...args, '--pgdata', dataDir], { ...control.user, cwd: dirname(dataDir) });
}

/**
 * Holds the owner's lock for as long as this process lives: the server frees it when the connection breaks, which a
 * pid file could not promise. Answers null if somebody else holds it.
 */
async function takeOwnership(adminUrl: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'duixian owner' });
  // The server going away ends the ownership, which is all there is to know.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`SET lock_timeout = ${LOCK_WAIT_MS}`);
    await client.query('SELECT pg_advisory_lock($1)', [OWNER_LOCK]);
    return client;
  } catch (error) {
    await client.end();
    if (error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE) return null;
    throw error;
  }
}

function inUse(dataDir: string): PostgresError {
  return new PostgresError(
    'DATA_DIR_IN_USE',
    `另一个进程正在使用 ${dataDir} 中的数据库。请先停止它，或用 DUIXIAN_DATA_DIR 另给一个目录。`,
    `Another process is using the database in ${dataDir}. Stop it first, or give this one a folder of its own in DUIXIAN_DATA_DIR.`,
  );
}

function silent(dataDir: string, cause: unknown): PostgresError {
  const pidFile = join(dataDir, 'postmaster.pid');
  return new PostgresError(
    'START_FAILED',
    `${pidFile} 所记的服务器没有应答。请结束该进程；若它不是 PostgreSQL，请删除此文件。`,
    `The server noted in ${pidFile} does not answer. End its process; if that is no PostgreSQL, delete the file.`,
    { cause },
  );
}

function gone(dataDir: string): PostgresError {
  const log = join(dataDir, 'server.log');
  return new PostgresError(
    'SERVER_LOST',
    `内置数据库意外停止，多次重新启动均未成功。原因见 ${log}；排除后请重新启动本系统。`,
    `The embedded database ended and could not be started again; ${log} says why. Mend that and start Duixian again.`,
  );
}

/** The first and fourth line of postmaster.pid: the server's process and its port. */
async function readPidFile(dataDir: string): Promise<{ pid: number; port: number }> {
  const lines = (await readFile(join(dataDir, 'postmaster.pid'), 'utf8')).split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

function urlOf(cluster: Cluster, port: number): string {
  return `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/postgres`;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) found(address.port);
        else failed(new Error('No free port was found on 127.0.0.1.'));
      });
    });
  });
}
