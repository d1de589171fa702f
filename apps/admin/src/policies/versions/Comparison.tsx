import { Box, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useDocument } from '../../api/use-document.js';
import { codeFont } from '../../app/theme.js';
import { useMessages } from '../../i18n/messages.js';
import { Answer } from '../../ui/Answer.js';
import { Section } from '../../ui/Section.js';
import { type ComparedLine, type ComparedPlace, type PolicyVersion, versionComparisonDocument } from './documents.js';
import { versionMessages } from './messages.js';

interface ComparisonProps {
  policy: string;
  /** At least two, the latest first. */
  versions: readonly PolicyVersion[];
}

/** Two versions side by side: the lines around each difference, and in them what the other has not. */
export function Comparison({ policy, versions }: ComparisonProps) {
  const texts = useMessages(versionMessages);
  const [left, setLeft] = useState(versions[1]?.version ?? '');
  const [right, setRight] = useState(versions[0]?.version ?? '');
  const query = useDocument(versionComparisonDocument, { policy, before: left, after: right }, { keepPrevious: true });
  return (
    <Section title={texts.compare}>
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap', mb: 1 }}>
        <VersionSelect label={texts.left} value={left} onChange={setLeft} versions={versions} />
        <VersionSelect label={texts.right} value={right} onChange={setRight} versions={versions} />
      </Stack>
      <Answer query={query}>
        {({ policyVersionComparison: found }) =>
          found && (
            <Stack sx={{ gap: 2 }}>
              <File title={texts.rules} places={found.rules} />
              <File title={texts.text} places={found.text} />
            </Stack>
          )
        }
      </Answer>
    </Section>
  );
}

interface VersionSelectProps {
  label: string;
  value: string;
  onChange: (version: string) => void;
  versions: readonly PolicyVersion[];
}

export function VersionSelect({ label, value, onChange, versions }: VersionSelectProps) {
  const texts = useMessages(versionMessages);
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      sx={{ minWidth: 260 }}
    >
      {versions.map((one) => (
        <MenuItem key={one.version} value={one.version}>
          {`${one.version.slice(0, 12)} · ${texts.standings[one.standing]}`}
        </MenuItem>
      ))}
    </TextField>
  );
}

function File({ title, places }: { title: string; places: readonly ComparedPlace[] }) {
  const texts = useMessages(versionMessages);
  return (
    <Box component="section" aria-label={title} sx={{ minWidth: 0 }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      {places.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {texts.same}
        </Typography>
      )}
      {places.map((place) => (
        <Box
          key={`${String(place.rows[0]?.before?.number)} ${String(place.rows[0]?.after?.number)}`}
          sx={{
            display: 'grid',
            gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            mb: 1,
            overflow: 'hidden',
          }}
        >
          {place.rows.flatMap(({ before, after, differs }, index) => [
            <Line key={`${String(index)} before`} line={before} tone={differs ? 'error' : null} />,
            <Line key={`${String(index)} after`} line={after} tone={differs ? 'success' : null} />,
          ])}
        </Box>
      ))}
    </Box>
  );
}

/** A line that differs is tinted, and what the other side has not is marked in it, by more than a colour. */
function Line({ line, tone }: { line: ComparedLine | null; tone: 'error' | 'success' | null }) {
  return (
    <Box
      lang="zh-CN"
      sx={{
        display: 'flex',
        gap: 1,
        px: 1,
        fontFamily: codeFont,
        fontSize: '0.78rem',
        lineHeight: 1.7,
        minHeight: '1.7em',
        bgcolor: tone === null || line === null ? 'transparent' : `${tone}.light`,
      }}
    >
      <Box component="span" sx={{ width: 36, flexShrink: 0, textAlign: 'right', color: 'text.secondary' }}>
        {line?.number}
      </Box>
      <Box component="span" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', minWidth: 0 }}>
        {line?.parts.map(({ text, marked }, index) => (
          <Box
            key={index}
            component={marked ? (tone === 'error' ? 'del' : 'ins') : 'span'}
            sx={marked ? { fontWeight: 700, textDecoration: tone === 'error' ? 'line-through' : 'underline' } : {}}
          >
            {text}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
