import type { LoggerService } from '@nestjs/common';
import { LogController } from 'fastify';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from './config/config.js';
import { currentRequest } from './request/request-scope.js';

interface LoggedRequest {
  readonly method: string;
  readonly url: string;
}

/** What of an error goes into the log: pg and TypeORM hang rows and parameters on theirs, such as a password's hash. */
interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: string;
  readonly cause?: LoggedError;
}

/**
 * The log of the process: JSON, one object a line. A request's line names no header and no cookie, as a session's token
 * is in both, and nothing of a query string: a GraphQL request by GET has its variables there.
 *
 * @param to where the lines go; standard output when left out.
 */
export function openLog({ logLevel }: Pick<Config, 'logLevel'>, to?: DestinationStream): Logger {
  const serializers = {
    req: ({ method, url }: LoggedRequest) => ({ method, url: pathOf(url) }),
    err: (error: unknown) => (error instanceof Error ? loggedError(error) : error),
  };
  return pino({ level: logLevel, serializers }, to ?? pino.destination(1));
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}

function loggedError(error: Error): LoggedError {
  return {
    type: error.constructor.name,
    message: error.message,
    stack: error.stack,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(error.cause instanceof Error ? { cause: loggedError(error.cause) } : {}),
  };
}

/** Which requests have lines of their own: all but those that only ask whether the process lives. */
export const requestLines = new LogController({ disableRequestLogging: ({ url }) => url.startsWith('/health') });

/** Nest's own lines, and those of its `Logger`, in the log of the process: with the request for which they are written. */
export class NestLog implements LoggerService {
  constructor(private readonly sink: Logger) {}

  verbose(message: unknown, ...rest: readonly unknown[]): void {
    this.write('trace', message, rest);
  }

  debug(message: unknown, ...rest: readonly unknown[]): void {
    this.write('debug', message, rest);
  }

  log(message: unknown, ...rest: readonly unknown[]): void {
    this.write('info', message, rest);
  }

  warn(message: unknown, ...rest: readonly unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: readonly unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: readonly unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest puts the name of who speaks last, and before it what belongs to the message, such as a stack. */
  private write(
    level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: readonly unknown[],
  ) {
    const details = rest.slice(0, -1).filter((each) => each !== undefined);
    const reqId = currentRequest()?.id;
    const fields = {
      context: rest.at(-1),
      ...(reqId === undefined ? {} : { reqId }),
      ...(details.length === 0 ? {} : { details }),
    };
    if (message instanceof Error) this.sink[level]({ ...fields, err: message }, message.message);
    else if (typeof message === 'string') this.sink[level](fields, message);
    else this.sink[level]({ ...fields, message });
  }
}
