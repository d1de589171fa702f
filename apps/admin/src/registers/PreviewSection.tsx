import { Button, Stack, Typography } from '@mui/material';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Facts } from '../ui/Facts.js';
import { Section } from '../ui/Section.js';
import type { RegisterPreview } from './documents.js';
import { registerMessages } from './messages.js';

/** Lines with problems that are shown. */
const SHOWN = 200;

/** What the parts of a file would become, together. */
export type Previewed = Pick<RegisterPreview, 'taken' | 'refused' | 'known' | 'enterprises' | 'problems'>;
export const NOTHING_PREVIEWED: Previewed = { taken: 0, refused: 0, known: 0, enterprises: 0, problems: [] };

export function addPreview(one: Previewed, other: Previewed): Previewed {
  return {
    taken: one.taken + other.taken,
    refused: one.refused + other.refused,
    known: one.known + other.known,
    enterprises: one.enterprises + other.enterprises,
    problems: [...one.problems, ...other.problems],
  };
}

interface PreviewSectionProps {
  found: Previewed;
  /** Rows of the edition in force. */
  listed: number;
  /** How far the reading is; null while nothing is read. */
  busy: string | null;
  sending: boolean;
  onPropose: () => void;
}

/** How many lines are taken, what is new, kept and gone, and what is wrong with each line that is not taken. */
export function PreviewSection({ found, listed, busy, sending, onPropose }: PreviewSectionProps) {
  const { form, preview: texts } = useMessages(registerMessages);
  const bilingual = useBilingual();
  const { taken, refused, known, enterprises, problems } = found;
  const more = problems.length - SHOWN;
  return (
    <Section title={texts.title}>
      <Stack sx={{ gap: 1.5, alignItems: 'start' }}>
        <Facts
          entries={[
            [texts.taken, taken],
            [texts.refused, refused],
            [texts.added, enterprises - known],
            [texts.kept, known],
            [texts.gone, Math.max(0, listed - known)],
          ]}
        />
        {problems.length === 0 ? (
          <Typography variant="body2">{texts.none}</Typography>
        ) : (
          <>
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {texts.problems}
            </Typography>
            <Stack component="ul" sx={{ m: 0, pl: 2.5 }}>
              {problems.slice(0, SHOWN).map(({ line, column, message }) => (
                <Typography key={`${String(line)} ${column ?? ''}`} component="li" variant="body2">
                  {[texts.line(line), column].filter(Boolean).join(' · ')}: {bilingual(message)}
                </Typography>
              ))}
            </Stack>
            {more > 0 && <Typography variant="body2">{texts.more(more)}</Typography>}
          </>
        )}
        <Button variant="contained" disabled={taken === 0 || sending || busy !== null} onClick={onPropose}>
          {busy ?? form.propose}
        </Button>
      </Stack>
    </Section>
  );
}
