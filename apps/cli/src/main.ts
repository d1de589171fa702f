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
Commands of the running system, on the database of DATABASE_URL:
  migrate [--login NAME]    brings it up to date, as its owner; makes a role for the application
`,
  );

await program.parseAsync();
