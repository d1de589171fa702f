import { readConfig } from '../config/config.js';
import { namedFile } from './named-file.js';
import { restore } from './restore.js';
import { runCommand } from './run-command.js';

/** `duixian restore FILE` */
runCommand(async () => {
  const file = namedFile(process.argv.slice(2), 'restore');
  process.stdout.write(`${await restore(readConfig(process.env), file)}\n`);
});
