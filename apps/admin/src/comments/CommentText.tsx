import { Typography } from '@mui/material';
import { useMessages } from '../i18n/messages.js';
import { beijingTime } from '../ui/beijing-time.js';
import { usePersonName } from '../ui/person.js';
import type { Comment } from './documents.js';
import { commentMessages } from './messages.js';

/** Who said it, when, what, and who of those mentioned has read it. */
export function CommentText({ comment }: { comment: Comment }) {
  const texts = useMessages(commentMessages);
  const personName = usePersonName();
  const { author, text, recordedAt, withdrawnOn, mentions } = comment;
  return (
    <>
      <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
        {[personName(author), author.department, beijingTime(recordedAt)].filter(Boolean).join(' · ')}
      </Typography>
      {text === null ? (
        <Typography variant="body2" color="textSecondary" sx={{ fontStyle: 'italic' }}>
          {texts.withdrawn(withdrawnOn ?? '')}
        </Typography>
      ) : (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Typography>
      )}
      {text !== null && mentions.length > 0 && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
          {mentions.map(({ official, readOn }) => texts.mentioned(personName(official), readOn)).join(' ')}
        </Typography>
      )}
    </>
  );
}
