import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router';
import { useDocument } from '../../api/use-document.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { drawPath } from '../../rounds/paths.js';
import { Facts } from '../../ui/Facts.js';
import { Section } from '../../ui/Section.js';
import { saysOf } from '../deadline/DeadlineLines.js';
import { LightChip } from '../deadline/LightChip.js';
import { deadlineMessages } from '../deadline/messages.js';
import type { Claim } from '../fragments.js';
import { uiMessages } from '../../ui/ui-messages.js';
import { type Route, type RouteStep, routeDocument } from './documents.js';
import { routeMessages } from './messages.js';
import { ForwardDialog } from './ForwardDialog.js';
import { StepDialog } from './StepDialog.js';

const VERSION_SHOWN = 12;

/** By which offices the claim goes before its review: who said what and when, and what waits. Nothing where it has no route. */
export function RouteSection({ claim, onDone }: { claim: Claim; onDone: () => void }) {
  const texts = useMessages(routeMessages);
  const { data } = useDocument(routeDocument, { id: claim.id });
  const [asked, setAsked] = useState<RouteStep | null>(null);
  const [forwarded, setForwarded] = useState<RouteStep | null>(null);
  const route = data?.claim?.route;
  if (route == null) return null;
  const round = data?.claim?.applicationRound?.id ?? null;
  return (
    <Section
      title={texts.title}
      aside={
        <Typography variant="caption" color="textSecondary" title={route.version}>
          {texts.version(route.round, route.version.slice(0, VERSION_SHOWN))}
        </Typography>
      }
    >
      <Stack component="ol" sx={{ listStyle: 'none', m: 0, p: 0, gap: 2 }}>
        {stagesOf(route).map((steps, index) => (
          <Box component="li" key={steps[0]?.stage ?? index}>
            <Typography variant="subtitle2" sx={{ mb: 0.75 }}>
              {texts.stage(index + 1)}
              {steps.length > 1 && ` · ${texts.sideBySide}`}
            </Typography>
            <Box
              component="ul"
              sx={{
                listStyle: 'none',
                m: 0,
                p: 0,
                display: 'grid',
                gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
                gap: 1.5,
              }}
            >
              {steps.map((step) => (
                <StepCard
                  key={step.key}
                  step={step}
                  round={round}
                  take={() => setAsked(step)}
                  forward={() => setForwarded(step)}
                />
              ))}
            </Box>
          </Box>
        ))}
      </Stack>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
        {texts.review}
      </Typography>
      {forwarded && (
        <ForwardDialog
          claim={claim}
          step={forwarded}
          onClose={() => setForwarded(null)}
          onDone={() => {
            setForwarded(null);
            onDone();
          }}
        />
      )}
      {asked && (
        <StepDialog
          claim={claim}
          step={asked}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null);
            onDone();
          }}
        />
      )}
    </Section>
  );
}

/** The steps of a route by their stages, in order. */
function stagesOf({ steps }: Route): RouteStep[][] {
  const stages = [...new Set(steps.map(({ stage }) => stage))];
  return stages.map((stage) => steps.filter((step) => step.stage === stage));
}

interface StepCardProps {
  step: RouteStep;
  /** Of the claim: on its page stands the draw. */
  round: string | null;
  take: () => void;
  forward: () => void;
}

function StepCard({ step, round, take, forward }: StepCardProps) {
  const texts = useMessages(routeMessages);
  const bilingual = useBilingual();
  const deadlines = useMessages(deadlineMessages);
  const { taken, department, division, limit, deadline, kind, name, isOpen, allowed, refusal, canForward, forwards } =
    step;
  const kindName = texts.kinds[kind];
  const office = `${division.name} · ${department ?? texts.finance}`;
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.25, minWidth: 0 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap', mb: 0.5 }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {bilingual(name)}
          {kindName !== bilingual(name) && ` · ${kindName}`}
        </Typography>
        {step.sample === null || step.sample.result === 'DRAWN' ? <StateChip step={step} /> : null}
        {step.sample && <SampleChip sample={step.sample} />}
        <LightChip light={deadline?.light ?? null} />
      </Stack>
      <Typography variant="body2" color="textSecondary">
        {office}
        {limit !== null && ` · ${deadlines.days(limit)}`}
      </Typography>
      {deadline && (
        <Typography variant="body2" color="textSecondary">
          {saysOf(deadline, deadlines).join(' · ')}
        </Typography>
      )}
      {step.sample && (
        <Typography variant="body2" color="textSecondary">
          {texts.sampled(step.sample.share)}
          {step.sample.draw !== null && (
            <>
              {` · ${step.sample.on ?? ''} · `}
              <Link to={drawPath(round, step.sample.draw)}>{texts.toDraw}</Link>
            </>
          )}
        </Typography>
      )}
      {forwards.map((each, index) => (
        <Typography key={index} variant="caption" color="textSecondary" sx={{ display: 'block' }}>
          {`${texts.forwarded(each.from ?? '', each.to ?? '')} · ${each.by} · ${each.on} · ${each.reason}`}
        </Typography>
      ))}
      {taken && <Said taken={taken} passMark={step.passMark} />}
      {isOpen &&
        (allowed ? (
          <Button size="small" variant="outlined" sx={{ mt: 1 }} onClick={take}>
            {texts.take}
          </Button>
        ) : (
          refusal && (
            <Typography variant="caption" color="textSecondary" sx={{ display: 'block', mt: 0.75 }}>
              {bilingual(refusal)}
            </Typography>
          )
        ))}
      {canForward && (
        <Button size="small" sx={{ mt: 1, ml: allowed ? 1 : 0 }} onClick={forward}>
          {texts.forward}
        </Button>
      )}
    </Box>
  );
}

function SampleChip({ sample }: { sample: NonNullable<RouteStep['sample']> }) {
  const { samples } = useMessages(routeMessages);
  const color = sample.result === 'DRAWN' ? 'warning' : sample.result === 'UNDECIDED' ? 'info' : 'default';
  return <Chip size="small" variant="outlined" color={color} label={samples[sample.result]} />;
}

function StateChip({ step: { taken, isOpen, kind } }: { step: RouteStep }) {
  const texts = useMessages(routeMessages);
  if (taken === null) {
    return (
      <Chip
        size="small"
        variant="outlined"
        color={isOpen ? 'primary' : 'default'}
        label={isOpen ? texts.open : texts.later}
      />
    );
  }
  const color = taken.outcome === 'DISAGREE' ? 'error' : taken.outcome === 'CONDITIONS' ? 'warning' : 'success';
  return (
    <Chip size="small" color={color} label={kind === 'SETTLEMENT' ? texts.settled : texts.outcomes[taken.outcome]} />
  );
}

function Said({ taken, passMark }: { taken: NonNullable<RouteStep['taken']>; passMark: RouteStep['passMark'] }) {
  const texts = useMessages(routeMessages);
  const ui = useMessages(uiMessages);
  const { by, on, opinion, conditions, paper, scores } = taken;
  const average = scores.reduce((sum, { score }) => sum + score, 0) / Math.max(1, scores.length);
  // Never rounded up to the pass mark, as in its refusal.
  const shown = (Math.floor(average * 10) / 10).toFixed(1);
  return (
    <Box sx={{ mt: 0.75 }}>
      <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {opinion}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {`${by} · ${on}`}
      </Typography>
      <Facts
        entries={[
          conditions === null ? null : [texts.conditions, conditions],
          paper === null ? null : [paper.number, `${paper.on} · ${ui.listed(paper.by)}`],
          scores.length === 0 ? null : [texts.scores, texts.average(shown, scores.length, passMark)],
        ]}
      />
    </Box>
  );
}
