import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useDocument } from '../../api/use-document.js';
import { useMessages } from '../../i18n/messages.js';
import { Section } from '../../ui/Section.js';
import { actionMessages } from '../actions/messages.js';
import { LightChip } from '../deadline/LightChip.js';
import type { Claim } from '../fragments.js';
import { papersDocument } from './documents.js';
import { followingMessages } from './messages.js';

/** Which papers were to follow the acceptance, by when, and which did. Nothing where none were. */
export function PapersSection({ claim: { id } }: { claim: Claim }) {
  const texts = useMessages(followingMessages);
  const { papers: names } = useMessages(actionMessages);
  const { data } = useDocument(papersDocument, { id });
  const papers = data?.claim?.papersToFollow ?? [];
  if (papers.length === 0) return null;
  return (
    <Section
      title={texts.title}
      aside={
        <Button size="small" startIcon={<PrintOutlined />} component={Link} to={`/claims/${id}/acceptance`}>
          {texts.notice}
        </Button>
      }
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {papers.map(({ kind, dueOn, light, handedInOn, handedInBy }) => (
          <Stack component="li" key={kind} direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography variant="body2" sx={{ fontWeight: 650 }}>
              {names[kind]}
            </Typography>
            <Typography variant="body2">
              {handedInOn === null ? texts.due(dueOn) : texts.handedIn(handedInOn, handedInBy ?? '')}
            </Typography>
            <LightChip light={light} />
          </Stack>
        ))}
      </Box>
    </Section>
  );
}
