import { Link, Typography } from '@mui/material';
import { useState } from 'react';
import { useDocument } from '../../api/use-document.js';
import { codeFont } from '../../app/theme.js';
import { useUser } from '../../auth/use-user.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Answer } from '../../ui/Answer.js';
import { Amount } from '../../ui/Amount.js';
import { Disclosure } from '../../ui/Disclosure.js';
import { Facts } from '../../ui/Facts.js';
import { LoadingLines } from '../../ui/Loading.js';
import { publicEntryDocument } from '../documents.js';
import type { Claim } from '../fragments.js';
import { objectionMessages } from '../objection-messages.js';

/** What the public was shown of the claim, each time it was, redone from the log when it is asked for. */
export function ShownToPublic({ claim }: { claim: Claim }) {
  const texts = useMessages(objectionMessages);
  const bilingual = useBilingual();
  const times = claim.timeline.filter(({ type }) => type === 'DeterminationPublicised');
  return times.map(({ position, on, summary }, index) => (
    <OneTime
      key={position}
      claim={claim.id}
      position={position}
      on={on}
      label={texts.shown(bilingual(summary), index < times.length - 1 || claim.publicity === null)}
    />
  ));
}

function OneTime({ label, ...shown }: { label: string; claim: string; position: string; on: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure label={label} onOpen={() => setOpen(true)}>
      {isOpen && <Entry {...shown} />}
    </Disclosure>
  );
}

/** The entry as it stood on the first day, and the sum of the list on which it stood. */
function Entry({ claim, position, on }: { claim: string; position: string; on: string }) {
  const texts = useMessages(objectionMessages);
  const bilingual = useBilingual();
  const user = useUser();
  const query = useDocument(publicEntryDocument, { claim, on, asOf: { position } });
  return (
    <Answer query={query} loading={<LoadingLines lines={3} />}>
      {({ publicList: { entry, sha256, entries, position: at } }) => (
        <>
          {entry === null ? (
            <Typography variant="body2">{texts.notOnList}</Typography>
          ) : (
            <Facts
              entries={[
                [texts.shownName, `${entry.name} ${entry.uscc}`],
                [texts.shownClause, bilingual(entry.clause)],
                [texts.shownAmount, <Amount key="amount" value={entry.amount} />],
                ...entry.lines.map(({ payer, amount }): [string, React.ReactNode] => [
                  payer,
                  <Amount key={payer} value={amount} />,
                ]),
                [texts.shownDays, texts.days(entry.from, entry.until)],
                [texts.shownOffice, [entry.office, entry.telephone ?? ''].join(' ')],
              ]}
            />
          )}
          <Typography
            variant="caption"
            color="textSecondary"
            sx={{ display: 'block', overflowWrap: 'anywhere', mb: 1 }}
          >
            {texts.listOf(on, at, entries)} SHA-256 <span style={{ fontFamily: codeFont }}>{sha256}</span>
            {user && (
              <>
                {' · '}
                <Link href={`/publicity/${user.tenant}`} target="_blank" rel="noreferrer">
                  {texts.presentList}
                </Link>
                {' · '}
                <Link href={`/publicity/${user.tenant}/sheet`} target="_blank" rel="noreferrer">
                  {texts.presentSheet}
                </Link>
              </>
            )}
          </Typography>
        </>
      )}
    </Answer>
  );
}
