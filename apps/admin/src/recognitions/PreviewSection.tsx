import {
  Button,
  FormControlLabel,
  Switch,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { RecordCards } from '../ui/list/RecordCards.js';
import { Section } from '../ui/Section.js';
import { useNarrow } from '../ui/use-narrow.js';
import type { PreviewedLine, RecognitionPreview } from './documents.js';
import { recognitionMessages } from './messages.js';

/** As many as the screen is asked to draw; what is not taken is shown first when there are more. */
const SHOWN = 200;

interface PreviewSectionProps {
  preview: RecognitionPreview;
  sending: boolean;
  onPropose: () => void;
}

/** What becomes of a file, line by line, and the button that proposes it so. */
export function PreviewSection({ preview, sending, onPropose }: PreviewSectionProps) {
  const texts = useMessages(recognitionMessages);
  const bilingual = useBilingual();
  const narrow = useNarrow();
  const [onlyRefused, setOnlyRefused] = useState(false);
  const { taken, refused, problems } = preview;
  const lines = preview.lines.filter(({ no }) => !onlyRefused || no === null);
  const shown = lines.slice(0, SHOWN);
  return (
    <Section
      title={texts.previewTitle(taken, refused)}
      flush
      aside={
        <>
          {refused > 0 && (
            <FormControlLabel
              control={<Switch checked={onlyRefused} onChange={(_, checked) => setOnlyRefused(checked)} />}
              label={texts.onlyRefused}
            />
          )}
          <Button
            variant="contained"
            disabled={taken === 0 || problems.some(({ field }) => field !== 'file')}
            loading={sending}
            onClick={onPropose}
          >
            {texts.form.propose(taken)}
          </Button>
        </>
      }
    >
      {problems.map(({ field, message }) => (
        <Notice key={field + message.zh} tone="warning" title={bilingual(message)} />
      ))}
      {shown.length > 0 && (narrow ? <LineCards lines={shown} /> : <LineTable lines={shown} />)}
      {lines.length > shown.length && (
        <Typography variant="caption" component="p" sx={{ px: 2, py: 1 }}>
          {texts.more(lines.length - shown.length)}
        </Typography>
      )}
    </Section>
  );
}

function LineTable({ lines }: { lines: readonly PreviewedLine[] }) {
  const { columns } = useMessages(recognitionMessages);
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{columns.line}</TableCell>
          <TableCell>{columns.enterprise}</TableCell>
          <TableCell>{columns.subject}</TableCell>
          <TableCell>{columns.level}</TableCell>
          <TableCell>{columns.certificate}</TableCell>
          <TableCell>{columns.outcome}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.line} sx={line.no === null ? { bgcolor: 'warning.light' } : {}}>
            <TableCell>{line.line}</TableCell>
            <TableCell>
              {line.name}
              <Typography variant="caption" component="p" color="textSecondary">
                {line.uscc}
              </Typography>
            </TableCell>
            <TableCell>{line.subject}</TableCell>
            <TableCell>{[line.level, line.batch].filter((one) => one !== '').join(' · ')}</TableCell>
            <TableCell>{line.certificate}</TableCell>
            <TableCell>
              <Outcome line={line} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function LineCards({ lines }: { lines: readonly PreviewedLine[] }) {
  const { columns } = useMessages(recognitionMessages);
  return (
    <RecordCards rows={lines.map((line) => ({ ...line, id: line.line }))}>
      {(line) => (
        <>
          <Typography variant="body2" sx={{ fontWeight: line.no === null ? 600 : 400 }}>
            {`${columns.line} ${String(line.line)} · `}
            <Outcome line={line} />
          </Typography>
          <Typography variant="body2">{line.name}</Typography>
          <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {line.uscc}
          </Typography>
          <Typography variant="body2">
            {[line.subject, line.level, line.batch, line.certificate].filter((one) => one !== '').join(' · ')}
          </Typography>
        </>
      )}
    </RecordCards>
  );
}

function Outcome({ line: { no, isRegistered, problems } }: { line: PreviewedLine }) {
  const texts = useMessages(recognitionMessages);
  const bilingual = useBilingual();
  if (no === null) return `${texts.notTaken}：${problems.map(bilingual).join(' ')}`;
  return isRegistered ? texts.taken(no) : `${texts.taken(no)}（${texts.unregistered}）`;
}
