import { Box } from '@mui/material';
import { useParams } from 'react-router';
import { useDocument } from '../../api/use-document.js';
import { useMessages } from '../../i18n/messages.js';
import { Answer } from '../../ui/Answer.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { noticeMessages } from '../notice/messages.js';
import { Both, NoticeSheet } from '../notice/NoticeSheet.js';
import { type ClaimReturn, returnNoticeDocument } from './documents.js';

const TITLE = { zh: '补正告知书', en: 'Notice of correction' };

/** 补正告知书: all that is to be corrected, in one letter, by when, and whom to call. */
export function ReturnNotice() {
  const texts = useMessages(noticeMessages);
  const { id = '', number = '' } = useParams();
  const query = useDocument(returnNoticeDocument, { id });
  return (
    <Answer query={query}>
      {({ claim }) => {
        const each = claim?.returns[Number(number) - 1];
        if (claim === null || each === undefined) return <EmptyState title={texts.none} hint={texts.noneHint} />;
        return (
          <NoticeSheet title={TITLE} claim={claim} number={Number(number)} on={each.on} telephone={each.telephone}>
            <Both
              zh={`你单位申报的“${claim.measure.title.zh}”（${claim.id}），经审查需要补正。现将需要补正的全部内容一次性告知如下：`}
              en={`Your claim under “${claim.measure.title.en}” (${claim.id}) was examined and has to be corrected. All that is to be corrected is named here, once:`}
            />
            <Contents each={each} />
            {each.answerBy !== null && (
              <Both
                zh={`请于${each.answerBy}前（${String(each.workingDays ?? 0)}个工作日内）补正后重新申报；认为无需改动的，请书面说明理由。`}
                en={`Correct it and state the claim anew by ${each.answerBy}, within ${String(each.workingDays ?? 0)} working days. Where you find that something needs no change, say why in writing.`}
              />
            )}
          </NoticeSheet>
        );
      }}
    </Answer>
  );
}

function Contents({ each: { items, reason } }: { each: ClaimReturn }) {
  return (
    <>
      <Box component="ol" sx={{ pl: 3 }}>
        {items.map(({ field, label, was, wrong, wanted }) => (
          <Box component="li" key={field}>
            <Both
              zh={`${label.zh}${was === null || was.zh === '' ? '' : `（原填：${was.zh}）`}。问题：${wrong}。要求：${wanted}。`}
              en={`${label.en}${was === null || was.en === '' ? '' : ` (stated: ${was.en})`}. What is wrong: ${wrong}. What is wanted: ${wanted}.`}
            />
          </Box>
        ))}
      </Box>
      {reason !== null && <Both zh={`总的说明：${reason}`} en={`Remark: ${reason}`} />}
    </>
  );
}
