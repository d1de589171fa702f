import { Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { openRecognitionsDocument } from '../recognitions/documents.js';
import { recognitionMessages } from '../recognitions/messages.js';
import { listPath } from '../recognitions/paths.js';
import { Section } from '../ui/Section.js';

/** Lists of recognitions of the official's office that a second person has to agree to; nothing where there is none. */
export function OpenRecognitions() {
  const texts = useMessages(recognitionMessages);
  const mayAnswer = useMay('RECOGNITION_CHANGE');
  const query = useDocument(openRecognitionsDocument, {}, { enabled: mayAnswer });
  const open = query.data?.recognitionLists.nodes.filter(({ isMyOffice }) => isMyOffice) ?? [];
  if (!mayAnswer || open.length === 0) return null;
  return (
    <Section title={texts.openTitle}>
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1 }}>
        {open.map(({ id, title, isMine, openUntil }) => (
          <Typography key={id} component="li" variant="body2">
            <Link to={listPath(id)}>{id}</Link>
            {` · ${title} · `}
            {isMine ? texts.openMine : texts.openUntil(openUntil ?? '')}
          </Typography>
        ))}
      </Stack>
    </Section>
  );
}
