import { Box, Button, Stack, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useLocation } from 'react-router';
import { useCommands } from '../api/use-command.js';
import { useDocument } from '../api/use-document.js';
import { codeFont } from '../app/theme.js';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { useMay } from '../auth/use-user.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { Disclosure } from '../ui/Disclosure.js';
import { Facts } from '../ui/Facts.js';
import { Section } from '../ui/Section.js';
import { drawSample, type PendingSample, type Sample, samplesDocument } from './documents.js';
import { roundMessages } from './messages.js';
import { awaitingDrawPath } from './paths.js';

/**
 * What waits for a draw and what was drawn: of one round, or of the claims that have none and of every round in which
 * some wait. Nothing where there is neither.
 */
export function SamplesSection({ round }: { round: string | null }) {
  const texts = useMessages(roundMessages);
  const { data } = useDocument(samplesDocument, { round });
  const pending = (data?.pendingSamples ?? []).filter((each) => round === null || each.round === round);
  const samples = (data?.samples ?? []).filter((each) => each.round === round);
  if (pending.length === 0 && samples.length === 0) return null;
  return (
    <Section title={texts.samples}>
      <Stack sx={{ gap: 2 }}>
        {pending.map((each) => (
          <Waiting key={`${each.measure.id} ${each.round ?? ''}`} pending={each} />
        ))}
        {samples.map((each) => (
          <Made key={each.id} sample={each} />
        ))}
      </Stack>
    </Section>
  );
}

function Waiting({ pending }: { pending: PendingSample }) {
  const texts = useMessages(roundMessages);
  const bilingual = useBilingual();
  const { asOf } = useAsOf();
  const mayDraw = useMay('SAMPLE_DRAW') && asOf === null;
  const [drawing, setDrawing] = useState(false);
  const { measure, round, claims, allowed, refusal } = pending;
  const name = `${measure.clauseId} ${bilingual(measure.title)}`;
  return (
    <Box>
      <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {[name, round].filter((one) => one !== null).join(' · ')}
        </Typography>
        <Link to={awaitingDrawPath(measure.id, round)}>{texts.waitsForDraw(claims)}</Link>
        {mayDraw && allowed && (
          <Button size="small" variant="contained" onClick={() => setDrawing(true)}>
            {texts.draw}
          </Button>
        )}
      </Stack>
      {refusal && (
        <Typography variant="body2" color="textSecondary">
          {bilingual(refusal)}
        </Typography>
      )}
      {drawing && <DrawDialog pending={pending} name={name} onClose={() => setDrawing(false)} />}
    </Box>
  );
}

interface DrawDialogProps {
  pending: PendingSample;
  name: string;
  onClose: () => void;
}

function DrawDialog({ pending: { measure, round, claims }, name, onClose }: DrawDialogProps) {
  const texts = useMessages(roundMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  return (
    <CommandDialog
      title={`${texts.draw} · ${name}`}
      says={texts.drawSays}
      note={<Typography variant="body2">{texts.drawNow(claims)}</Typography>}
      confirmLabel={texts.draw}
      sending={sending}
      submit={() => send(drawSample, { measure: measure.id, round })}
      onClose={onClose}
      onDone={() => {
        notify(texts.drawnDone, { type: 'success' });
        onClose();
      }}
    />
  );
}

function Made({ sample }: { sample: Sample }) {
  const texts = useMessages(roundMessages);
  const bilingual = useBilingual();
  const { id, on, by, position, lookedAt, measure, seed, lists } = sample;
  const isAskedFor = useLocation().hash === `#${id}`;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAskedFor) place.current?.scrollIntoView();
  }, [isAskedFor]);
  return (
    <Box id={id} ref={place}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {`${measure.clauseId} ${bilingual(measure.title)}`}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {texts.drawnBy(on, by, position)}
      </Typography>
      {lists.map(({ step, share, of, drawn, before }) => (
        <Box key={`${step} ${String(share)}`} sx={{ mt: 0.5 }}>
          <Typography variant="body2">{texts.drawnLine(drawn.length, of.length, share)}</Typography>
          {drawn.length > 0 && <Numbers label={texts.drawnClaims} claims={drawn} />}
          {before.length > 0 && <Numbers label={texts.drawnBefore} claims={before.map(({ claim }) => claim)} />}
        </Box>
      ))}
      <Disclosure label={texts.redo}>
        <Typography variant="body2" color="textSecondary">
          {texts.redoSays}
        </Typography>
        <Facts
          entries={[
            [texts.random, <Hex key="random" text={seed.random} />],
            [texts.link(seed.position), <Hex key="link" text={seed.link} />],
            [texts.seed, <Hex key="seed" text={seed.value} />],
          ]}
        />
        {lists.map(({ step, share, of }) => (
          <Numbers key={`${step} ${String(share)}`} label={texts.of(lookedAt)} claims={of} />
        ))}
      </Disclosure>
    </Box>
  );
}

function Numbers({ label, claims }: { label: string; claims: readonly string[] }) {
  const texts = useMessages(roundMessages);
  return (
    <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
      {label}
      {claims.map((claim, index) => (
        <Box component="span" key={claim}>
          {index > 0 && texts.between}
          <Box component={Link} to={`/claims/${claim}/show`} sx={{ fontFamily: codeFont, fontSize: '0.8125rem' }}>
            {claim}
          </Box>
        </Box>
      ))}
    </Typography>
  );
}

function Hex({ text }: { text: string }) {
  return (
    <Box component="code" sx={{ fontFamily: codeFont, fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
      {text}
    </Box>
  );
}
