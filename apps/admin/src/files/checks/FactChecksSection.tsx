import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../../api/use-command.js';
import { useDocument } from '../../api/use-document.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Answer } from '../../ui/Answer.js';
import { LoadingLines } from '../../ui/Loading.js';
import { Section } from '../../ui/Section.js';
import { usePersonName } from '../../ui/person.js';
import { CheckDialog } from './CheckDialog.js';
import {
  type CheckableFile,
  type CheckedFact,
  type FactCheck,
  factChecksDocument,
  withdrawFactCheck,
} from './documents.js';
import { checkMessages } from './messages.js';

/** Each fact that a claim states, and in which files reviewers found it. */
export function FactChecksSection({ claim }: { claim: string }) {
  const texts = useMessages(checkMessages);
  const bilingual = useBilingual();
  const query = useDocument(factChecksDocument, { claim }, { keepPrevious: true });
  return (
    <Section title={texts.title}>
      <Answer query={query} loading={<LoadingLines lines={2} />}>
        {({ claim: found }) => {
          if (found === null) return null;
          const { factChecks: facts, checkingRefusal: refusal } = found;
          const files = found.files.filter(
            ({ withdrawn, supersededBy, scan }) =>
              withdrawn === null && supersededBy === null && scan?.outcome !== 'INFECTED',
          );
          const mayCheck = refusal === null && files.length > 0;
          return (
            <>
              {facts.length === 0 && <Quiet>{texts.noFacts}</Quiet>}
              {facts.length > 0 && mayCheck && <Quiet>{texts.says}</Quiet>}
              {facts.length > 0 && refusal === null && files.length === 0 && <Quiet>{texts.noFiles}</Quiet>}
              <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                {facts.map((fact) => (
                  <Fact key={fact.name} claim={claim} fact={fact} files={mayCheck ? files : null} />
                ))}
              </Box>
              {refusal !== null && (
                <Box sx={{ displayPrint: 'none' }}>
                  <Quiet>{bilingual(refusal)}</Quiet>
                </Box>
              )}
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

function Quiet({ children }: { children: string }) {
  return (
    <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
      {children}
    </Typography>
  );
}

interface FactProps {
  claim: string;
  fact: CheckedFact;
  /** Null where nobody may check anything now. */
  files: readonly CheckableFile[] | null;
}

function Fact({ claim, fact, files }: FactProps) {
  const texts = useMessages(checkMessages);
  const bilingual = useBilingual();
  const [isOpen, setOpen] = useState(false);
  const label = bilingual(fact.label);
  return (
    <Box component="li" aria-label={label} sx={{ py: 0.5, borderBottom: 1, borderColor: 'divider' }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="body2" sx={{ flex: 1, minWidth: 160, overflowWrap: 'anywhere' }}>
          {label} <b>{bilingual(fact.display)}</b>
        </Typography>
        {files !== null && (
          <Button
            size="small"
            aria-label={texts.checkOf(label)}
            onClick={() => setOpen(true)}
            sx={{ displayPrint: 'none' }}
          >
            {texts.check}
          </Button>
        )}
      </Stack>
      {fact.checks.length === 0 ? (
        <Quiet>{texts.none}</Quiet>
      ) : (
        fact.checks.map((check) => (
          <Check
            key={check.id}
            claim={claim}
            label={label}
            check={check}
            canTakeBack={check.isYours && files !== null}
          />
        ))
      )}
      {isOpen && files !== null && (
        <CheckDialog claim={claim} fact={fact} files={files} onClose={() => setOpen(false)} />
      )}
    </Box>
  );
}

interface CheckProps {
  claim: string;
  label: string;
  check: FactCheck;
  canTakeBack: boolean;
}

function Check({ claim, label, check: { id, file, page, by, on }, canTakeBack }: CheckProps) {
  const texts = useMessages(checkMessages);
  const bilingual = useBilingual();
  const personName = usePersonName();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const takeBack = async () => {
    const outcome = await send(withdrawFactCheck, { claim, file: file.id, check: id });
    if (outcome === null) return;
    if (outcome.done) notify(texts.takenBack, { type: 'success' });
    else notify(bilingual(outcome.refusal.message), { type: 'error' });
  };
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        <Box component="span" aria-hidden sx={{ color: 'success.main' }}>
          ✓{' '}
        </Box>
        {texts.found(file.name, page)}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {texts.by(personName(by), on)}
      </Typography>
      {canTakeBack && (
        <Button
          size="small"
          color="inherit"
          disabled={sending}
          aria-label={texts.takeBackOf(label, file.name)}
          onClick={() => void takeBack()}
          sx={{ displayPrint: 'none' }}
        >
          {texts.takeBack}
        </Button>
      )}
    </Stack>
  );
}
