import { Button, Stack } from '@mui/material';
import { Link } from 'react-router';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Notice } from '../../ui/Notice.js';
import type { PolicyNotice } from './documents.js';
import { versionMessages } from './messages.js';

interface PolicyNoticesProps {
  notices: readonly PolicyNotice[];
  /** Whether each leads to the page of its policy's versions. */
  linked?: boolean;
}

/** Where the folder of policies and the record are not of one mind. */
export function PolicyNotices({ notices, linked = false }: PolicyNoticesProps) {
  const texts = useMessages(versionMessages);
  const bilingual = useBilingual();
  if (notices.length === 0) return null;
  return (
    <Stack sx={{ gap: 1 }}>
      {notices.map((notice) => (
        <Notice
          key={`${notice.policy} ${notice.kind} ${notice.message.en}`}
          tone={notice.kind === 'PROPOSED' ? 'info' : 'warning'}
          title={bilingual(notice.message)}
          action={
            linked && (
              <Button
                component={Link}
                to={`/policies/${notice.policy}/versions`}
                size="small"
                sx={{ flexShrink: 0, alignSelf: 'center' }}
              >
                {texts.see}
              </Button>
            )
          }
        />
      ))}
    </Stack>
  );
}
