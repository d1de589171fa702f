import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Claim, Evidence } from '../../claim/read/claim.type.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { ClaimEntries, LISTED_MAX } from './claim-entries.js';
import { RecognitionEntries } from './recognition-rows.js';
import { RecognitionEntry } from './recognition.type.js';
import { toRecognitionEntry } from './to-recognition.js';

@Resolver(() => Claim)
export class ClaimEntriesResolver {
  constructor(private readonly entries: ClaimEntries) {}

  @ResolveField(() => [RecognitionEntry], {
    description:
      'Entries of lists that it does not name and could be its own: of its enterprise, or one before it, with its subject, or ' +
      `bearing a certificate that it names, whoever has it. To be looked at before the review; at most ${LISTED_MAX}.`,
  })
  async listedAs(@Parent() { row }: Claim, @Context() context: GraphqlContext): Promise<RecognitionEntry[]> {
    return (await this.entries.besides(context, row)).map(toRecognitionEntry);
  }
}

@Resolver(() => Evidence)
export class EvidenceEntryResolver {
  constructor(private readonly entries: RecognitionEntries) {}

  @ResolveField(() => RecognitionEntry, {
    nullable: true,
    description: 'The entry of a list that it is; null for any other kind of document.',
  })
  async entry(
    @Parent() { kind, number }: Evidence,
    @Context() context: GraphqlContext,
  ): Promise<RecognitionEntry | null> {
    const row = kind === 'recognition' ? await this.entries.load(context, number) : null;
    return row === null ? null : toRecognitionEntry(row);
  }
}
