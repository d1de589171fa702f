import { division } from '../api/fragments.js';
import { type ResultOf, graphql } from '../api/graphql.js';
import { payment } from '../payments/fragments.js';
import { measure } from '../policies/measure/fragments.js';
import { recognitionEntry } from '../recognitions/fragments.js';

/** A claim as one line of a list. */
export const claimRow = graphql(
  `fragment ClaimRow on Claim {
    id status held year enterprise { uscc name } division { ...Division } measure { id title { zh en } }
    requestedAmount agreedAmount determinedAmount paidAmount submittedOn
    answerBy answerIsOverdue nobodyAnswers light papersLight officeDeadline { dueOn light } assignee { displayName isMe since }
  }`,
  [division],
);
export type ClaimRow = ResultOf<typeof claimRow>;

/** The same with what is asked of a list alone: a claim's page has a document of its own for it. */
export const queuedClaim = graphql('fragment QueuedClaim on Claim { ...ClaimRow isExcluded }', [claimRow]);
export type QueuedClaim = ResultOf<typeof queuedClaim>;

export const contestant = graphql(`
  fragment Contestant on Claim {
    id status enterprise { uscc name } measure { id title { zh en } } requestedAmount determinedAmount
    submittedOn
  }
`);
export type Contestant = ResultOf<typeof contestant>;

/** An official as an event names him. */
export const official = graphql('fragment Official on Official { username displayName division department }');

export const timelineEntry = graphql(
  `fragment TimelineEntry on TimelineEntry {
    position stream type label { zh en } summary { zh en } on recordedAt claim data actor { ...Official }
    seen { position policyVersion } onBehalfOf
    correction { reason proposedBy agreedBy originalOn originalData }
  }`,
  [official],
);
export type TimelineEntry = ResultOf<typeof timelineEntry>;

/** An assessment that was decided on: under which version of the policy, when and by whom. */
const determination = graphql(
  `fragment Determination on Determination {
    eligible kind amount lines { payer { ...Division } amount basis } reasons { code text { zh en } }
    trace { step text { zh en } formula inputs { key value } outcome code quote measure } policyVersion on
    by { ...Official } earlierGrants { claim measure year subject payer { ...Division } amount }
  }`,
  [division, official],
);
export type Determination = ResultOf<typeof determination>;
export type EarlierGrant = Determination['earlierGrants'][number];

/** A fact of a claim, for people. */
export const factShown = graphql(
  'fragment FactShown on FactValueShown { name label { zh en } value display { zh en } }',
);

export const objection = graphql(`
  fragment Objection on Objection {
    id standing receivedOn recordedOn objectorKind objector objectorErasedOn what evidence hint answerBy isOverdue
    answer { on by reason then }
  }
`);
export type Objection = ResultOf<typeof objection>;

/** One time limit as it stands today. */
export const deadline = graphql(
  'fragment Deadline on Deadline { steps days dueOn unpublishedYear light daysLeft pausedSince escalatedTo }',
);
export type Deadline = ResultOf<typeof deadline>;

export const deadlines = graphql(
  `fragment Deadlines on ClaimDeadlines {
    kind source grounds stopDays step { ...Deadline } whole { ...Deadline }
    suspension { since until ground basis reason by }
  }`,
  [deadline],
);
export type Deadlines = ResultOf<typeof deadlines>;

/** A claim with everything that stands on its page. */
export const claim = graphql(
  `fragment Claim on Claim {
    position ...ClaimRow policyVersion occurredOn subject updatedAt nextStep { zh en }
    facts { ...FactShown } invoicedTotal
    listedAs { ...RecognitionEntry }
    measure { ...Measure policy { id version title { zh en } documentNumber } }
    elsewhere { kind number city { ...Division } since department }
    evidence {
      kind number party invoice { seller sellerUscc sellerCodeChecks issuedOn amount tax reverses } entry { ...RecognitionEntry }
      contestedBy { ...Contestant division { name } } heldUpBy
    }
    publicity { from until } determination { ...Determination } payments { ...Payment }
    timeline { ...TimelineEntry } actions { action allowed refusal { zh en } }
  }`,
  [claimRow, factShown, division, measure, recognitionEntry, contestant, determination, payment, timelineEntry],
);
export type Claim = ResultOf<typeof claim>;
export type Evidence = Claim['evidence'][number];
/** A claim on the same document, and where it lies: who answers it follows from that. */
export type Contesting = Evidence['contestedBy'][number];
/** What stands on an invoice; a red-letter one names the invoice that it takes back. */
export type Invoice = NonNullable<Evidence['invoice']>;
/** Another city with a claim on the same paper or subject. */
export type Elsewhere = Claim['elsewhere'][number];
export type ClaimAction = Claim['actions'][number];
