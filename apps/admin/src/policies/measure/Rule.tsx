import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useBilingual, useLocale } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Disclosure } from '../../ui/Disclosure.js';
import { Facts } from '../../ui/Facts.js';
import { grouped } from '../../ui/money.js';
import { Notice } from '../../ui/Notice.js';
import { policyMessages } from '../messages.js';
import type { Interpretation, Measure } from './shapes.js';

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
  const separator = useLocale() === 'zh' ? '、' : ', ';
  const basis = measure.basis && [texts.bases[measure.basis], ...(measure.rises ? [texts.rises] : [])].join(separator);
  return (
    <Facts
      entries={[
        measure.payable ? [texts.amount, measure.amountText && bilingual(measure.amountText)] : null,
        measure.payable ? [texts.conditions, <Conditions key="conditions" measure={measure} />] : null,
        measure.payable ? [texts.limits, <Limits key="limits" measure={measure} />] : null,
        basis === null ? null : [texts.basis, basis],
        measure.split.length > 0
          ? [texts.split, measure.split.map((part) => `${texts.payers[part.payer]} ${part.share}`).join(separator)]
          : null,
        measure.facts.length > 0
          ? [texts.facts, measure.facts.map((fact) => bilingual(fact.label)).join(separator)]
          : null,
        measure.evidenceKinds.length > 0
          ? [texts.evidence, measure.evidenceKinds.map((kind) => texts.evidenceKinds[kind]).join(separator)]
          : null,
        measure.overlapGroup === null ? null : [texts.overlap, measure.overlapGroup],
        [texts.lead, measure.leadDepartment],
        measure.otherDepartments.length > 0 ? [texts.others, measure.otherDepartments.join(separator)] : null,
      ]}
    />
  );
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
  const bilingual = useBilingual();
  if (interpretations.length === 0) return null;
  return (
    <Disclosure label={`${texts.interpretations}（${String(interpretations.length)}）`}>
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
