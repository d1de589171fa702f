import { Command } from 'commander';

import { assessCommand } from './commands/assess.js';
import { policiesCommand } from './commands/policies.js';

const program = new Command('duixian')
  .description('Administers and audits the subsidies that cities pay to enterprises')
  .addCommand(assessCommand())
  .addCommand(policiesCommand());

await program.parseAsync();
