import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usccCheckCharacter, type Command as DomainCommand } from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import type { AccountChange } from '@duixian/office';
import { testDatabase } from '@duixian/testing';
import { CommandBus, type Command } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type pg from 'pg';
import { createApp } from '../app.js';
import { Clock } from '../clock/clock.js';
import { readConfig, type Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { POOL } from '../database/database.module.js';
import { openDatabase } from '../database/database.js';
import { actorOf } from '../identity/actor.js';
import { Divisions } from '../division/divisions.js';
import type { CurrentUser } from '../identity/current-user.js';
import type { Role } from '../identity/permission.js';
import { Sessions } from '../identity/session/sessions.js';
import { AccountRecords } from '../identity/user/account-records.js';
import { officialAnswers } from '../identity/user/proposal/answer-proposal.js';
import { ProposeChangeCommand } from '../identity/user/propose/propose-change.command.js';
import { ReadModel } from '../log/read-model.js';
import { collectShapes } from './event-shapes.spec.js';
import { mutationText } from './mutations.spec.js';

/** An official who is signed in. */
export interface Official extends CurrentUser {
  readonly token: string;
}

/** What a mutation answered: fields of the thing, or of the refusal. */
export interface Answer {
  readonly __typename: string;
  readonly id: string;
  readonly status: string;
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
  readonly field: string | null;
  readonly problems: readonly {
    readonly field: string;
    readonly message: { readonly zh: string; readonly en: string };
  }[];
  readonly claims: readonly string[];
  readonly held: boolean;
  readonly determinedAmount: string | null;
  readonly paidAmount: string;
  readonly publicity: { readonly from: string; readonly until: string } | null;
  readonly determination: {
    readonly eligible: boolean;
    readonly amount: string;
    readonly reasons: readonly { readonly code: string }[];
    readonly lines: readonly {
      readonly payer: { readonly code: string };
      readonly amount: string;
      readonly basis: string;
    }[];
  } | null;
  readonly payments: readonly { readonly id: string; readonly status: string; readonly amount: string }[];
  readonly division: { readonly code: string };
  readonly contact: { readonly name: string; readonly phone: string } | null;
  readonly bankAccounts: readonly {
    readonly id: string;
    readonly standing: string;
    readonly inForce: boolean;
    readonly effectiveFrom: string | null;
  }[];
  readonly contactChanges: readonly {
    readonly id: string;
    readonly standing: string;
    readonly inForce: boolean;
  }[];
  readonly accountSharedWith: readonly string[];
  readonly moveProposals: readonly { readonly id: string; readonly standing: string }[];
  readonly changeProposals: readonly { readonly id: string; readonly standing: string }[];
  readonly proposals: readonly { readonly id: string; readonly standing: string }[];
}

/** A GraphQL response as it came. */
export interface Response {
  readonly extensions?: { readonly position?: string; readonly behind?: boolean };
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly field?: string };
  }[];
}

/** Speaks to the application over HTTP, as a browser or a machine would. */
export class Client {
  /** Position of the last mutation, by city: what is asked for next is to show it. */
  private readonly recorded = new Map<string, string>();

  /** @param url of GraphQL. */
  constructor(private readonly url: string) {}

  /** Sends a mutation of this system, under an id of its own unless one is given, and gives its answer, refusal or not. */
  async send(official: Official, mutation: string, input: object): Promise<Answer> {
    const command = { commandId: randomUUID(), ...input };
    const { data, errors } = await this.post(official, mutationText(mutation), { input: command });
    if (errors !== undefined) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
    return data?.[mutation] as Answer;
  }

  /** @param operationName which operation of the document is run; of one alone it need not be said. */
  async post(
    official: Pick<Official, 'token' | 'tenant'> | null,
    query: string,
    variables: object,
    operationName?: string,
  ): Promise<Response> {
    const headers = {
      'content-type': 'application/json',
      ...(official && { authorization: `Bearer ${official.token}` }),
    };
    const tenant = official?.tenant ?? '';
    const atLeast = this.recorded.get(tenant);
    const body = JSON.stringify({ query, variables, operationName, ...(atLeast && { extensions: { atLeast } }) });
    const response = await fetch(this.url, { method: 'POST', headers, body });
    const answer = (await response.json()) as Response;
    const position = answer.extensions?.position;
    if (position !== undefined && BigInt(position) > BigInt(atLeast ?? 0)) this.recorded.set(tenant, position);
    return answer;
  }
}

/** The application in this process, on a database of its own. */
export class Api extends Client {
  private readonly administrators = new Map<string, Promise<readonly [Official, Official]>>();

  private constructor(
    readonly app: NestFastifyApplication,
    url: string,
    readonly database: string,
  ) {
    super(url);
  }

  /** @param settings beside those that every spec has. */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<Api> {
    // With its tables, so that the first request is not told that they are being built.
    return Api.on(await testDatabase(), 'both', { DUIXIAN_START_SECONDS: '600', ...settings });
  }

  /** @param databaseUrl of a database that may have been used before. */
  static async on(
    databaseUrl: string,
    role: Config['role'] = 'both',
    settings: Readonly<Record<string, string>> = {},
  ): Promise<Api> {
    const config = readConfig({
      DATABASE_URL: databaseUrl,
      DUIXIAN_LOG_LEVEL: 'fatal',
      DUIXIAN_SESSION_HOURS: '720',
      DUIXIAN_SENSITIVE_SESSION_HOURS: '720',
      DUIXIAN_SESSION_IDLE_MINUTES: '43200',
      DUIXIAN_SECOND_FACTOR: 'off',
      DUIXIAN_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      // A busy machine may take long to answer, which is not what a spec is about.
      DUIXIAN_CONNECT_SECONDS: '60',
      // Specs send much that is refused, one after another.
      DUIXIAN_BUDGET_REFUSED: '1000000000',
      // Each in a folder of its own, which is made with the first upload.
      DUIXIAN_FILES_DIR: join(tmpdir(), `duixian-files-${randomUUID()}`),
      DUIXIAN_ROLE: role,
      ...settings,
    });
    const database = await openDatabase(config);
    const app = await createApp(config, database.url);
    await app.listen(0, '127.0.0.1');
    return new Api(app, `${await app.getUrl()}/graphql`, databaseUrl);
  }

  async stop(): Promise<void> {
    if (process.env.DUIXIAN_COLLECT_EVENTS === 'true') await collectShapes(this.pool);
    const { folder } = this.config.files;
    await this.app.close();
    await rm(folder, { recursive: true, force: true });
  }

  /** Waits until the tables hold all that is recorded of a city: whoever looks into them himself asks for it first. */
  async caughtUp(tenant: string): Promise<void> {
    const reached = await this.app.get(ReadModel).caughtUp(tenant, await this.store.head(tenant));
    if (!reached) throw new Error(`The tables of ${tenant} have not followed.`);
  }

  get store(): EventStore {
    return this.app.get(EventStore);
  }

  get config(): Config {
    return this.app.get<Config>(CONFIG);
  }

  get pool(): pg.Pool {
    return this.app.get<pg.Pool>(POOL);
  }

  /** From now on it is this day at the offices. */
  today(date: string): void {
    this.app.get(Clock).now = () => new Date(`${date}T10:00:00+08:00`);
  }

  /** A new official, signed in. */
  async hire(
    role: Role | readonly Role[],
    division: string,
    department: string | null = null,
    tenant = `${division.slice(0, 4)}00`,
  ): Promise<Official> {
    const roles = [role].flat();
    const hired = await hire(this.pool, { roles, division, department, tenant });
    // On record like the accounts of an earlier version: no spec takes two administrators to fill its offices.
    await this.app.get(AccountRecords).takeOver();
    const divisions = this.app.get(Divisions);
    const known = { reach: divisions.reachOf(hired), nameOf: divisions.nameOf };
    return { ...hired, ...known, token: await sessionFor(this.app.get(Sessions), tenant, hired.id) };
  }

  /** The same person in another office, as two administrators agree to it; he signs in anew. */
  async transfer(
    official: Official,
    role: Role,
    division: string,
    department: string | null = null,
  ): Promise<Official> {
    const { tenant, id, displayName } = official;
    const moves: AccountChange[] = [
      { kind: 'office', displayName, division, department },
      ...(official.roles.join() === role ? [] : [{ kind: 'roles' as const, roles: [role] }]),
    ];
    // A reviewer has a department as long as he is one.
    for (const move of role === 'reviewer' ? moves : moves.toReversed()) await this.agreed(tenant, id, move);
    const token = await sessionFor(this.app.get(Sessions), tenant, id);
    return { ...official, roles: [role], division, department, token };
  }

  private async agreed(tenant: string, official: string, change: AccountChange): Promise<void> {
    const [one, two] = await this.administratorsOf(tenant);
    const today = this.app.get(Clock).today();
    const request = { ...commandOf(one, today), official, change, reason: '轮岗' };
    const agreement = {
      ...commandOf(two, today),
      official,
      proposal: request.commandId,
      answer: { kind: 'agree' as const },
    };
    const outcomes = [
      await this.execute(new ProposeChangeCommand(request, null)),
      await this.execute(new officialAnswers.Command(agreement)),
    ];
    for (const outcome of outcomes) if (!outcome.ok) throw new Error(outcome.refusal.message.en);
  }

  private administratorsOf(tenant: string): Promise<readonly [Official, Official]> {
    const hired =
      this.administrators.get(tenant) ??
      Promise.all([this.hire('system-administrator', tenant), this.hire('security-administrator', tenant)]);
    this.administrators.set(tenant, hired);
    return hired;
  }

  /** Executes a command within the process, as an importer does. */
  execute<Result>(command: Command<Result>): Promise<Result> {
    return this.app.get(CommandBus).execute(command);
  }
}

async function hire(
  pool: pg.Pool,
  { roles, division, department, tenant }: Pick<CurrentUser, 'roles' | 'division' | 'department' | 'tenant'>,
): Promise<Omit<CurrentUser, 'reach' | 'nameOf'>> {
  const id = randomUUID();
  const username = `${roles.join('-')}-${id.slice(0, 8)}`;
  const user = { id, tenant, username, displayName: `经办人${id.slice(0, 4)}`, division, department, roles };
  await pool.query(
    `insert into identity."user" (tenant, id, username, display_name, division, department, roles, password, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'unused', now())`,
    [tenant, id, username, user.displayName, division, department, roles],
  );
  return user;
}

/** A session of somebody whose password is his first. */
export async function sessionFor(sessions: Sessions, tenant: string, userId: string): Promise<string> {
  const origin = { address: '127.0.0.1', agent: null, device: null };
  const session = await sessions.begin({ tenant, userId, passwordVersion: 1, origin });
  if (session === null) throw new Error('The session did not begin.');
  return session.token;
}

/** What every command carries, as an official gives it on a day. */
export function commandOf(official: Official, on: string): DomainCommand {
  return { commandId: randomUUID(), tenant: official.tenant, actor: actorOf(official), on };
}

/** The `number`-th of invented enterprises' codes that are registered in a division; its check character is right. */
export function usccOf(division: string, number: number): string {
  const body = `91${division}MA${String(number).padStart(7, '0')}`;
  return body + (usccCheckCharacter(body) ?? '');
}
