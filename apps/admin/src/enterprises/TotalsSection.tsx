import { add, formatYuanGrouped, leftOf } from '@duixian/money';
import { Box, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import { useDocument } from '../api/use-document.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { fenOf, grouped } from '../ui/money.js';
import { Section } from '../ui/Section.js';
import { uiMessages } from '../ui/ui-messages.js';
import { enterpriseTotalsDocument } from './documents.js';
import { enterpriseMessages } from './messages.js';
import { TotalBar } from './TotalBar.js';
import { totalMessages } from './total-messages.js';
import type { YearlyTotal } from './fragments.js';
import { withInherited } from './with-inherited.js';

/** What the enterprise was granted, year by year and clause by clause, against its caps. */
export function TotalsSection({ uscc }: { uscc: string }) {
  const texts = useMessages(enterpriseMessages);
  const query = useDocument(enterpriseTotalsDocument, { uscc });
  return (
    <Answer query={query}>
      {({ enterprise }) => {
        const totals = withInherited(enterprise?.totals ?? [], enterprise?.inherited ?? []);
        return totals.length === 0 ? (
          <Section title={texts.totals}>
            <Typography color="textSecondary">{texts.noTotals}</Typography>
          </Section>
        ) : (
          <TotalsByYear totals={totals} />
        );
      }}
    </Answer>
  );
}

function TotalsByYear({ totals }: { totals: YearlyTotal[] }) {
  const texts = useMessages(enterpriseMessages);
  const years = [...new Set(totals.map((total) => total.year))].sort((one, other) => other - one);
  const [chosen, setChosen] = useState<number | null>(null);
  const year = chosen ?? years[0];
  const ofYear = totals.filter((total) => total.year === year);
  const [own, persons] = [ofYear.filter((total) => !isForPersons(total)), ofYear.filter(isForPersons)];
  return (
    <Section
      title={texts.totals}
      aside={
        <ToggleButtonGroup
          size="small"
          exclusive
          value={year}
          aria-label={texts.year}
          onChange={(_, next: number | null) => setChosen(next)}
        >
          {years.map((one) => (
            <ToggleButton key={one} value={one} sx={{ py: 0.25 }}>
              {one}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      <Stack sx={{ gap: 2.5 }}>
        {own.map((total) => (
          <Total key={total.id} total={total} />
        ))}
        {persons.length > 0 && (
          <Box>
            <Typography variant="h3">{texts.toPersons}</Typography>
            <Typography variant="body2" color="textSecondary">
              {texts.toPersonsHint}
            </Typography>
          </Box>
        )}
        {persons.map((total) => (
          <Total key={total.id} total={total} />
        ))}
      </Stack>
    </Section>
  );
}

/** Whether the enterprise passes on whatever stands under the measure, and was granted nothing of it itself. */
function isForPersons({ granted, toPersons }: YearlyTotal): boolean {
  return fenOf(toPersons.granted) > 0n && fenOf(granted) === 0n;
}

function Total({ total }: { total: YearlyTotal }) {
  const texts = useMessages(enterpriseMessages);
  const { city, county, onOthersBasis } = useMessages(totalMessages);
  const { of } = useMessages(uiMessages);
  const bilingual = useBilingual();
  const { counted } = total;
  const elsewhere = leftOf(fenOf(counted.granted), add(fenOf(total.granted), fenOf(total.toPersons.granted)));
  return (
    <Box>
      <TotalBar total={total} title={`${bilingual(total.measure.title)} ${total.measure.id}`} />
      <Typography variant="caption" color="textSecondary">
        {of(texts.split, `${city} ${grouped(counted.city)} · ${county} ${grouped(counted.county)}`)}
        {elsewhere > 0n && ` · ${onOthersBasis(formatYuanGrouped(elsewhere))}`}
      </Typography>
    </Box>
  );
}
