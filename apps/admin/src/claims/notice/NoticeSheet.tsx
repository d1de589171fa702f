import { Box, Button, Card, GlobalStyles, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Bilingual } from '../../api/fragments.js';
import { useMessages } from '../../i18n/messages.js';
import { Page } from '../../ui/Page.js';
import type { Claim } from '../fragments.js';
import { onPaper, PrintButton } from '../../ui/PrintView.js';
import { noticeMessages } from './messages.js';

interface NoticeSheetProps {
  title: Bilingual;
  claim: Pick<Claim, 'id' | 'enterprise'>;
  /** Which of its kind on the claim, from 1. */
  number: number;
  /** Day on which it was given. */
  on: string;
  telephone: string | null;
  children: ReactNode;
}

/** A letter to the enterprise, for paper: Chinese, with English beside it, and room for the seal. */
export function NoticeSheet({ title, claim, number, on, telephone, children }: NoticeSheetProps) {
  const texts = useMessages(noticeMessages);
  return (
    <Page
      title={title.zh}
      above={
        <Button component={Link} to={`/claims/${claim.id}/show`} size="small">
          {texts.back}
        </Button>
      }
      beside={<PrintButton />}
    >
      <GlobalStyles styles={onPaper} />
      <Card component="article" sx={{ p: 3, maxWidth: 860 }}>
        <Typography sx={{ textAlign: 'center', fontSize: '1.25rem', fontWeight: 650 }}>{title.zh}</Typography>
        <Typography lang="en" sx={{ textAlign: 'center' }} color="textSecondary">
          {title.en}
        </Typography>
        <Typography sx={{ textAlign: 'right', mb: 2 }} variant="body2">
          {`${claim.id}〔${String(number)}〕`}
        </Typography>
        <Both
          zh={`${claim.enterprise.name}（${claim.enterprise.uscc}）：`}
          en={`To ${claim.enterprise.name} (${claim.enterprise.uscc}):`}
        />
        {children}
        <Both
          zh={telephone === null ? '请向受理窗口咨询。' : `咨询电话：${telephone}`}
          en={telephone === null ? 'Ask the window that received the claim.' : `For questions call ${telephone}.`}
        />
        <Stack sx={{ mt: 4, alignItems: 'flex-end' }}>
          <Typography>（盖章）</Typography>
          <Typography variant="caption" lang="en" color="textSecondary">
            (seal)
          </Typography>
          <Typography>{on}</Typography>
        </Stack>
      </Card>
    </Page>
  );
}

/** A paragraph of the letter. */
export function Both({ zh, en }: Bilingual) {
  return (
    <Box sx={{ mb: 1.25 }}>
      <Typography lang="zh">{zh}</Typography>
      <Typography variant="body2" lang="en" color="textSecondary">
        {en}
      </Typography>
    </Box>
  );
}
