import { KIND_NAMES } from '@duixian/casework/names';
import { Box } from '@mui/material';
import { useParams } from 'react-router';
import { useDocument } from '../../api/use-document.js';
import { useMessages } from '../../i18n/messages.js';
import { Answer } from '../../ui/Answer.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { noticeMessages } from '../notice/messages.js';
import { Both, NoticeSheet } from '../notice/NoticeSheet.js';
import { papersDocument } from './documents.js';

const TITLE = { zh: '受理通知书（容缺受理）', en: 'Notice of acceptance, with papers to follow' };
const KINDS = {
  INVOICE: 'invoice',
  CONTRACT: 'contract',
  CERTIFICATE: 'certificate',
  RECOGNITION: 'recognition',
} as const;

/** 受理通知书: that the claim is accepted, which papers are still to be handed in, and by when. */
export function AcceptanceNotice() {
  const texts = useMessages(noticeMessages);
  const { id = '' } = useParams();
  const query = useDocument(papersDocument, { id });
  return (
    <Answer query={query}>
      {({ claim }) => {
        const accepted = claim?.timeline.findLast(({ type }) => type === 'ClaimAccepted');
        if (claim === null || accepted === undefined || claim.papersToFollow.length === 0) {
          return <EmptyState title={texts.none} hint={texts.noneHint} />;
        }
        return (
          <NoticeSheet title={TITLE} claim={claim} number={1} on={accepted.on} telephone={null}>
            <Both
              zh={`你单位申报的“${claim.measure.title.zh}”（${claim.id}），主要材料齐全，现予受理。以下材料请在限期内补交：`}
              en={`Your claim under “${claim.measure.title.en}” (${claim.id}) is accepted. These papers are still to be handed in:`}
            />
            <Box component="ol" sx={{ pl: 3 }}>
              {claim.papersToFollow.map(({ kind, dueOn }) => (
                <Box component="li" key={kind}>
                  <Both
                    zh={`${KIND_NAMES[KINDS[kind]].zh}，应于${dueOn}前补交`}
                    en={`${KIND_NAMES[KINDS[kind]].en}, by ${dueOn}`}
                  />
                </Box>
              ))}
            </Box>
            <Both
              zh="补齐前不予核定；逾期未补交的，受理窗口可以退回补正或不予通过。"
              en="Nothing is determined before they are there. Once a day is passed, the window may return or reject the claim."
            />
          </NoticeSheet>
        );
      }}
    </Answer>
  );
}
