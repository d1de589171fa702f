import { resolve } from 'node:path';
import { ConfigError } from '../config/config.js';

/**
 * The one file that a command is given, from where the person stands: npm runs commands in the workspace's root and says
 * in `INIT_CWD` where it was called.
 *
 * @throws ConfigError when there is none, or more than one.
 */
export function namedFile(args: readonly string[], command: string): string {
  const [file, ...rest] = args;
  if (file === undefined || rest.length > 0 || file.startsWith('-')) {
    throw new ConfigError([`duixian ${command} FILE: 请给出一个文件名。 Name one file.`]);
  }
  return resolve(process.env.INIT_CWD ?? '.', file);
}
