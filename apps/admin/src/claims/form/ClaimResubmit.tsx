import { useNotify } from 'react-admin';
import { useNavigate, useParams } from 'react-router';
import { useDocument } from '../../api/use-document.js';
import { useMessages } from '../../i18n/messages.js';
import { type MeasureInPolicy, measureDocument } from '../../policies/documents.js';
import { factEntry } from '../../policies/try/fact-values.js';
import { Answer } from '../../ui/Answer.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Page } from '../../ui/Page.js';
import { useFormCommand } from '../../ui/use-form-command.js';
import { claimDocument, resubmitClaim } from '../documents.js';
import { claimMessages } from '../messages.js';
import type { Claim } from '../fragments.js';
import { type ClaimEntries, documentEntry, statedClaim } from './claim-entries.js';
import { answersOf } from '../returned/answers.js';
import { type ClaimReturn, returnsDocument } from '../returned/documents.js';
import { ToCorrect } from '../returned/ToCorrect.js';
import { ClaimForm } from './ClaimForm.js';
import { claimFormMessages } from './messages.js';

/** A returned claim, to be corrected and submitted again. */
export function ClaimResubmit() {
  const texts = useMessages(claimFormMessages);
  const { notFound, notFoundHint } = useMessages(claimMessages);
  const { id = '' } = useParams();
  const query = useDocument(claimDocument, { id });
  return (
    <Page title={texts.resubmit}>
      <Answer query={query}>
        {({ claim }) => (claim ? <Returned claim={claim} /> : <EmptyState title={notFound} hint={notFoundHint} />)}
      </Answer>
    </Page>
  );
}

function Returned({ claim }: { claim: Claim }) {
  const query = useDocument(measureDocument, { id: claim.measure.id, on: null });
  const returns = useDocument(returnsDocument, { id: claim.id });
  return (
    <Answer query={query}>
      {({ measure }) =>
        measure && (
          <Answer query={returns}>
            {(found) => <ResubmitForm claim={claim} measure={measure} open={openOf(found.claim?.returns ?? [])} />}
          </Answer>
        )
      }
    </Answer>
  );
}

/** What is to be answered now; null where nothing is. */
function openOf(returns: readonly ClaimReturn[]): ClaimReturn | null {
  return returns.find(({ answeredOn }) => answeredOn === null) ?? null;
}

interface ResubmitFormProps {
  claim: Claim;
  measure: MeasureInPolicy;
  open: ClaimReturn | null;
}

function ResubmitForm({ claim, measure, open }: ResubmitFormProps) {
  const texts = useMessages(claimFormMessages);
  const notify = useNotify();
  const navigate = useNavigate();
  const draft = `resubmit/${claim.id}`;
  const { submit, sending, refusal } = useFormCommand(
    resubmitClaim,
    () => {
      notify(texts.done(claim.id), { type: 'success' });
      void navigate(`/claims/${claim.id}/show`);
    },
    draft,
  );
  const send = (entries: ClaimEntries, decides: MeasureInPolicy) => {
    const stated = statedClaim(entries, decides);
    return stated === null
      ? Promise.resolve()
      : submit({ ...stated, claim: claim.id, answers: answersOf(entries, open?.items ?? []) });
  };
  const initial: ClaimEntries = {
    uscc: claim.enterprise.uscc,
    measure: claim.measure.id,
    occurredOn: claim.occurredOn,
    subject: claim.subject ?? '',
    facts: Object.fromEntries(claim.facts.map((fact) => [fact.name, factEntry(fact.value)])),
    requestedAmount: claim.requestedAmount,
    evidence: claim.evidence.map(documentEntry),
    answers: {},
  };
  return (
    <ClaimForm
      measure={measure}
      division={claim.division.code}
      initial={initial}
      above={open && <ToCorrect each={open} initial={initial} />}
      draft={{ form: draft, about: claim.id }}
      submitLabel={texts.resubmitButton}
      sending={sending}
      refusal={refusal}
      onSubmit={send}
    />
  );
}
