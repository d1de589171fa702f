import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import zhCN from 'zod/v4/locales/zh-CN.js';
import { evidenceFilesOf, evidenceFileVariables, missingOfS3, type EvidenceFileSettings } from './evidence-files.js';
import { firstAdministrators, type FirstAdministrator } from './first-administrators.js';
import {
  identityProviderOf,
  identityProviderVariables,
  missingOfIdentityProvider,
  type IdentityProviderSettings,
} from './identity-provider.js';

/** What a process does: answer requests, follow the log, or both. */
export type Role = 'api' | 'worker' | 'both';

/** How long this process waits for the database, in seconds. Nothing waits without end. */
export interface DatabaseLimits {
  /** For a connection, a free one or a new one. */
  readonly connectSeconds: number;
  /** For one statement of a request. */
  readonly statementSeconds: number;
  /** For a lock that somebody else holds. */
  readonly lockSeconds: number;
  /** For the next statement of a transaction that was begun. */
  readonly idleTransactionSeconds: number;
  /** For a command's turn to be recorded. */
  readonly appendSeconds: number;
  /** How many commands of one city may wait for that. */
  readonly appendQueue: number;
}

/** Settings of one process, parsed once from the environment. */
export interface Config {
  readonly role: Role;
  readonly host: string;
  readonly port: number;
  /** Address of the database's owner; null = run an embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Folder of the embedded database, absolute. */
  readonly dataDir: string;
  /** `if-empty`: an empty database is filled with the demo; `asked`: somebody said so, and is told when it cannot be. */
  readonly demo: 'asked' | 'if-empty' | 'off';
  /** The first administrators of each city, one of each kind at least; created where a city has none of the kind. */
  readonly administrators: readonly FirstAdministrator[];
  /** Folder of the policies; null = the one that belongs to this version. */
  readonly policiesDir: string | null;
  /** Most connections to the database that this process opens. */
  readonly databaseConnections: number;
  /** Longest statement of a follower or of a build of read tables, in seconds. */
  readonly batchSeconds: number;
  /** Seconds for which a start waits for its read tables; a longer build goes on behind it. */
  readonly startSeconds: number;
  /** After so many seconds a follower's process that stands still in a batch loses its lease. */
  readonly leaseSeconds: number;
  /** Whoever asks for `/metrics` names it; null = there are none to be asked for. */
  readonly metricsToken: string | null;
  /** Working days that an agreed change of a payee's account waits before it takes effect. */
  readonly accountWaitingDays: number;
  /** Days for which an activation code can be used, from the agreement of the second administrator on. */
  readonly activationDays: number;
  /** Hours after which a session ends, however much it was used. */
  readonly sessionHours: number;
  /** The same for those who move money or keep accounts. */
  readonly sensitiveSessionHours: number;
  /** Minutes after which a session ends that was not used. */
  readonly sessionIdleMinutes: number;
  /** `roles`: whoever moves money or keeps accounts signs in with a second factor. */
  readonly secondFactor: 'roles' | 'off';
  /** With which officials may sign in beside their password; null = there is none. */
  readonly identityProvider: IdentityProviderSettings | null;
  /** With which secrets are encrypted that the database keeps, 32 bytes; null = a file in `dataDir` holds it. */
  readonly secretKey: Buffer | null;
  /** Days for which an entry of the security log is kept. */
  readonly securityLogDays: number;
  /** When the record is verified each night: minutes past midnight in Beijing. */
  readonly verifyAtMinutes: number;
  /** Whether cookies travel over HTTPS only; true unless nobody but this machine can reach the process. */
  readonly secureCookie: boolean;
  /**
   * Which proxies of one's own stand before the process, so that the address of a client is taken from
   * `X-Forwarded-For`: how many, or their addresses. 0 = none.
   */
  readonly trustProxy: number | readonly string[];
  /** Connections that clients may hold to this process. */
  readonly httpConnections: number;
  /** Seconds in which a request has to have arrived, to its last byte. */
  readonly requestSeconds: number;
  /** Origins whose pages may send requests with a token and read the answers, such as `https://portal.example.cn`. */
  readonly corsOrigins: readonly string[];
  /** Points that one account, one address and an address of strangers may spend in a minute; a page of claims costs 700. */
  readonly budgetAccount: number;
  readonly budgetAddress: number;
  readonly budgetAnonymous: number;
  /** Requests of one sender that may be refused with 400 in a minute before his next ones have to wait. */
  readonly budgetRefused: number;
  readonly limits: DatabaseLimits;
  /** Seconds in which a process that is told to stop has to end, whatever hangs. */
  readonly stopSeconds: number;
  /** Where the files of claims are kept, and how large one may be. */
  readonly files: EvidenceFileSettings;
  /** Under which `duixian backup` encrypts and `duixian restore` reads; null = the file is not encrypted. */
  readonly backupPassphrase: string | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** Length of the key for secrets: AES-256. */
export const SECRET_KEY_BYTES = 32;

const flag = z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1');
const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

/** A backup may be tried by whoever holds it, as fast as his machines allow. */
const PASSPHRASE_LENGTH_MIN = 16;

/** `true`, a number of proxies, or addresses and networks with commas between. */
const proxies = z.string().transform((text, context): number | readonly string[] => {
  if (text === 'false') return 0;
  if (text === 'true') return 1;
  if (/^\d$/.test(text)) return Number(text);
  const addresses = text.split(',').map((entry) => entry.trim());
  if (addresses.every(isNetwork)) return addresses;
  context.addIssue(
    '请写 true、代理的个数或其地址，如 10.0.0.5,10.1.0.0/16。 Write true, the number of your proxies, or their addresses, such as 10.0.0.5,10.1.0.0/16.',
  );
  return z.NEVER;
});

/** `https://portal.example.cn`, commas between. */
const origins = z.string().transform((text, context): readonly string[] => {
  const named = text.split(',').map((entry) => entry.trim());
  if (named.every(isOrigin)) return named;
  context.addIssue(
    '请写网页来源，如 https://portal.example.cn，多个以逗号分隔，不含路径和通配符。 Write the origins of the pages, such as ' +
      'https://portal.example.cn, commas between, without a path or a wildcard.',
  );
  return z.NEVER;
});

/** 32 bytes in base64, as `openssl rand -base64 32` prints them. */
const secretKey = z.string().transform((text, context) => {
  const key = Buffer.from(text, 'base64');
  if (key.length === SECRET_KEY_BYTES) return key;
  context.addIssue(
    `请写 ${SECRET_KEY_BYTES} 个随机字节的 base64，可用 openssl rand -base64 32 生成。 ` +
      `Write ${SECRET_KEY_BYTES} random bytes in base64, as openssl rand -base64 32 prints them.`,
  );
  return z.NEVER;
});

/** `02:30` */
const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time of day such as 02:30')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const variables = z.object({
  DUIXIAN_ROLE: z.enum(['api', 'worker', 'both']).default('both'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole(0, 65_535).default(4000),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DUIXIAN_DATA_DIR: z.string().min(1).default('.data'),
  DUIXIAN_ADMINISTRATORS: firstAdministrators.optional(),
  DUIXIAN_DEMO: flag.optional(),
  DUIXIAN_POLICIES_DIR: z.string().min(1).optional(),
  DUIXIAN_DATABASE_CONNECTIONS: whole(2, 1000).default(20),
  DUIXIAN_BATCH_SECONDS: whole(1, 3600).default(60),
  DUIXIAN_START_SECONDS: whole(1, 3_600).default(3),
  DUIXIAN_LEASE_SECONDS: whole(1, 3600).default(15),
  DUIXIAN_METRICS_TOKEN: z.string().min(16).optional(),
  DUIXIAN_ACTIVATION_DAYS: whole(1, 30).default(7),
  DUIXIAN_SESSION_HOURS: whole(1, 24 * 30).default(12),
  DUIXIAN_SENSITIVE_SESSION_HOURS: whole(1, 24 * 30).default(8),
  DUIXIAN_SESSION_IDLE_MINUTES: whole(1, 60 * 24 * 30).default(30),
  DUIXIAN_SECOND_FACTOR: z.enum(['roles', 'off']).default('roles'),
  DUIXIAN_SECRET_KEY: secretKey.optional(),
  // 网络安全法第二十一条: six months at least.
  DUIXIAN_SECURITY_LOG_DAYS: whole(180, 36_525).default(1_096),
  DUIXIAN_VERIFY_AT: timeOfDay.default(150),
  DUIXIAN_SECURE_COOKIE: flag.optional(),
  DUIXIAN_TRUST_PROXY: proxies.default(0),
  DUIXIAN_HTTP_CONNECTIONS: whole(10, 100_000).default(2_000),
  DUIXIAN_REQUEST_SECONDS: whole(1, 600).default(30),
  DUIXIAN_CORS_ORIGINS: origins.default([]),
  DUIXIAN_BUDGET_ACCOUNT: whole(1_000, 1_000_000_000).default(1_500_000),
  DUIXIAN_BUDGET_ADDRESS: whole(1_000, 1_000_000_000).default(6_000_000),
  DUIXIAN_BUDGET_ANONYMOUS: whole(1_000, 1_000_000_000).default(200_000),
  DUIXIAN_BUDGET_REFUSED: whole(1, 1_000_000_000).default(5),
  DUIXIAN_CONNECT_SECONDS: whole(1, 60).default(5),
  DUIXIAN_STATEMENT_SECONDS: whole(1, 600).default(10),
  DUIXIAN_LOCK_SECONDS: whole(1, 60).default(5),
  DUIXIAN_IDLE_TRANSACTION_SECONDS: whole(1, 3_600).default(60),
  DUIXIAN_APPEND_SECONDS: whole(1, 60).default(10),
  DUIXIAN_APPEND_QUEUE: whole(1, 100_000).default(1_000),
  DUIXIAN_STOP_SECONDS: whole(1, 600).default(30),
  DUIXIAN_BACKUP_PASSPHRASE: z.string().min(PASSPHRASE_LENGTH_MIN).optional(),
  DUIXIAN_ACCOUNT_WAITING_DAYS: whole(0, 30).default(3),
  DUIXIAN_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ...identityProviderVariables,
  ...evidenceFileVariables,
});

const environment = variables.superRefine((settings, context) => {
  for (const name of missingOfIdentityProvider(settings)) {
    const message = '统一身份认证的设置要么齐全，要么全不写。 State all settings of the identity provider, or none';
    context.addIssue({ code: 'custom', path: [name], message });
  }
  for (const name of missingOfS3(settings)) {
    const message = '对象存储的设置要么齐全，要么全不写。 State all settings of the object store, or none';
    context.addIssue({ code: 'custom', path: [name], message });
  }
});

/** The environment cannot be understood: one line per variable, ready to be printed. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `设置有误，请逐项更正：\nThe settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

/**
 * Settings from environment variables; an empty variable counts as absent.
 *
 * @throws ConfigError naming each variable that is wrong, and what it may be.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) throw new ConfigError(problemsOf(present, parsed.error.issues));
  const settings = parsed.data;
  return {
    role: settings.DUIXIAN_ROLE,
    host: settings.HOST,
    port: settings.PORT,
    databaseUrl: settings.DATABASE_URL ?? null,
    dataDir: resolve(settings.DUIXIAN_DATA_DIR),
    demo: demoOf(settings),
    administrators: settings.DUIXIAN_ADMINISTRATORS ?? [],
    policiesDir: settings.DUIXIAN_POLICIES_DIR === undefined ? null : resolve(settings.DUIXIAN_POLICIES_DIR),
    databaseConnections: settings.DUIXIAN_DATABASE_CONNECTIONS,
    batchSeconds: settings.DUIXIAN_BATCH_SECONDS,
    startSeconds: settings.DUIXIAN_START_SECONDS,
    leaseSeconds: settings.DUIXIAN_LEASE_SECONDS,
    metricsToken: settings.DUIXIAN_METRICS_TOKEN ?? null,
    activationDays: settings.DUIXIAN_ACTIVATION_DAYS,
    sessionHours: settings.DUIXIAN_SESSION_HOURS,
    sensitiveSessionHours: Math.min(settings.DUIXIAN_SESSION_HOURS, settings.DUIXIAN_SENSITIVE_SESSION_HOURS),
    sessionIdleMinutes: settings.DUIXIAN_SESSION_IDLE_MINUTES,
    secondFactor: settings.DUIXIAN_SECOND_FACTOR,
    identityProvider: identityProviderOf(settings),
    secretKey: settings.DUIXIAN_SECRET_KEY ?? null,
    securityLogDays: settings.DUIXIAN_SECURITY_LOG_DAYS,
    verifyAtMinutes: settings.DUIXIAN_VERIFY_AT,
    secureCookie: settings.DUIXIAN_SECURE_COOKIE ?? (!isLoopback(settings.HOST) || settings.DUIXIAN_TRUST_PROXY !== 0),
    trustProxy: settings.DUIXIAN_TRUST_PROXY,
    httpConnections: settings.DUIXIAN_HTTP_CONNECTIONS,
    requestSeconds: settings.DUIXIAN_REQUEST_SECONDS,
    corsOrigins: settings.DUIXIAN_CORS_ORIGINS,
    budgetAccount: settings.DUIXIAN_BUDGET_ACCOUNT,
    budgetAddress: settings.DUIXIAN_BUDGET_ADDRESS,
    budgetAnonymous: settings.DUIXIAN_BUDGET_ANONYMOUS,
    budgetRefused: settings.DUIXIAN_BUDGET_REFUSED,
    limits: {
      connectSeconds: settings.DUIXIAN_CONNECT_SECONDS,
      statementSeconds: settings.DUIXIAN_STATEMENT_SECONDS,
      lockSeconds: settings.DUIXIAN_LOCK_SECONDS,
      idleTransactionSeconds: settings.DUIXIAN_IDLE_TRANSACTION_SECONDS,
      appendSeconds: settings.DUIXIAN_APPEND_SECONDS,
      appendQueue: settings.DUIXIAN_APPEND_QUEUE,
    },
    stopSeconds: settings.DUIXIAN_STOP_SECONDS,
    files: evidenceFilesOf(settings),
    backupPassphrase: settings.DUIXIAN_BACKUP_PASSPHRASE ?? null,
    accountWaitingDays: settings.DUIXIAN_ACCOUNT_WAITING_DAYS,
    logLevel: settings.DUIXIAN_LOG_LEVEL,
  };
}

/** One line for each: what the variable may be, in both languages. */
function problemsOf(present: Readonly<Record<string, unknown>>, issues: readonly z.core.$ZodIssue[]): string[] {
  // The same settings have the same faults, in the same order.
  const inChinese = environment.safeParse(present, { error: zhCN().localeError }).error?.issues ?? [];
  return issues.map(({ path, message }, index) => {
    const zh = inChinese[index]?.message ?? message;
    return `${path.join('.')}: ${zh === message ? message : `${zh}。 ${message}.`}`;
  });
}

/** Whether nobody but this machine reaches what listens there. */
export function isLoopback(host: string): boolean {
  const family = isIP(host);
  return family === 0 ? host === 'localhost' : LOOPBACK.check(host, family === 6 ? 'ipv6' : 'ipv4');
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  const isPrefix = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32));
  return family !== 0 && isPrefix && rest.length === 0;
}

/** As a browser names it: scheme, host, and a port that is not the scheme's own. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol } = new URL(text);
  return origin === text && ['http:', 'https:'].includes(protocol);
}

/** Somebody's own database, or one with administrators of his own, is not filled with invented claims unless he asks. */
function demoOf(settings: z.infer<typeof environment>): Config['demo'] {
  if (settings.DUIXIAN_DEMO !== undefined) return settings.DUIXIAN_DEMO ? 'asked' : 'off';
  const isOwn = settings.DATABASE_URL !== undefined || settings.DUIXIAN_ADMINISTRATORS !== undefined;
  return isOwn ? 'off' : 'if-empty';
}
