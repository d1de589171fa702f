import { KIND_NAMES } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import type { DomainEvent } from '@duixian/treasury';
import { joined, say } from '../policy/describe/words.js';

type Data<Type extends DomainEvent['type']> = Extract<DomainEvent, { type: Type }>['data'];

/** That the papers are there, which follow and by when, or on which others rest too. */
export function acceptedWords({ held, following = [] }: Data<'ClaimAccepted'>): Bilingual {
  const papers = following.map(({ kind, by }) => {
    const { zh, en } = KIND_NAMES[kind];
    return say(`${zh}应于${by}前补交`, `${en} by ${by}`);
  });
  const named = joined(papers, '、', ', ');
  const said =
    papers.length === 0
      ? say('材料齐全，予以受理', 'Complete, and accepted')
      : say(`容缺受理：${named.zh}`, `Accepted with papers to follow: ${named.en}`);
  if (held === null) return said;
  const claims = say(`受理并挂起：凭证与${held.claims.join('、')}重复`, `Held: ${held.claims.join(', ')}`);
  return papers.length === 0 ? claims : joined([said, claims], '；', '; ');
}

/** What was handed in, with its numbers. */
export function handedInWords({ documents }: Data<'PaperHandedIn'>): Bilingual {
  return joined(
    documents.map(({ kind, number }) => say(`${KIND_NAMES[kind].zh}${number}`, `${KIND_NAMES[kind].en} ${number}`)),
    '、',
    ', ',
  );
}
