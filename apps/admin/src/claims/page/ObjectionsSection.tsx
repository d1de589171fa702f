import { Alert, Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { outcomeOf } from '../../api/refusals.js';
import { useDocument } from '../../api/use-document.js';
import { useMay } from '../../auth/use-user.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Answer } from '../../ui/Answer.js';
import { Facts } from '../../ui/Facts.js';
import { LoadingLines } from '../../ui/Loading.js';
import { Section } from '../../ui/Section.js';
import { objectionsDocument, objectorDocument } from '../documents.js';
import type { Claim, Objection } from '../fragments.js';
import { claimMessages } from '../messages.js';
import { objectionMessages } from '../objection-messages.js';
import { uiMessages } from '../../ui/ui-messages.js';
import { EraseObjectorDialog } from './EraseObjectorDialog.js';
import { Prose } from './Prose.js';
import { ShownToPublic } from './ShownToPublic.js';

/** What was objected to the claim, by when it is answered, and how it was. */
export function ObjectionsSection({ claim }: { claim: Claim }) {
  const { id, publicity, nobodyAnswers } = claim;
  const texts = useMessages(objectionMessages);
  const { nobodyAnswersHint } = useMessages(claimMessages);
  const query = useDocument(objectionsDocument, { id });
  return (
    <Section title={texts.title}>
      {nobodyAnswers && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {nobodyAnswersHint}
        </Alert>
      )}
      <ShownToPublic claim={claim} />
      <Answer query={query} loading={<LoadingLines lines={2} />}>
        {({ claim: found }) =>
          found === null || found.objections.length === 0 ? (
            <Typography variant="body2" color="textSecondary">
              {publicity === null ? texts.noneYet : texts.none}
            </Typography>
          ) : (
            <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 2 }}>
              {found.objections.map((objection) => (
                <Box component="li" key={objection.id}>
                  <ObjectionEntry claim={id} objection={objection} />
                </Box>
              ))}
            </Stack>
          )
        }
      </Answer>
    </Section>
  );
}

function ObjectionEntry({ claim, objection }: { claim: string; objection: Objection }) {
  const texts = useMessages(objectionMessages);
  const mayRead = useMay('OBJECTOR_READ');
  const mayErase = useMay('CONTACT_ERASE');
  const [asked, setAsked] = useState(false);
  const [erasing, setErasing] = useState(false);
  const { standing, isOverdue, hint, objector, objectorKind, objectorErasedOn, answer, answerBy } = objection;
  const isWhole = objector !== null && objectorErasedOn === null;
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 0.5 }}>
        <Chip
          size="small"
          color={standing === 'OPEN' ? 'error' : standing === 'UPHELD' ? 'warning' : 'default'}
          label={texts.standings[standing]}
        />
        {isOverdue && <Chip size="small" color="error" variant="outlined" label={texts.overdue} />}
        {objectorErasedOn !== null && <Chip size="small" variant="outlined" label={texts.erased} />}
        {isWhole && mayRead && !asked && (
          <Button size="small" onClick={() => setAsked(true)}>
            {texts.showObjector}
          </Button>
        )}
        {isWhole && mayErase && standing !== 'OPEN' && (
          <Button size="small" color="error" onClick={() => setErasing(true)}>
            {texts.erase}
          </Button>
        )}
      </Stack>
      {erasing && <EraseObjectorDialog claim={claim} objection={objection} onClose={() => setErasing(false)} />}
      {asked && isWhole && <WholeObjector claim={claim} objection={objection.id} />}
      <Facts
        entries={[
          [texts.what, <Prose key="what" text={objection.what} />],
          objection.evidence === null ? null : [texts.evidence, <Prose key="evidence" text={objection.evidence} />],
          [texts.by, objectorKind === null ? texts.anonymous : `${objector ?? ''} · ${texts.kinds[objectorKind]}`],
          objectorErasedOn === null ? null : [texts.erasedOn, objectorErasedOn],
          [texts.receivedOn, texts.recorded(objection.receivedOn, objection.recordedOn)],
          hint === null ? null : [texts.hint, texts.hints[hint]],
          answerBy === null ? null : [texts.answerBy, answerBy],
          answer === null ? null : [texts.answer, <Prose key="answer" text={answer.reason} />],
          answer === null ? null : [texts.answeredBy, `${answer.by} · ${answer.on}`],
          answer?.then == null ? null : [texts.then, texts.steps[answer.then]],
        ]}
      />
    </>
  );
}

function WholeObjector({ claim, objection }: { claim: string; objection: string }) {
  const texts = useMessages(objectionMessages);
  const ui = useMessages(uiMessages);
  const bilingual = useBilingual();
  const { data } = useDocument(objectorDocument, { claim, objection });
  if (data === undefined) return null;
  const answer = outcomeOf(data.objector);
  return (
    <Typography variant="body2" role="status" sx={{ mb: 0.5 }}>
      {answer.done
        ? ui.aside(`${answer.value.name} ${answer.value.phone}`, texts.kinds[answer.value.kind])
        : bilingual(answer.refusal.message)}
    </Typography>
  );
}
