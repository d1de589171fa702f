import { programmeAccounts, evidenceStream, parseEvidenceNumbers, type EvidenceKind } from '@duixian/casework';
import type { Catalogue } from '@duixian/policy';
import { ClaimPlanner, type PlanContext } from './claim-planner.js';
import type { ClaimRow } from './claim-row.js';
import { evidenceColumns } from './claim-columns.js';
import { EnterpriseDirectory } from './enterprise-directory.js';
import type { Planned } from './import-step.js';
import type { EnterpriseFiles } from './read-enterprises.js';

/** The steps of all claims, each by an official of the office that takes it. */
export function planClaims(rows: readonly ClaimRow[], enterprises: EnterpriseFiles, context: PlanContext): Planned {
  const directory = new EnterpriseDirectory(enterprises);
  const planned = [...byClaim(rows).values()].map((ofClaim) => {
    const planner = new ClaimPlanner(context);
    for (const row of ofClaim) {
      // An enterprise nobody knows goes to the window of the city, which is told so.
      const division = directory.divisionOn(row.uscc, row.application.occurredOn) ?? row.measure.policy.division;
      planner.add(row, division, keysOf(row, context.catalogue));
    }
    return planner.planned();
  });
  return {
    steps: planned.flatMap(({ steps }) => steps),
    unstaffed: planned.flatMap(({ unstaffed }) => unstaffed),
  };
}

function byClaim(rows: readonly ClaimRow[]): Map<string, ClaimRow[]> {
  const claims = new Map<string, ClaimRow[]>();
  for (const row of rows) claims.set(row.claim, [...(claims.get(row.claim) ?? []), row]);
  for (const ofClaim of claims.values()) ofClaim.sort((a, b) => (submittedOn(a) < submittedOn(b) ? -1 : 1));
  return claims;
}

function submittedOn(row: ClaimRow): string {
  return row.deeds[0]?.on ?? '';
}

/** The enterprise, its documents, and the pool or quota: whatever makes the answer depend on who comes first. */
function keysOf({ uscc, measure, year, application }: ClaimRow, catalogue: Catalogue): string[] {
  const kinds: readonly EvidenceKind[] = evidenceColumns(measure).map(({ kind }) => kind);
  const documents = kinds.flatMap((kind) =>
    application.evidence
      .filter((document) => document.kind === kind)
      .flatMap(({ number: text }) => {
        const numbers = parseEvidenceNumbers(kind, text);
        return numbers.ok ? numbers.value.map((number) => evidenceStream({ kind, number })) : [];
      }),
  );
  return [uscc, ...documents, ...programmeAccounts(catalogue, measure.id, year)];
}
