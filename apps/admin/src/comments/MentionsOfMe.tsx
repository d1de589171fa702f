import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router';
import { pageSizeMax } from '../api/pages.js';
import { useDocument } from '../api/use-document.js';
import { ClaimNumber } from '../claims/list/ClaimNumber.js';
import { useMessages } from '../i18n/messages.js';
import { usePersonName } from '../ui/person.js';
import { Section } from '../ui/Section.js';
import { commentsHash } from './CommentsSection.js';
import { CommentText } from './CommentText.js';
import { type MentioningComment, mentionsDocument } from './documents.js';
import { commentMessages } from './messages.js';
import { useReadMention } from './use-read-mention.js';

/** How many are shown at first. */
const atFirst = 5;

/** On the start page: what colleagues ask whoever is signed in, until he answers it or marks it as read. Nothing where nobody does. */
export function MentionsOfMe() {
  const texts = useMessages(commentMessages);
  const [first, setFirst] = useState(atFirst);
  const { data } = useDocument(mentionsDocument, { first }, { keepPrevious: true });
  if (data === undefined || data.mentions.nodes.length === 0) return null;
  const { nodes, totalCount, pageInfo } = data.mentions;
  return (
    <Section title={texts.mine(totalCount)}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {nodes.map((comment) => (
          <MentionItem key={comment.id} comment={comment} />
        ))}
      </Box>
      {pageInfo.hasNextPage && first < pageSizeMax && (
        <Button size="small" onClick={() => setFirst(pageSizeMax)}>
          {texts.more}
        </Button>
      )}
    </Section>
  );
}

function MentionItem({ comment }: { comment: MentioningComment }) {
  const texts = useMessages(commentMessages);
  const personName = usePersonName();
  const { markRead, sending } = useReadMention();
  const { claim, author } = comment;
  if (claim === null) return null;
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <ClaimNumber id={claim.id} />
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {claim.enterprise.name}
        </Typography>
      </Stack>
      <CommentText comment={comment} />
      <Stack direction="row" sx={{ gap: 1 }}>
        <Button
          size="small"
          component={Link}
          to={`/claims/${claim.id}/show${commentsHash}`}
          aria-label={texts.goToOf(personName(author), claim.id)}
        >
          {texts.goTo}
        </Button>
        <Button
          size="small"
          color="inherit"
          loading={sending}
          aria-label={texts.readOf(personName(author), claim.id)}
          onClick={() => markRead(claim.id, comment.id)}
        >
          {texts.read}
        </Button>
      </Stack>
    </Box>
  );
}
