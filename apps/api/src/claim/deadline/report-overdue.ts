import { decideEscalation, type ClaimCommand } from '@duixian/casework';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { POOL } from '../../database/database.module.js';
import { Law } from '../../policy/law/law.js';

/** Reports what is overdue of a claim; by the installation, since it is nobody's step. */
export class ReportOverdueCommand extends Command<Outcome> {
  constructor(readonly request: ClaimCommand) {
    super();
  }
}

@CommandHandler(ReportOverdueCommand)
export class ReportOverdueHandler implements ICommandHandler<ReportOverdueCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  execute({ request }: ReportOverdueCommand): Promise<Outcome> {
    return this.runner.run('reportOverdue', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      const accounts = await this.openAmong(command.tenant, catalogue.places.limits.accountsOf(command.tenant));
      return decideEscalation({ command, claim, catalogue, accounts });
    });
  }

  /** Of user names, those of accounts that are open. */
  private async openAmong(tenant: string, names: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await this.pool.query<{ username: string }>(
      'select username from identity."user" where tenant = $1 and not disabled and username = any ($2)',
      [tenant, names],
    );
    return new Set(rows.map(({ username }) => username));
  }
}
