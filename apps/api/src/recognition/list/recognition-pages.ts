import { parsePaperNumber } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import type { KeysetOrder, KeysetTemplate } from '../../database/keyset.js';
import { readPage } from '../../database/read-page.js';
import { sqlFile } from '../../database/sql-file.js';
import { lineageOf } from '../../claim/holders.js';
import { EnterprisesByUscc } from '../../enterprise/read/enterprises-by-uscc.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { pageRequest, type Page, type PageArgs } from '../../graphql/pagination.js';
import { Positions } from '../../log/positions.js';
import type { RecognitionEntryRow, RecognitionListRow } from '../read-model/recognition-tables.js';
import type { RecognitionEntryFilter, RecognitionListFilter } from './recognition-filter.js';

const LISTS: KeysetTemplate = {
  parts: [sqlFile(import.meta.url, 'recognition-lists.sql')],
  table: 'recognition_list',
  alias: 'l',
};
const ENTRIES: KeysetTemplate = {
  parts: [sqlFile(import.meta.url, 'recognition-entries.sql')],
  table: 'recognition_entry',
  alias: 'e',
};
const NEWEST_FIRST: KeysetOrder = {
  list: 'recognitionLists',
  name: 'ISSUED_ON DESC',
  key: [
    { sql: 'l.issued_on', type: 'date' },
    { sql: 'l.list', type: 'text' },
  ],
  descending: true,
};
const BY_PLACE: KeysetOrder = {
  list: 'recognitionEntries',
  name: 'PLACE ASC',
  key: [
    { sql: 'e.list', type: 'text' },
    { sql: 'e.no', type: 'int' },
  ],
  descending: false,
};

/** The lists of recognitions and their entries, by keyset. */
@Injectable()
export class RecognitionPages {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
    private readonly enterprises: EnterprisesByUscc,
  ) {}

  async lists(tenant: string, args: PageArgs, filter: RecognitionListFilter): Promise<Page<RecognitionListRow>> {
    const request = pageRequest(args, NEWEST_FIRST, filter);
    const at = await this.positions.of(tenant);
    const query = textOf(filter.query);
    const values = [tenant, query, filter.standing ?? null, filter.isOpen ?? null, at.today, numberIn(query)];
    return readPage<RecognitionListRow>(this.pool, { template: LISTS, values, at }, request, (row) => [
      row.issued_on,
      row.list,
    ]);
  }

  async entries(
    context: GraphqlContext,
    args: PageArgs,
    filter: RecognitionEntryFilter,
  ): Promise<Page<RecognitionEntryRow>> {
    const { tenant } = userOf(context);
    const request = pageRequest(args, BY_PLACE, filter);
    const at = await this.positions.of(tenant);
    const query = textOf(filter.query);
    const codes = filter.uscc == null ? null : [...(await this.lineage(context, filter.uscc))];
    const { list = null, covers = null, standing = null } = filter;
    const values = [tenant, list, codes, query, covers, standing, numberIn(query)];
    return readPage<RecognitionEntryRow>(this.pool, { template: ENTRIES, values, at }, request, (row) => [
      row.list,
      String(row.no),
    ]);
  }

  /** The enterprise and all in whose place it goes on; one that is not registered stands for itself. */
  private lineage(context: GraphqlContext, uscc: string): Promise<ReadonlySet<string>> {
    return lineageOf(uscc, {
      predecessorsOf: async (each) => (await this.enterprises.load(context, each))?.predecessors ?? [],
    });
  }
}

function textOf(query: string | null | undefined): string | null {
  const text = query?.trim() ?? '';
  return text === '' ? null : text;
}

/** What is looked for as a number in its one way of writing, if it is one. */
function numberIn(query: string | null): string | null {
  const number = query === null ? null : parsePaperNumber(query);
  return number?.ok === true ? number.value : query;
}
