import { fenOf, invoiceDifferences } from '@duixian/casework';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ClaimsById } from '../../claim/read/claims-by-id.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { EvidenceFile } from '../evidence-file.type.js';
import { InvoiceDifference, ReadInvoice } from './read-invoice.type.js';

@Resolver(() => EvidenceFile)
export class ReadInvoicesResolver {
  constructor(private readonly claims: ClaimsById) {}

  @ResolveField(() => [ReadInvoice], {
    description:
      'The fully digital invoices (数电票) that were read from it when it was attached: from XML, alone, in a ZIP or within an OFD.',
  })
  async invoices(
    @Parent() { claimId, read }: EvidenceFile,
    @Context() context: GraphqlContext,
  ): Promise<ReadInvoice[]> {
    if (read.length === 0) return [];
    const evidence = (await this.claims.load(context, claimId))?.evidence ?? [];
    return read.map((each) => {
      const { number, issuedOn, seller, buyer, amount, tax, isRed } = each;
      const differences = invoiceDifferences(each, evidence);
      return Object.assign(new ReadInvoice(), {
        ...{ number, issuedOn, seller, buyer, isRed },
        ...{ amount: fenOf(amount), tax: fenOf(tax), isStated: differences !== null },
        differences: (differences ?? []).map((one) => Object.assign(new InvoiceDifference(), one)),
      });
    });
  }
}
