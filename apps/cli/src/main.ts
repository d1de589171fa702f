import { Command } from 'commander';

import { assessCommand } from './commands/assess.js';
import { policiesCommand } from './commands/policies.js';

const program = new Command('duixian')
  .description('Administers and audits the subsidies that cities pay to enterprises')
  .addCommand(assessCommand())
  .addCommand(policiesCommand())
  .addHelpText(
    'after',
    `
Commands of the running system, on the database of DATABASE_URL or the embedded one:
  migrate [--login NAME]    brings it up to date, as its owner; makes a role for the application
  verify                    reads the whole record, and names what is not as it was recorded
  backup FILE               everything as it stands at one moment, while people work
  restore FILE              a backup into an empty database
`,
  );

await program.parseAsync();
