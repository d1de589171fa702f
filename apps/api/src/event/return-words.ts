import { TOLD_NAMES } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import type { DomainEvent } from '@duixian/treasury';
import { joined, say } from '../policy/describe/words.js';

type Returned = Extract<DomainEvent, { type: 'ClaimReturned' }>['data'];

/** What is to be corrected, item by item, by when, and what of it was told late. */
export function returnWords({ reason, items, due, lateReason }: Returned): Bilingual {
  const said = items.map(({ label, wrong, wanted, told }, index) => {
    const note = told === 'first' ? say('', '') : say(`（${TOLD_NAMES[told].zh}）`, ` (${TOLD_NAMES[told].en})`);
    const number = index + 1;
    return say(
      `${number}. ${label.zh}${note.zh}：${wrong}；${wanted}`,
      `${number}. ${label.en}${note.en}: ${wrong}; ${wanted}`,
    );
  });
  return joined(
    [
      ...(reason === null ? [] : [say(reason, reason)]),
      ...said,
      ...(lateReason === null ? [] : [say(`迟告理由：${lateReason}`, `Told late since: ${lateReason}`)]),
      ...(due === null ? [] : [say(`请于${due.answerBy}前补正`, `To be corrected by ${due.answerBy}`)]),
    ],
    '。',
    '. ',
  );
}
