import { Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Answer } from './answer.js';
import { CommandOrigin } from './command-origin.js';
import { CommandRunner } from './command-runner.js';
import { EarlierSpellings } from './earlier-spellings.js';
import { Entitlements } from './entitlements.js';

/** What every command goes through, from its sender to the log. */
@Global()
@Module({
  imports: [CqrsModule.forRoot()],
  providers: [Answer, CommandOrigin, CommandRunner, EarlierSpellings, Entitlements],
  exports: [Answer, CommandOrigin, CommandRunner, EarlierSpellings, Entitlements],
})
export class CommandModule {}
