import { claimMessages } from '../claims/messages.js';
import { assignMessages } from '../claims/assign/messages.js';
import { claimPageMessages } from '../claims/page/messages.js';
import { routeMessages } from '../claims/route/messages.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { paymentMessages } from '../payments/messages.js';
import { policyMessages } from '../policies/messages.js';
import { grouped } from '../ui/money.js';
import { uiMessages } from '../ui/ui-messages.js';
import { type ComparedRow, datedSteps, inOrderOfSteps, rowsOf } from './comparison.js';
import type { ComparedClaim } from './documents.js';
import { compareMessages, type CompareTexts } from './messages.js';

export interface ComparedGroup {
  readonly name: keyof CompareTexts['groups'];
  readonly rows: readonly ComparedRow[];
}

/** Gives the function that puts two claims side by side, matter by matter; what is said of neither is left out. */
export function useComparison(): (left: ComparedClaim, right: ComparedClaim) => ComparedGroup[] {
  const texts = useMessages(compareMessages);
  const page = useMessages(claimPageMessages);
  const claims = useMessages(claimMessages);
  const { assignee } = useMessages(assignMessages);
  const bilingual = useBilingual();
  const ui = useMessages(uiMessages);
  const paperText = usePaperText();
  const { evidenceKinds } = useMessages(policyMessages);
  const { statuses } = useMessages(paymentMessages);
  const route = useMessages(routeMessages);
  const yuan = (amount: string | null) => amount && `${grouped(amount)} ${ui.yuan}`;

  return (left, right) => {
    const row = (label: string, say: (claim: ComparedClaim) => string | null): ComparedRow => ({
      key: label,
      label,
      left: say(left),
      right: say(right),
    });
    const groups: ComparedGroup[] = [
      {
        name: 'matter',
        rows: [
          row(claims.columns.enterprise, ({ enterprise }) => enterprise.name),
          row(texts.code, ({ enterprise }) => enterprise.uscc),
          row(claims.columns.division, ({ division }) => division.name),
          row(claims.columns.measure, ({ measure }) => `${bilingual(measure.title)}\n${measure.id}`),
          row(claims.columns.year, ({ year }) => String(year)),
          row(page.subject, ({ subject }) => subject),
          row(page.occurredOn, ({ occurredOn }) => occurredOn),
          row(texts.round, ({ applicationRound }) => applicationRound && bilingual(applicationRound.name)),
        ],
      },
      {
        name: 'facts',
        rows: rowsOf(
          left.facts,
          right.facts,
          ({ name }) => name,
          ({ label }) => bilingual(label),
          ({ display }) => bilingual(display),
        ),
      },
      {
        name: 'papers',
        rows: [
          ...rowsOf(
            left.evidence,
            right.evidence,
            ({ kind, number }) => `${kind} ${number}`,
            ({ kind, number }) => `${evidenceKinds[kind]} ${number}`,
            paperText,
          ),
          row(texts.invoicedTotal, ({ invoicedTotal }) => yuan(invoicedTotal)),
        ],
      },
      {
        name: 'amounts',
        rows: [
          row(page.asked, ({ requestedAmount }) => yuan(requestedAmount)),
          row(page.agreed, ({ agreedAmount }) => yuan(agreedAmount)),
          row(page.determined, ({ determinedAmount }) => yuan(determinedAmount)),
          row(page.paid, ({ determinedAmount, paidAmount }) => determinedAmount && yuan(paidAmount)),
          ...rowsOf(
            left.payments,
            right.payments,
            ({ payer }) => payer.code,
            ({ payer }) => texts.payment(payer.name),
            ({ amount, status }) => `${yuan(amount) ?? ''} · ${statuses[status]}`,
          ),
        ],
      },
      {
        name: 'route',
        rows: [
          row(claims.columns.status, ({ status, held }) =>
            held ? `${claims.statuses[status]} · ${claims.held}` : claims.statuses[status],
          ),
          row(assignee, (claim) => claim.assignee?.displayName ?? null),
          ...rowsOf(
            left.route?.steps ?? [],
            right.route?.steps ?? [],
            ({ name }) => name.zh,
            ({ name }) => bilingual(name),
            ({ taken, isOpen }) =>
              taken === null ? (isOpen ? route.open : route.later) : `${route.outcomes[taken.outcome]} · ${taken.on}`,
          ),
        ],
      },
      {
        name: 'dates',
        rows: [
          ...inOrderOfSteps(
            rowsOf(
              datedSteps(left),
              datedSteps(right),
              ({ type }) => type,
              ({ label }) => bilingual(label),
              ({ on }) => on,
            ),
          ),
          row(texts.publicity, ({ publicity }) => publicity && texts.period(publicity.from, publicity.until)),
        ],
      },
    ];
    return groups
      .map(({ name, rows }) => ({ name, rows: rows.filter((each) => each.left !== null || each.right !== null) }))
      .filter(({ rows }) => rows.length > 0);
  };
}

/** Gives the function that says of a paper what stands on it. */
function usePaperText(): (paper: ComparedClaim['evidence'][number]) => string {
  const texts = useMessages(compareMessages);
  return ({ party, invoice }) => {
    if (invoice !== null) {
      const { seller, sellerUscc, issuedOn, amount, tax } = invoice;
      return [seller, sellerUscc, issuedOn, texts.tax(grouped(amount), grouped(tax))].join('\n');
    }
    return party ?? texts.stated;
  };
}
