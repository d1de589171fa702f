import { readConfig } from '../config/config.js';
import { backup } from './backup.js';
import { namedFile } from './named-file.js';
import { runCommand } from './run-command.js';

/** `duixian backup FILE` */
runCommand(async () => {
  const file = namedFile(process.argv.slice(2), 'backup');
  process.stdout.write(`${await backup(readConfig(process.env), file)}\n`);
});
