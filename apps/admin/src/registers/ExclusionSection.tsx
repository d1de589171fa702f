import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { useMay } from '../auth/use-user.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { LoadingLines } from '../ui/Loading.js';
import { usePersonName } from '../ui/person.js';
import { Section } from '../ui/Section.js';
import { ClearDialog } from './ClearDialog.js';
import { type Exclusion, exclusionsOfClaimDocument, exclusionsOfEnterpriseDocument } from './documents.js';
import { registerMessages } from './messages.js';
import { editionPath } from './paths.js';

/** On a claim's page: the rows of registers that hold it, or were cleared. */
export function ClaimExclusions({ claim }: { claim: string }) {
  const texts = useMessages(registerMessages);
  const query = useDocument(exclusionsOfClaimDocument, { id: claim });
  return (
    <Section title={texts.ofClaim}>
      <Answer query={query} loading={<LoadingLines lines={1} />}>
        {(data) => <ExclusionLines exclusions={data.claim?.exclusions ?? []} />}
      </Answer>
    </Section>
  );
}

/** On an enterprise's page: the registers on which it stands, or one before it. */
export function EnterpriseExclusions({ uscc }: { uscc: string }) {
  const texts = useMessages(registerMessages);
  const query = useDocument(exclusionsOfEnterpriseDocument, { uscc });
  return (
    <Section title={texts.ofEnterprise}>
      <Answer query={query} loading={<LoadingLines lines={1} />}>
        {(data) => <ExclusionLines exclusions={data.enterprise?.exclusions ?? []} />}
      </Answer>
    </Section>
  );
}

/** Says that a claim is held since its enterprise stands on a register. */
export function ExcludedChip() {
  const { held } = useMessages(registerMessages);
  return <Chip size="small" color="error" label={held} />;
}

/** The same beside a claim's title, where a row holds it. */
export function ExcludedMark({ claim }: { claim: string }) {
  const { data } = useDocument(exclusionsOfClaimDocument, { id: claim });
  return data?.claim?.exclusions.some(({ isHolding }) => isHolding) ? <ExcludedChip /> : null;
}

function ExclusionLines({ exclusions }: { exclusions: Exclusion[] }) {
  const texts = useMessages(registerMessages);
  const { asOf } = useAsOf();
  const mayClear = useMay('REGISTER_CLEAR') && asOf === null;
  const [clearing, setClearing] = useState<Exclusion | null>(null);
  if (exclusions.length === 0) return <Typography variant="body2">{texts.none}</Typography>;
  return (
    <Stack sx={{ gap: 1.5 }}>
      {exclusions.map((exclusion) => (
        <ExclusionItem
          key={`${exclusion.edition.id} ${String(exclusion.row.row)}`}
          exclusion={exclusion}
          onClear={mayClear && exclusion.isHolding && exclusion.register.mayClear ? () => setClearing(exclusion) : null}
        />
      ))}
      {clearing !== null && <ClearDialog exclusion={clearing} onClose={() => setClearing(null)} />}
    </Stack>
  );
}

function ExclusionItem({ exclusion, onClear }: { exclusion: Exclusion; onClear: (() => void) | null }) {
  const { register, edition, row, until, isHolding } = exclusion;
  const texts = useMessages(registerMessages);
  const bilingual = useBilingual();
  const personName = usePersonName();
  const source = [edition.authority, edition.document ?? edition.url, edition.publishedOn].filter(Boolean).join(' · ');
  return (
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }} color={isHolding ? 'error' : 'textPrimary'}>
        <Link to={editionPath(register.id, edition.id)} style={{ color: 'inherit' }}>
          {texts.hit(bilingual(register.name), edition.no, row.row)}
        </Link>
      </Typography>
      <Typography variant="body2">
        {[row.name, row.uscc, row.matter, row.decision].filter(Boolean).join(' · ')}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="p">
        {source}
        {until !== null && ` · ${texts.until(until)}`}
      </Typography>
      {row.clearings.map(({ by, on, ground, reason }) => (
        <Typography key={by.username} variant="body2">
          {texts.cleared(personName(by), on, bilingual(ground), reason)}
        </Typography>
      ))}
      {isHolding && <Typography variant="body2">{texts.wayOut(bilingual(register.clearedBy))}</Typography>}
      {onClear !== null && (
        <Button size="small" color="error" onClick={onClear}>
          {texts.clear}
        </Button>
      )}
    </Box>
  );
}
