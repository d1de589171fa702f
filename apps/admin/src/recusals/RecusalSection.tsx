import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useDocument } from '../api/use-document.js';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { useMay, useUser } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { LoadingLines } from '../ui/Loading.js';
import { usePersonName } from '../ui/person.js';
import { Section } from '../ui/Section.js';
import { type RecusalRow, recusalsOfClaimDocument } from './documents.js';
import { LiftDialog } from './LiftDialog.js';
import { recusalMessages } from './messages.js';
import { RecuseDialog } from './RecuseDialog.js';
import { useTakesPart } from './use-takes-part.js';

interface RecusalSectionProps {
  claim: { id: string; enterprise: { uscc: string; name: string } };
}

/** On a claim's page: who takes no part in it, since when and why. */
export function RecusalSection({ claim }: RecusalSectionProps) {
  const texts = useMessages(recusalMessages);
  const query = useDocument(recusalsOfClaimDocument, { id: claim.id });
  const { asOf } = useAsOf();
  const user = useUser();
  const mayDeclare = useMay('RECUSAL_DECLARE');
  const takesPart = useTakesPart();
  const [isDeclaring, setDeclaring] = useState(false);
  const [lifting, setLifting] = useState<RecusalRow | null>(null);
  return (
    <Section title={texts.title}>
      <Answer query={query} loading={<LoadingLines lines={1} />}>
        {(data) => {
          const recusals = data.claim?.recusals ?? [];
          const isOwn = recusals.some(({ official }) => official.userId === user?.id);
          return (
            <Stack sx={{ gap: 1 }}>
              {recusals.length === 0 && <Typography variant="body2">{texts.nobody}</Typography>}
              {recusals.map((recusal) => (
                <RecusalLines
                  key={recusal.id}
                  recusal={recusal}
                  onLift={asOf === null && recusal.canLift ? () => setLifting(recusal) : null}
                />
              ))}
              {mayDeclare && !isOwn && (
                <Button size="small" sx={{ alignSelf: 'start' }} onClick={() => setDeclaring(true)}>
                  {takesPart ? texts.declareOn : texts.order}
                </Button>
              )}
            </Stack>
          );
        }}
      </Answer>
      {isDeclaring && <RecuseDialog claim={claim} onClose={() => setDeclaring(false)} />}
      {lifting && <LiftDialog recusal={lifting} onClose={() => setLifting(null)} />}
    </Section>
  );
}

function RecusalLines({ recusal, onLift }: { recusal: RecusalRow; onLift: (() => void) | null }) {
  const { official, since, orderedBy, reason, enterprise } = recusal;
  const texts = useMessages(recusalMessages);
  const personName = usePersonName();
  const scope = enterprise === null ? texts.ofClaim : texts.ofEnterprise;
  return (
    <div>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {personName(official)}
      </Typography>
      <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
        {[scope, texts.since(since), orderedBy && texts.orderedBy(personName(orderedBy))].filter(Boolean).join(' · ')}
      </Typography>
      <Typography variant="body2">{reason}</Typography>
      {onLift && (
        <Button size="small" color="error" onClick={onLift}>
          {texts.lift}
        </Button>
      )}
    </div>
  );
}
