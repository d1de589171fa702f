import { Module } from '@nestjs/common';
import { MachineAccounts } from './machine-accounts.js';
import { MachineCommandHandler } from './machine-command.js';
import { MachineCommandsResolver } from './machine-commands.resolver.js';
import { MachinesResolver } from './machines.resolver.js';
import { ToMachine } from './to-machine.js';

/** The accounts of machines, kept by a city's administrators, two by two. */
@Module({
  providers: [MachineAccounts, ToMachine, MachinesResolver, MachineCommandHandler, MachineCommandsResolver],
})
export class MachineModule {}
