import { useDocument } from '../api/use-document.js';
import { claimMessages } from '../claims/messages.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { paymentMessages } from '../payments/messages.js';
import { measureChoicesDocument } from '../policies/documents.js';
import { grouped } from '../ui/money.js';
import { useDebounced } from '../ui/use-debounced.js';
import { type Found, searchDocument } from './documents.js';
import { type Hit, clausesNamed, pagesNamed } from './hits.js';
import { searchMessages } from './messages.js';
import { usePages } from './use-pages.js';

const typingPauseMs = 250;
const dayMs = 86_400_000;

interface Hits {
  hits: Hit[];
  isPending: boolean;
  error: Error | null;
  retry: () => void;
}

/**
 * What is found of a text. All of it comes at once, so that no line moves under the key that opens it; without an answer
 * of the server there is what needs none.
 */
export function useHits(typed: string): Hits {
  const text = typed.trim();
  const wanted = useDebounced(text, typingPauseMs);
  const bilingual = useBilingual();
  const pages = usePages();
  const hitsOf = useFoundHits();
  const measures = useDocument(measureChoicesDocument, {}, { staleTimeMs: dayMs });
  const query = useDocument(searchDocument, { text: wanted }, { enabled: wanted !== '' });
  if (text === '') return { hits: pagesNamed('', pages), isPending: false, error: null, retry: nothing };
  const isPending = wanted !== text || query.isPending || measures.isPending;
  if (isPending) return { hits: [], isPending, error: null, retry: nothing };
  return {
    hits: [
      ...(query.data ? hitsOf(query.data, text) : []),
      ...clausesNamed(text, measures.data?.measures ?? [], bilingual),
      ...pagesNamed(text, pages),
    ],
    isPending,
    error: query.data ? null : query.error,
    retry: () => void Promise.all([query.refetch(), measures.refetch()]),
  };
}

function nothing(): void {
  // Nothing was asked for.
}

/** Gives the function that makes lines of what the server found. */
function useFoundHits(): (found: Found, text: string) => Hit[] {
  const bilingual = useBilingual();
  const texts = useMessages(searchMessages);
  const { statuses } = useMessages(claimMessages);
  const { statuses: paymentStatuses } = useMessages(paymentMessages);
  return ({ claims, enterprises, payments }, text) => {
    const more = (group: 'claims' | 'enterprises' | 'payments', hasNextPage: boolean): Hit[] => {
      const to = `/${group}?filter=${encodeURIComponent(JSON.stringify({ query: text }))}`;
      return hasNextPage ? [{ group, key: `all ${group}`, title: texts.more[group], detail: '', to }] : [];
    };
    return [
      ...claims.nodes.map(({ id, status, enterprise, measure }): Hit => ({
        group: 'claims',
        key: `claim ${id}`,
        title: id,
        detail: [enterprise.name, bilingual(measure.title), statuses[status]].join(' · '),
        to: `/claims/${id}/show`,
      })),
      ...more('claims', claims.pageInfo.hasNextPage),
      ...enterprises.nodes.map(({ uscc, name, division }): Hit => ({
        group: 'enterprises',
        key: `enterprise ${uscc}`,
        title: name,
        detail: [uscc, division.name].join(' · '),
        to: `/enterprises/${uscc}/show`,
      })),
      ...more('enterprises', enterprises.pageInfo.hasNextPage),
      ...payments.nodes.map(({ id, claim, enterprise, payer, amount, status }): Hit => ({
        group: 'payments',
        key: `payment ${id}`,
        title: `${payer.name} → ${enterprise.name} ${grouped(amount)}`,
        detail: [claim.id, paymentStatuses[status]].join(' · '),
        to: `/claims/${claim.id}/show`,
      })),
      ...more('payments', payments.pageInfo.hasNextPage),
    ];
  };
}
