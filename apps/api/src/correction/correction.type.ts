import type { Correction } from '@duixian/casework';
import { proposalStanding, type ProposalStanding } from '@duixian/casework';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonObjectScalar, type JsonObjectInput } from '../graphql/scalars/json-object.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';

export enum CorrectionStanding {
  OPEN = 'open',
  LAPSED = 'lapsed',
  WAITING = 'waiting',
  IN_FORCE = 'in-force',
  REFUSED = 'refused',
  WITHDRAWN = 'withdrawn',
}

registerEnumType(CorrectionStanding, {
  name: 'CorrectionStanding',
  description: 'How a proposed correction stands today.',
  valuesMap: {
    OPEN: { description: 'A second administrator can agree or refuse.' },
    LAPSED: { description: 'Nobody answered in time.' },
    WAITING: { description: 'Agreed, and not in force yet.' },
    IN_FORCE: { description: 'Everybody reads the event as corrected.' },
    REFUSED: { description: 'A second administrator did not agree.' },
    WITHDRAWN: { description: 'Its proposer took it back.' },
  },
});

const STANDINGS: Readonly<Record<ProposalStanding, CorrectionStanding>> = {
  open: CorrectionStanding.OPEN,
  lapsed: CorrectionStanding.LAPSED,
  waiting: CorrectionStanding.WAITING,
  'in-force': CorrectionStanding.IN_FORCE,
  refused: CorrectionStanding.REFUSED,
  withdrawn: CorrectionStanding.WITHDRAWN,
};

@ObjectType('Correction', { description: 'What an administrator proposes in place of an event that nobody can read.' })
export class CorrectionShown {
  @Field(() => ID, { description: 'Id of the proposal.' })
  id!: string;

  @Field(() => ID, { description: "The event's place in the city's log." })
  position!: string;

  @Field({ description: 'Stream of the event.' })
  stream!: string;

  @Field({ description: 'Type of the event.' })
  type!: string;

  @Field(() => CorrectionStanding, { description: 'How it stands today.' })
  standing!: CorrectionStanding;

  @Field({ description: 'Why it is proposed.' })
  reason!: string;

  @Field({ description: 'Name of who proposed it.' })
  proposedBy!: string;

  @Field(() => PlainDate, { description: 'When it was proposed.' })
  proposedOn!: string;

  @Field(() => PlainDate, { description: 'Last day on which it can be agreed to.' })
  opensUntil!: string;

  @Field(() => String, { nullable: true, description: 'Name of who agreed, refused or took it back.' })
  answeredBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  refusedBecause!: string | null;

  @Field(() => Int, { description: 'Version of the shape of the data.' })
  schemaVersion!: number;

  @Field(() => PlainDate, { description: 'The day as it shall be read.' })
  occurredOn!: string;

  @Field(() => JsonObjectScalar, { description: 'The data as they shall be read.' })
  data!: JsonObjectInput;

  @Field(() => Boolean, { description: 'Whether you proposed it yourself: then another has to answer.' })
  isMine!: boolean;
}

export function toCorrectionShown(correction: Correction, userId: string, today: string): CorrectionShown {
  const { proposal, target, content, reason, proposedBy, answeredBy } = correction;
  const { answer } = proposal;
  return Object.assign(new CorrectionShown(), {
    id: proposal.id,
    position: target.position,
    stream: target.stream,
    type: target.type,
    standing: STANDINGS[proposalStanding(proposal, today)],
    reason,
    proposedBy: proposedBy.displayName,
    proposedOn: proposal.proposedOn,
    opensUntil: proposal.opensUntil,
    answeredBy: answeredBy?.displayName ?? null,
    refusedBecause: answer?.kind === 'refused' ? answer.reason : null,
    ...content,
    isMine: proposal.proposedBy === userId,
  });
}
