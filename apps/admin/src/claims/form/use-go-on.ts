import { useLogoutIfAccessDenied, useNotify } from 'react-admin';
import { apiMessages, errorSentence } from '../../api/api-messages.js';
import { useClient } from '../../api/ClientProvider.js';
import { draftMessages } from '../../drafts/messages.js';
import { type EnterpriseRecord, enterprisesDocument } from '../../enterprises/documents.js';
import { useMessages } from '../../i18n/messages.js';
import type { MeasureChoice } from '../../policies/documents.js';
import { useClaimableMeasures } from '../use-claimable-measures.js';
import { matterOfDraft } from './new-claim-draft.js';

/** Finds again whose claim under which clause a draft is; says so where there is no such claim any more. */
export function useGoOn(
  onFound: (enterprise: EnterpriseRecord, measure: MeasureChoice) => void,
): (form: string) => Promise<void> {
  const client = useClient();
  const { measures } = useClaimableMeasures();
  const notify = useNotify();
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  const texts = useMessages(draftMessages);
  const api = useMessages(apiMessages);
  return async (form) => {
    const matter = matterOfDraft(form);
    try {
      const { enterprises } = await client.run(enterprisesDocument, {
        first: 1,
        after: null,
        filter: { query: matter.uscc },
        sort: { field: 'NAME', direction: 'ASC' },
      });
      const enterprise = enterprises.nodes.find(({ uscc }) => uscc === matter.uscc);
      const measure = measures.find(({ id }) => id === matter.measure);
      if (enterprise === undefined || measure === undefined) notify(texts.gone, { type: 'warning' });
      else onFound(enterprise, measure);
    } catch (error) {
      if (!(await logoutIfAccessDenied(error))) notify(errorSentence(error, api), { type: 'error' });
    }
  };
}
