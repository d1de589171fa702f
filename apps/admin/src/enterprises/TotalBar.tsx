import { add, formatYuanGrouped, leftOf, sum } from '@duixian/money';
import { Typography } from '@mui/material';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../i18n/messages.js';
import { fenOf, grouped, shareOf } from '../ui/money.js';
import { uiMessages } from '../ui/ui-messages.js';
import { UsageBar } from '../ui/UsageBar.js';
import { totalMessages } from './total-messages.js';
import type { YearlyTotal } from './fragments.js';

/** What counts in a year against an enterprise's cap; without a cap, how much of it is paid. */
export function TotalBar({ total, title }: { total: YearlyTotal; title: string }) {
  const texts = useMessages(totalMessages);
  const { aside } = useMessages(uiMessages);
  const { granted, paid, reserved } = total.counted;
  const inherited = sum(total.inherited.map((each) => fenOf(each.counted.granted)));
  const used = add(fenOf(granted), inherited);
  const cap = total.cap === null ? used : fenOf(total.cap);
  const toPersons = fenOf(total.toPersons.granted);
  return (
    <>
      <UsageBar
        title={title}
        whole={total.cap === null ? aside(grouped(granted), texts.noCap) : `${texts.cap} ${grouped(total.cap)}`}
        parts={[
          { label: texts.paid, shown: grouped(paid), share: shareOf(fenOf(paid), cap), tone: 'solid' },
          {
            label: texts.reserved,
            shown: grouped(reserved),
            share: shareOf(fenOf(reserved), cap),
            tone: 'light',
          },
          ...(inherited === 0n
            ? []
            : [
                {
                  label: texts.inherited,
                  shown: formatYuanGrouped(inherited),
                  share: shareOf(inherited, cap),
                  tone: 'accent' as const,
                },
              ]),
        ]}
        rest={total.cap === null ? '' : `${texts.remaining} ${formatYuanGrouped(leftOf(cap, used))}`}
      />
      {inherited > 0n && <Inherited total={total} />}
      {toPersons > 0n && (
        <Typography variant="caption" component="p" color="textSecondary">
          {texts.toPersons(formatYuanGrouped(toPersons))}
        </Typography>
      )}
    </>
  );
}

/** Why the cap is used up: what the enterprise was granted itself, and what it goes on with, from whom and since when. */
function Inherited({ total: { counted, inherited } }: { total: YearlyTotal }) {
  const texts = useMessages(totalMessages);
  return (
    <Typography variant="caption" component="p" color="textSecondary">
      {texts.itself(grouped(counted.granted))}
      {inherited.map(({ id, from, since, counted: { granted } }) => (
        <Fragment key={id}>
          {' · '}
          <Link to={`/enterprises/${from.uscc}/show`}>{texts.inheritedFrom(from.name, since)}</Link> {grouped(granted)}
        </Fragment>
      ))}
    </Typography>
  );
}

/** The cap of an enterprise that was granted nothing of it yet. */
export function NothingUsedBar({ cap, title }: { cap: string; title: string }) {
  const texts = useMessages(totalMessages);
  return (
    <UsageBar
      title={title}
      whole={`${texts.cap} ${grouped(cap)}`}
      parts={[]}
      rest={`${texts.remaining} ${grouped(cap)}`}
    />
  );
}
