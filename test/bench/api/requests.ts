/** What a reviewer's browser asks for: the first page of the list, filtered, and the page of one claim. */
export interface Request {
  readonly label: string;
  readonly query: string;
  /** Variables, where `claim` is the number of some claim of the city. */
  variables(claim: string): object;
}

const BILINGUAL = '{ zh en }';
const DIVISION = '{ code name }';

const LIST = `
  query ($filter: ClaimFilter, $asOf: AsOf) {
    claims(first: 25, filter: $filter, asOf: $asOf) {
      nodes {
        id status held year enterprise { uscc name } division ${DIVISION} measure { id title ${BILINGUAL} }
        requestedAmount agreedAmount determinedAmount paidAmount submittedOn
      }
      pageInfo { hasNextPage endCursor } totalCount totalIsExact position
    }
  }`;

const CLAIM = `
  query ($id: ID!, $asOf: AsOf) {
    claim(id: $id, asOf: $asOf) {
      id status held year enterprise { uscc name } division ${DIVISION} measure { id title ${BILINGUAL} }
      requestedAmount agreedAmount determinedAmount paidAmount submittedOn policyVersion occurredOn subject updatedAt
      nextStep ${BILINGUAL}
      facts { name label ${BILINGUAL} value display ${BILINGUAL} }
      evidence { kind number contestedBy { id status enterprise { uscc name } } }
      publicity { from until }
      determination {
        eligible kind amount lines { payer ${DIVISION} amount basis } reasons { code text ${BILINGUAL} }
        trace { step text ${BILINGUAL} formula inputs { key value } outcome code quote measure }
        policyVersion on by { displayName division department }
      }
      payments { id payer ${DIVISION} amount basis status settledOn bankReference returnReason }
      timeline {
        position stream type label ${BILINGUAL} summary ${BILINGUAL} on recordedAt claim data
        actor { displayName division department }
      }
      actions { action allowed refusal ${BILINGUAL} }
    }
  }`;

const DASHBOARD = `{ dashboard { waiting { action count } waitingPayments totals { claims } } }`;
/** The list as it opens. */
export const WHOLE_LIST: Request = { label: 'list: the newest claims', query: LIST, variables: () => ({}) };

export const REQUESTS: readonly Request[] = [
  {
    label: 'list: what waits for me',
    query: LIST,
    variables: () => ({ filter: { waitingForMe: true } }),
  },
  {
    label: 'list: accepted, one clause, one year',
    query: LIST,
    variables: () => ({ filter: { status: ['ACCEPTED'], measure: 'quanzhou-2024-7/2', year: 2026 } }),
  },
  {
    label: 'list: a county, since a day',
    query: LIST,
    variables: () => ({ filter: { division: '350582', submittedFrom: '2026-09-01' } }),
  },
  { label: 'dashboard', query: DASHBOARD, variables: () => ({}) },
  { label: 'one claim, with its whole file', query: CLAIM, variables: (claim) => ({ id: claim }) },
];
