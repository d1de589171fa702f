import { isEvidenceKind, KIND_NAMES, type EvidenceEvent } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import { joined, say } from '../policy/describe/words.js';

/** What happened to a document, in one sentence. @param stream `evidence-<kind>-<number>`. */
export function evidenceWords(event: EvidenceEvent, stream: string): Bilingual {
  return joined([documentWords(stream), holding(event)], '：', ': ');
}

function holding(event: EvidenceEvent): Bilingual {
  const { claim } = event.data;
  if (event.type !== 'EvidenceAnswered') return say(claim, claim);
  const { claims } = event.data;
  return say(
    `${claim}不再挂起${claims.join('、')}：同一企业或同一受理人就此凭证的申报此前已撤回、驳回或不予兑现`,
    `${claim} holds ${claims.join(', ')} up no more: a claim of its enterprise or clerk on it was withdrawn, rejected or declined before`,
  );
}

function documentWords(stream: string): Bilingual {
  const [, kind = '', number = ''] = /^evidence-([^-]+)-(.+)$/.exec(stream) ?? [];
  return isEvidenceKind(kind) ? joined([KIND_NAMES[kind], say(number, number)], '', ' ') : say(stream, stream);
}
