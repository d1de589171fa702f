import { Box, Stack, Typography } from '@mui/material';
import { useMessages } from '../i18n/messages.js';
import { uiMessages } from './ui-messages.js';

export interface UsagePart {
  label: string;
  /** For people to read. */
  shown: string;
  /** Length, as a share of the bar between 0 and 1. */
  share: number;
  tone: 'solid' | 'light' | 'accent';
}

interface UsageBarProps {
  title: string;
  /** What the whole bar stands for, for people to read. */
  whole: string;
  parts: UsagePart[];
  /** What is left of the whole, for people to read. */
  rest?: string;
}

const grounds = { solid: 'primary.main', light: 'info.main', accent: 'warning.main' } as const;
const opacities = { solid: 1, light: 0.45, accent: 1 } as const;

/** How much of a limit is used, by what. The figures stand below, so that the colours carry nothing alone. */
export function UsageBar({ title, whole, parts, rest = '' }: UsageBarProps) {
  const texts = useMessages(uiMessages);
  const shown = [...parts.map((part) => `${part.label} ${part.shown}`), rest].filter((part) => part !== '');
  return (
    <Box>
      <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 2, mb: 0.5 }}>
        <Typography variant="body2">{title}</Typography>
        <Typography variant="body2" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
          {whole}
        </Typography>
      </Stack>
      <Stack
        direction="row"
        role="img"
        aria-label={texts.of(`${title} ${whole}`, texts.inARow(shown))}
        sx={{ height: 10, borderRadius: 1, overflow: 'hidden', bgcolor: 'divider' }}
      >
        {parts.map((part) => (
          <Box
            key={part.label}
            sx={{ width: `${String(part.share * 100)}%`, bgcolor: grounds[part.tone], opacity: opacities[part.tone] }}
          />
        ))}
      </Stack>
      <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 2, mt: 0.5 }}>
        {parts.map((part) => (
          <Stack key={part.label} direction="row" sx={{ alignItems: 'center', gap: 0.75 }}>
            <Box
              aria-hidden
              sx={{
                width: 8,
                height: 8,
                borderRadius: '2px',
                bgcolor: grounds[part.tone],
                opacity: opacities[part.tone],
              }}
            />
            <Typography variant="caption" color="textSecondary">
              {part.label} {part.shown}
            </Typography>
          </Stack>
        ))}
        <Typography variant="caption" color="textSecondary" sx={{ ml: 'auto' }}>
          {rest}
        </Typography>
      </Stack>
    </Box>
  );
}
