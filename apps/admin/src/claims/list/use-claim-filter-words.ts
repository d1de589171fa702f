import { useDocument } from '../../api/use-document.js';
import type { ExportKind } from '../../export/export-kind.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { useDivisionWords } from '../../policies/try/use-division-words.js';
import { roundChoicesDocument } from '../../rounds/documents.js';
import { assignMessages } from '../assign/messages.js';
import { deadlineMessages } from '../deadline/messages.js';
import { claimMessages } from '../messages.js';
import { useClaimableMeasures } from '../use-claimable-measures.js';

/** How each filter of the list of claims is called, and its values. */
export function useClaimFilterWords(): Pick<ExportKind<never>, 'filters' | 'values'> {
  const { filters, narrowedBy, statuses } = useMessages(claimMessages);
  const { lights } = useMessages(deadlineMessages);
  const { assignee, filters: assigned } = useMessages(assignMessages);
  const bilingual = useBilingual();
  const { measures } = useClaimableMeasures();
  const divisions = useDivisionWords();
  const rounds = useDocument(roundChoicesDocument, {}).data?.rounds ?? [];
  return {
    filters: { ...filters, ...narrowedBy, assigned: assignee },
    values: {
      ...{ status: statuses, light: lights, assigned, division: divisions, payer: divisions },
      measure: Object.fromEntries(measures.map(({ id, title }) => [id, `${bilingual(title)} ${id}`])),
      round: Object.fromEntries(rounds.map(({ id, name }) => [id, bilingual(name)])),
    },
  };
}
