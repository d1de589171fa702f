import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { Draft } from '../../drafts/drafts.js';
import { draftMessages } from '../../drafts/messages.js';
import { useDrafts } from '../../drafts/use-draft.js';
import { useMessages } from '../../i18n/messages.js';
import { beijingTime } from '../../ui/beijing-time.js';
import { Section } from '../../ui/Section.js';
import { newClaimDrafts } from './new-claim-draft.js';

interface UnsentClaimsProps {
  /** @param form name of the draft. */
  onGoOn: (form: string) => void;
}

/** The claims that this clerk began in this browser and did not submit. */
export function UnsentClaims({ onGoOn }: UnsentClaimsProps) {
  const texts = useMessages(draftMessages);
  const drafts = useDrafts();
  const [unsent, setUnsent] = useState(() => drafts?.beginningWith(newClaimDrafts) ?? []);
  if (unsent.length === 0) return null;
  const discard = (form: string) => {
    drafts?.discard(form);
    setUnsent(unsent.filter((one) => one.form !== form));
  };
  return (
    <Box sx={{ mb: 2 }}>
      <Section title={texts.unsentClaims}>
        <Typography variant="caption" color="textSecondary">
          {texts.kept}
        </Typography>
        <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {unsent.map(({ form, draft }) => (
            <UnsentClaim key={form} draft={draft} onGoOn={() => onGoOn(form)} onDiscard={() => discard(form)} />
          ))}
        </Stack>
      </Section>
    </Box>
  );
}

interface UnsentClaimProps {
  draft: Draft;
  onGoOn: () => void;
  onDiscard: () => void;
}

function UnsentClaim({ draft: { about, writtenAt }, onGoOn, onDiscard }: UnsentClaimProps) {
  const texts = useMessages(draftMessages);
  return (
    <Stack component="li" direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap', py: 0.5 }}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography variant="body2">{about}</Typography>
        <Typography variant="caption" color="textSecondary">
          {texts.writtenAt(beijingTime(writtenAt))}
        </Typography>
      </Box>
      <Button size="small" aria-label={texts.goOnNamed(about)} onClick={onGoOn}>
        {texts.goOn}
      </Button>
      <Button size="small" color="inherit" aria-label={texts.discardNamed(about)} onClick={onDiscard}>
        {texts.discard}
      </Button>
    </Stack>
  );
}
