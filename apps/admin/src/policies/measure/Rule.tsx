import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Disclosure } from '../../ui/Disclosure.js';
import { Facts } from '../../ui/Facts.js';
import { grouped } from '../../ui/money.js';
import { Notice } from '../../ui/Notice.js';
import { uiMessages } from '../../ui/ui-messages.js';
import { policyMessages } from '../messages.js';
import { type Interpretation, type Measure, namedKinds } from './fragments.js';

/** A clause as the system applies it: what is needed, when, how much, within which limits, and how it was read. */
export function Rule({ measure }: { measure: Measure }) {
  const texts = useMessages(policyMessages);
  const bilingual = useBilingual();
  return (
    <Stack sx={{ gap: 1.5 }}>
      {measure.reason && (
        <Notice tone="info" title={texts.whyNothing}>
          <Typography variant="body2">{bilingual(measure.reason)}</Typography>
        </Notice>
      )}
      <RuleFacts measure={measure} />
      {measure.findings.map((finding) => (
        <Notice key={finding.zh} tone="warning" title={texts.findings}>
          <Typography variant="body2">{bilingual(finding)}</Typography>
        </Notice>
      ))}
      <Readings interpretations={measure.interpretations} />
    </Stack>
  );
}

function RuleFacts({ measure }: { measure: Measure }) {
  const texts = useMessages(policyMessages);
  const bilingual = useBilingual();
  const { listed } = useMessages(uiMessages);
  const basis = measure.basis && listed([texts.bases[measure.basis], ...(measure.rises ? [texts.rises] : [])]);
  return (
    <Facts
      entries={[
        measure.payable ? [texts.amount, measure.amountText && bilingual(measure.amountText)] : null,
        measure.payable ? [texts.conditions, <Conditions key="conditions" measure={measure} />] : null,
        measure.payable ? [texts.limits, <Limits key="limits" measure={measure} />] : null,
        basis === null ? null : [texts.basis, basis],
        measure.split.length > 0
          ? [texts.split, listed(measure.split.map((part) => `${texts.payers[part.payer]} ${part.share}`))]
          : null,
        measure.facts.length > 0 ? [texts.facts, listed(measure.facts.map((fact) => bilingual(fact.label)))] : null,
        measure.evidenceKinds.length > 0
          ? [texts.evidence, listed(namedKinds(measure.evidenceKinds).map((kind) => texts.evidenceKinds[kind]))]
          : null,
        measure.overlapGroup === null ? null : [texts.overlap, measure.overlapGroup],
        measure.payee.kind === 'NATURAL_PERSON' ? [texts.payee, bilingual(measure.payee.says)] : null,
        [texts.lead, measure.leadDepartment],
        measure.payable ? [texts.publicity, <Publicity key="publicity" rule={measure.publicity} />] : null,
        measure.otherDepartments.length > 0 ? [texts.others, listed(measure.otherDepartments)] : null,
      ]}
    />
  );
}

function Publicity({ rule: { least, unit, source } }: { rule: Measure['publicity'] }) {
  const texts = useMessages(policyMessages);
  const { of } = useMessages(uiMessages);
  const length = texts.publicityOf(least, unit === 'WORKING_DAYS');
  return source === null ? length : of(length, source);
}

function Conditions({ measure }: { measure: Measure }) {
  const texts = useMessages(policyMessages);
  const bilingual = useBilingual();
  if (measure.conditions.length === 0) return texts.noConditions;
  return <Lines lines={measure.conditions.map(bilingual)} />;
}

function Limits({ measure }: { measure: Measure }) {
  const texts = useMessages(policyMessages);
  const { item, total, year, pool, quota } = measure.limits;
  const lines = [
    item === null ? null : `${texts.limit.item} ${grouped(item)}`,
    total === null ? null : `${texts.limit.total} ${grouped(total)}`,
    year === null ? null : `${texts.limit.year} ${grouped(year)}`,
    pool === null ? null : `${texts.limit.pool} ${grouped(pool)}`,
    quota === null ? null : `${texts.limit.quota} ${texts.places(quota)}`,
  ].filter((entry) => entry !== null);
  return lines.length === 0 ? texts.noLimits : <Lines lines={lines} />;
}

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => (
    <Box key={line} component="span" sx={{ display: 'block' }}>
      {line}
    </Box>
  ));
}

export function Readings({ interpretations }: { interpretations: Interpretation[] }): ReactNode {
  const texts = useMessages(policyMessages);
  const { aside } = useMessages(uiMessages);
  const bilingual = useBilingual();
  if (interpretations.length === 0) return null;
  return (
    <Disclosure label={aside(texts.interpretations, String(interpretations.length))}>
      <Stack sx={{ gap: 1.5, mt: 1 }}>
        {interpretations.map((reading) => (
          <Box key={reading.taken.zh} sx={{ pl: 1.5, borderLeft: 2, borderColor: 'divider' }}>
            <Typography variant="body2" lang="zh-CN" sx={{ fontWeight: 650, mb: 0.5 }}>
              {reading.quotes.map((quote) => `「${quote}」`).join(' ')}
            </Typography>
            <Facts
              entries={[
                [texts.taken, bilingual(reading.taken)],
                [texts.other, bilingual(reading.other)],
                [texts.why, bilingual(reading.why)],
              ]}
            />
          </Box>
        ))}
      </Stack>
    </Disclosure>
  );
}
