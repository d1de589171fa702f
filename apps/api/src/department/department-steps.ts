import {
  decideDepartmentProposal,
  departmentsStream,
  type DepartmentBook,
  type ProposeDepartmentChange,
} from '@duixian/casework';
import { isPayable, type Places } from '@duixian/policy';
import { Injectable } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../command/command-runner.js';
import type { Outcome } from '../command/outcome.js';
import type { Records } from '../command/records.js';
import { Law } from '../policy/law/law.js';
import { DepartmentBooks } from './department-books.js';

export class ProposeDepartmentChangeCommand extends Command<Outcome> {
  constructor(readonly request: ProposeDepartmentChange) {
    super();
  }
}

/** What a decision on departments rests on. */
@Injectable()
export class DepartmentRecords {
  constructor(
    private readonly books: DepartmentBooks,
    private readonly law: Law,
  ) {}

  async of(
    records: Records,
    tenant: string,
  ): Promise<{ book: DepartmentBook; places: Places; leads: (division: string) => readonly string[] }> {
    const book = await this.books.refresh(tenant);
    records.saw(departmentsStream(tenant), book.length);
    return { book, places: this.law.places, leads: (division) => this.leadsOf(division) };
  }

  private leadsOf(division: string): string[] {
    const measures = this.law.inForce.measures();
    return measures
      .filter(({ policy, clause }) => policy.division === division && isPayable(clause))
      .map(({ clause }) => clause.departments.lead);
  }
}

@CommandHandler(ProposeDepartmentChangeCommand)
export class ProposeDepartmentChangeHandler implements ICommandHandler<ProposeDepartmentChangeCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly departments: DepartmentRecords,
  ) {}

  execute({ request }: ProposeDepartmentChangeCommand): Promise<Outcome> {
    return this.runner.run('proposeDepartmentChange', request, async (records, command) =>
      decideDepartmentProposal({ command, ...(await this.departments.of(records, command.tenant)) }),
    );
  }
}
