import { Box, Button, Stack, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useLocation } from 'react-router';
import { pageSizeMax } from '../api/pages.js';
import { useCommands } from '../api/use-command.js';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { beijingTime } from '../ui/beijing-time.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { LoadingLines } from '../ui/Loading.js';
import { usePersonName } from '../ui/person.js';
import { Section } from '../ui/Section.js';
import { CommentForm } from './CommentForm.js';
import { CommentText } from './CommentText.js';
import { type Comment, commentsDocument, withdrawComment } from './documents.js';
import { commentMessages } from './messages.js';
import { useReadMention } from './use-read-mention.js';

/** How many are shown at first. */
const atFirst = 10;

/** Where links lead that are about what was said of a claim. */
export const commentsHash = '#comments';

/** What officials said to each other of a claim, the newest first; on no paper. */
export function CommentsSection({ claim }: { claim: string }) {
  const texts = useMessages(commentMessages);
  const [first, setFirst] = useState(atFirst);
  const { hash } = useLocation();
  const section = useRef<HTMLDivElement>(null);
  const query = useDocument(commentsDocument, { claim, first }, { keepPrevious: true });
  const isLoaded = query.data !== undefined;
  useEffect(() => {
    if (isLoaded && hash === commentsHash) section.current?.scrollIntoView();
  }, [isLoaded, hash]);
  return (
    <Box ref={section} sx={{ displayPrint: 'none', minWidth: 0 }}>
      <Section title={texts.title}>
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block', mb: 1 }}>
          {texts.internal}
        </Typography>
        <Answer query={query} loading={<LoadingLines lines={2} />}>
          {({ claim: found, comments: { nodes, pageInfo } }) => (
            <>
              {found?.mayComment === true ? (
                <CommentForm claim={claim} />
              ) : (
                <Typography variant="body2" color="textSecondary">
                  {texts.mayNot}
                </Typography>
              )}
              {nodes.length === 0 && (
                <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
                  {texts.none}
                </Typography>
              )}
              <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: 1 }}>
                {nodes.map((comment) => (
                  <CommentItem key={comment.id} claim={claim} comment={comment} />
                ))}
              </Box>
              {pageInfo.hasNextPage && first < pageSizeMax && (
                <Button size="small" onClick={() => setFirst(pageSizeMax)}>
                  {texts.earlier}
                </Button>
              )}
              {pageInfo.hasNextPage && first === pageSizeMax && (
                <Typography variant="body2">
                  <Link to={`/events?filter=${encodeURIComponent(JSON.stringify({ stream: `comments-${claim}` }))}`}>
                    {texts.restInLog(pageSizeMax)}
                  </Link>
                </Typography>
              )}
            </>
          )}
        </Answer>
      </Section>
    </Box>
  );
}

function CommentItem({ claim, comment }: { claim: string; comment: Comment }) {
  const texts = useMessages(commentMessages);
  const personName = usePersonName();
  const { markRead, sending } = useReadMention();
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <CommentText comment={comment} />
      <Stack direction="row" sx={{ gap: 1 }}>
        {comment.awaitsMe && (
          <Button
            size="small"
            loading={sending}
            aria-label={texts.readOf(personName(comment.author), beijingTime(comment.recordedAt))}
            onClick={() => markRead(claim, comment.id)}
          >
            {texts.read}
          </Button>
        )}
        {comment.canWithdraw && (
          <Button
            size="small"
            color="inherit"
            aria-label={texts.withdrawOf(beijingTime(comment.recordedAt))}
            onClick={() => setWithdrawing(true)}
          >
            {texts.withdraw}
          </Button>
        )}
      </Stack>
      {withdrawing && <WithdrawDialog claim={claim} comment={comment.id} onClose={() => setWithdrawing(false)} />}
    </Box>
  );
}

function WithdrawDialog({ claim, comment, onClose }: { claim: string; comment: string; onClose: () => void }) {
  const texts = useMessages(commentMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  return (
    <CommandDialog
      title={texts.withdrawTitle}
      says={texts.withdrawSays}
      confirmLabel={texts.withdraw}
      sending={sending}
      submit={() => send(withdrawComment, { claim, comment })}
      onClose={onClose}
      onDone={() => {
        notify(texts.withdrawnNow, { type: 'success' });
        onClose();
      }}
    />
  );
}
