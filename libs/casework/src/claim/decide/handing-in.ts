import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision, CaseworkEvent } from '../../casework-event.js';
import { accepted, event, refused, type StreamEvents } from '../../common/decision.js';
import { invalidInput } from '../../common/refusal.js';
import { claimStream } from '../../common/streams.js';
import { answerEvidence, claimEvidence } from '../../evidence/evidence-events.js';
import type { EvidenceHistory } from '../../evidence/evidence.js';
import { entryProblems, NO_ENTRIES, withEntries, type EntryGrounds } from '../check-entries.js';
import { evidenceOf, paperProblems } from '../check-evidence.js';
import type { HandInPaper, StatedApplication } from '../claim-command.js';
import type { Claim, ClaimState } from '../claim.js';
import { awaited, documentsFor } from '../following/following.js';
import { measureOf } from '../measures.js';
import { KIND_NAMES } from '../names.js';
import { standingOf } from '../standing.js';

/** What a paper comes to on record: with the certificate that an entry of a list bears. */
export function handedIn(
  command: HandInPaper,
  claim: Claim,
  catalogue: Catalogue,
  entries: EntryGrounds,
): StatedApplication {
  const { occurredOn, subject, facts, requestedAmount } = claim;
  const stated = { occurredOn, subject, facts, requestedAmount, evidence: [command.evidence] };
  return withEntries(stated, measureOf(catalogue, claim.measure), entries);
}

/** 补交: the window records a paper that was to follow the acceptance. From then on the claim rests on it like on its others. */
export function decideHandingIn(input: {
  readonly command: HandInPaper;
  readonly claim: ClaimState;
  readonly catalogue: Catalogue;
  /** The state of the document that is handed in. */
  readonly evidence: readonly EvidenceHistory[];
  /** Claims that gave way on it. */
  readonly former: ReadonlyMap<string, Claim>;
  readonly entries?: EntryGrounds;
}): CaseworkDecision {
  const { command, catalogue, evidence, former, entries = NO_ENTRIES } = input;
  const standing = standingOf('HAND_IN', input.claim, command.actor, { on: command.on, catalogue, evidence: [] });
  if (!standing.ok) return standing;
  const { claim } = standing;
  const measure = measureOf(catalogue, claim.measure);
  const papers = awaited(claim.following);
  const paper = papers.find(({ kind }) => documentsFor(kind).some((each) => each === command.evidence.kind));
  if (paper === undefined) {
    const names = papers.flatMap(({ kind }) => documentsFor(kind)).map((kind) => KIND_NAMES[kind]);
    const message = {
      zh: `此件没有待补交的这类材料；待补交的：${names.map(({ zh }) => zh).join('、')}。`,
      en: `No paper of this kind is to be handed in. Still to come: ${names.map(({ en }) => en).join(', ')}.`,
    };
    return refused(invalidInput([{ field: 'evidence.kind', message }]));
  }
  const stated = handedIn(command, claim, catalogue, entries);
  const documents = evidenceOf(stated.evidence);
  const context = {
    measure,
    on: command.on,
    sellersOnRecord: new Set<string>(),
    documents: [...claim.evidence, ...documents],
  };
  const problems = [
    ...stated.evidence.flatMap((each) => paperProblems(each, 'evidence', context)),
    ...entryProblems(stated, measure, entries).map(({ message }) => ({ field: 'evidence.number', message })),
  ];
  if (problems.length > 0) return refused(invalidInput(problems));
  const own = { ...claim, evidence: documents };
  return accepted(
    byStream([
      {
        stream: claimStream(claim.id),
        events: [event(command, 'PaperHandedIn', { kind: paper.kind, documents })],
      },
      ...claimEvidence(command, { ...own, claim: claim.id }, catalogue),
      ...answerEvidence(command, own, evidence, former),
    ]),
  );
}

/** What is recorded of one document stands in one place of the append. */
function byStream(all: readonly StreamEvents<CaseworkEvent>[]): StreamEvents<CaseworkEvent>[] {
  const streams = new Map<string, readonly CaseworkEvent[]>();
  for (const { stream, events } of all) streams.set(stream, [...(streams.get(stream) ?? []), ...events]);
  return [...streams].map(([stream, events]) => ({ stream, events }));
}
