import { Box, Card, CardActionArea, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import type { DeadlineLight } from '../api/schema/enums.generated.js';
import { LightIcon } from '../claims/deadline/LightChip.js';
import { deadlineMessages } from '../claims/deadline/messages.js';
import { useMessages } from '../i18n/messages.js';
import type { DueTally } from './documents.js';
import { dashboardMessages } from './messages.js';
import { duePath, escalatedPath } from './paths.js';

interface DueCardsProps {
  due: DueTally[];
  escalatedToMe: number;
}

/**
 * What is overdue, due today and soon, and what stands, each leading to its claims: first those that this user can take
 * forward, and where none of them are, the city's. Nothing where no time limits are.
 */
export function DueCards({ due, escalatedToMe }: DueCardsProps) {
  const texts = useMessages(dashboardMessages);
  const { lights } = useMessages(deadlineMessages);
  const found = due.filter(({ claims }) => claims > 0);
  if (found.length === 0 && escalatedToMe === 0) return null;
  return (
    <Box
      component="section"
      aria-label={texts.due}
      sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 200px), 1fr))', gap: 2 }}
    >
      {escalatedToMe > 0 && (
        <DueCard
          to={escalatedPath}
          light="OVERDUE"
          label={texts.escalated}
          count={escalatedToMe}
          hint={texts.escalatedHint}
        />
      )}
      {found.map(({ light, claims, waiting }) => (
        <DueCard
          key={light}
          to={duePath(light, waiting > 0)}
          light={light}
          label={lights[light]}
          count={waiting > 0 ? waiting : claims}
          hint={waiting > 0 ? texts.dueMine(claims) : texts.dueAll}
        />
      ))}
    </Box>
  );
}

interface DueCardProps {
  to: string;
  light: DeadlineLight;
  label: string;
  count: number;
  hint: string;
}

function DueCard({ to, light, label, count, hint }: DueCardProps) {
  return (
    <Card>
      <CardActionArea component={Link} to={to} sx={{ px: 2, py: 1.25, height: '100%' }}>
        <Stack direction="row" sx={{ gap: 0.75, alignItems: 'center' }}>
          <LightIcon light={light} />
          <Typography variant="body2" color="textSecondary">
            {label}
          </Typography>
        </Stack>
        <Typography sx={{ fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.3 }}>{count}</Typography>
        <Typography variant="caption" color="textSecondary">
          {hint}
        </Typography>
      </CardActionArea>
    </Card>
  );
}
