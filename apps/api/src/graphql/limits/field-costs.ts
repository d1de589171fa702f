/** What one field of the schema may cost; what is left out costs nothing beyond being shown. */
export interface FieldCost {
  /** Of a list: the most it may hold. */
  readonly holds?: number;
  /** Of a list inside a list: what it holds on average, where that is less. Many lists are never all at their longest. */
  readonly usually?: number;
  /** Of a list: the most it may hold where an argument narrows it. */
  readonly narrowed?: { readonly by: string; readonly holds: number };
  /** Statements that resolving it runs at most. */
  readonly statements?: number;
  /** Runs its statements for each object that it stands in, instead of one for all of them together. */
  readonly apart?: true;
  /** How many plain fields it weighs, where it is longer than those (50 bytes). */
  readonly weighs?: number;
}

/**
 * Every list of the schema with what it can hold, and every field that runs SQL with how much. A spec fails for a list or
 * a query that is missing here, and holds the numbers against the policies, the demo and what is really run.
 */
export const FIELD_COSTS: Readonly<Record<string, FieldCost>> = {
  'Query.activationCodes': { holds: 100, statements: 1, apart: true },
  'Query.accountNumber': { statements: 5, apart: true },
  'Query.officialProposals': { statements: 3, apart: true },
  'Query.claim': { statements: 2 },
  'Query.claims': { statements: 3, apart: true },
  'Query.corrections': { holds: 100, statements: 1, apart: true },
  'Query.contacts': { statements: 5, apart: true },
  'Query.coverage': { holds: 60 },
  'Query.dashboard': { statements: 1, apart: true },
  'Query.departments': { holds: 100 },
  'Query.divisions': { holds: 4_500, narrowed: { by: 'under', holds: 300 } },
  'Query.enterprise': { statements: 2 },
  'Query.enterprises': { statements: 3, apart: true },
  'Query.eventTypes': { holds: 100 },
  'Query.events': { statements: 3, apart: true },
  'Query.registration': { statements: 2 },
  'Query.me': {},
  'Query.myAccount': { statements: 4, apart: true },
  'Query.measure': {},
  'Query.measures': { holds: 400 },
  'Query.openProposals': { holds: 100, statements: 2, apart: true },
  'Query.payment': { statements: 2 },
  'Query.payments': { statements: 4, apart: true },
  'Query.policies': { holds: 60 },
  'Query.policy': {},
  'Query.policyVersionComparison': {},
  'Query.policyVersionEffects': { statements: 8, apart: true },
  'Query.policyVersions': {},
  'Query.programmes': { holds: 200, statements: 2, apart: true },
  'Query.publicInfo': { statements: 1, apart: true },
  'Query.readState': { statements: 8, apart: true },
  'Query.securityLog': { statements: 3, apart: true },
  'Query.verification': { statements: 2, apart: true },
  'Query.verificationUnderWay': { statements: 1, apart: true },
  'Verification.differences': { holds: 1_000, usually: 10 },
  'Query.databaseWaits': { holds: 20, statements: 1, apart: true },
  'DatabaseWait.heldBy': { holds: 20, usually: 2 },
  'Query.setAsideRecords': { holds: 100, statements: 1, apart: true },
  'Query.simulate': { statements: 3, apart: true },
  'Query.user': { statements: 1, apart: true },
  'Query.users': { statements: 3, apart: true },
  'Query.yearlyTotals': { statements: 2, apart: true },

  'OfficialProposalConnection.totalCount': { statements: 1, apart: true },
  'OfficialProposalConnection.totalIsExact': { statements: 1, apart: true },
  'ClaimConnection.totalCount': { statements: 1, apart: true },
  'ClaimConnection.totalIsExact': { statements: 1, apart: true },
  'EnterpriseConnection.totalCount': { statements: 1, apart: true },
  'EnterpriseConnection.totalIsExact': { statements: 1, apart: true },
  'EventConnection.totalCount': { statements: 1, apart: true },
  'EventConnection.totalIsExact': { statements: 1, apart: true },
  'PaymentConnection.totalCount': { statements: 1, apart: true },
  'PaymentConnection.totalIsExact': { statements: 1, apart: true },
  'UserConnection.totalCount': { statements: 1, apart: true },
  'UserConnection.totalIsExact': { statements: 1, apart: true },
  'YearlyTotalConnection.totalCount': { statements: 1, apart: true },
  'YearlyTotalConnection.totalIsExact': { statements: 1, apart: true },

  'Claim.actions': { holds: 12, statements: 4 },
  'Claim.determination': { statements: 1 },
  'Claim.nearSubjects': { holds: 20, usually: 1, statements: 3 },
  'Claim.similarSubjects': { holds: 20, usually: 1, statements: 2 },
  'Claim.elsewhere': { holds: 50, usually: 1, statements: 1, apart: true },
  'Claim.enterprise': { statements: 1 },
  'Claim.evidence': { holds: 50, usually: 4 },
  'Claim.facts': { holds: 30, usually: 5 },
  'Claim.payments': { holds: 10, usually: 3, statements: 1 },
  'Claim.timeline': { holds: 100, usually: 15, statements: 1 },
  'Evidence.contestedBy': { holds: 50, usually: 2, statements: 3 },
  'Assessment.lines': { holds: 10, usually: 3 },
  'Assessment.reasons': { holds: 20, usually: 4 },
  'Assessment.trace': { holds: 60, usually: 15 },
  'Determination.earlierGrants': { holds: 200, usually: 5 },
  'Determination.lines': { holds: 10, usually: 3 },
  'Determination.reasons': { holds: 20, usually: 4 },
  'Determination.trace': { holds: 60, usually: 15 },
  'TraceStep.inputs': { holds: 20, usually: 3 },
  'TimelineEntry.data': { weighs: 20 },

  'Contacts.contacts': { holds: 50 },
  'Enterprise.accountSharedWith': { holds: 50, usually: 1, statements: 1 },
  'Enterprise.bankAccounts': { holds: 50, usually: 2, statements: 1 },
  'Enterprise.changeProposals': { holds: 30, usually: 1, statements: 1 },
  'Enterprise.formerNames': { holds: 30, usually: 1 },
  'Enterprise.predecessors': { holds: 20, usually: 1, statements: 1 },
  'EnterpriseClosure.successors': { holds: 20, usually: 1, statements: 1 },
  'EnterpriseChangeProposal.successors': { holds: 20, usually: 1 },
  'Enterprise.claims': { statements: 1 },
  'Enterprise.contact': { statements: 1 },
  'Enterprise.contactChanges': { holds: 50, usually: 1, statements: 1 },
  'Enterprise.lookAlikes': { holds: 20, usually: 1, statements: 1 },
  'Enterprise.moveProposals': { holds: 30, usually: 1 },
  'Enterprise.moves': { holds: 30, usually: 2 },
  'Enterprise.totals': { holds: 200, usually: 5, statements: 1 },
  'Registration.enterprise': { statements: 1 },
  'Registration.proposals': { holds: 30, usually: 1, statements: 1 },
  'YearlyTotal.enterprise': { statements: 1 },

  'Payment.actions': { holds: 6, statements: 1 },
  'Payment.claim': { statements: 1 },
  'Payment.enterprise': { statements: 1 },

  'PolicyVersions.notices': { holds: 20, usually: 1 },
  'PolicyVersions.versions': { holds: 50, usually: 3 },
  'PolicyVersionEffects.effects': { holds: 50, usually: 20 },
  'PolicyVersionComparison.rules': { holds: 30 },
  'PolicyVersionComparison.text': { holds: 30 },
  'ComparedPlace.rows': { holds: 4_000, usually: 9 },
  'ComparedLine.parts': { holds: 500, usually: 2 },
  'Policy.articles': { holds: 40, usually: 20 },
  'Policy.interpretations': { holds: 30, usually: 5 },
  'Policy.text': { weighs: 400 },
  'Article.clauses': { holds: 40, usually: 2 },
  'Measure.conditions': { holds: 20, usually: 2 },
  'Measure.evidenceKinds': { holds: 3 },
  'Measure.facts': { holds: 30, usually: 3 },
  'Measure.findings': { holds: 10, usually: 1 },
  'Measure.interpretations': { holds: 20, usually: 2 },
  'Measure.otherDepartments': { holds: 20, usually: 3 },
  'Measure.quotes': { holds: 20, usually: 3 },
  'Measure.split': { holds: 10, usually: 1 },
  'Fact.values': { holds: 30, usually: 1 },
  'Interpretation.quotes': { holds: 10, usually: 1 },
  'InvalidCase.problems': { holds: 50 },

  'Dashboard.byStatus': { holds: 20, statements: 1, apart: true },
  'Dashboard.caps': { holds: 10, statements: 1, apart: true },
  'Dashboard.measures': { holds: 200, statements: 1, apart: true },
  'Dashboard.policyNotices': { holds: 40, usually: 1 },
  'Dashboard.programmes': { holds: 200, statements: 1, apart: true },
  'Dashboard.recent': { holds: 15, statements: 2, apart: true },
  'Dashboard.treasuries': { holds: 200, usually: 10, statements: 1, apart: true },
  'Dashboard.totals': { statements: 1, apart: true },
  'Dashboard.waiting': { holds: 20, statements: 1, apart: true },
  'Dashboard.waitingProposals': { statements: 1, apart: true },
  'Dashboard.waitingPayments': { statements: 1, apart: true },

  'PublicInfo.demoAccounts': { holds: 60 },
  'OfficialProposal.lookalikes': { holds: 50 },
  'User.permissions': { holds: 60 },
  'User.roles': { holds: 12 },
  'OwnAccount.sessions': { holds: 3 },
  'RecoveryCodes.codes': { holds: 10 },

  'EvidenceContested.claims': { holds: 50 },
  'EvidenceContested.evidence': { holds: 50 },
  'InvalidInput.problems': { holds: 50 },
};

/** Of a list that nobody declared. */
export const UNDECLARED_HOLDS = 1_000;
/** Of a field of `Query` that nobody declared. */
export const UNDECLARED_STATEMENTS = 10;
/** Of a mutation: it reads, decides, records, and reads again what became of it. */
export const MUTATION_STATEMENTS = 15;
