import { describe, expect, it } from '@jest/globals';
import { fen } from '@duixian/money';
import {
  accepted,
  catalogue,
  CLAIM,
  claimAfter,
  clerk,
  command,
  enterprise,
  otherClerk,
  recordedBy,
  refusalBy,
  returned,
  reviewed,
  reviewer,
  statedInvoice,
  submitted,
} from '../../spec/fixtures.spec.js';
import type { Decision } from '../../common/decision.js';
import type { CaseworkEvent } from '../../casework-event.js';
import type { ReturnAnswer } from '../returned/return-schema.js';
import type { StatedReturnItem } from '../claim-command.js';
import { evolveClaim, type Claim } from '../claim.js';
import { decideResubmission } from './resubmission.js';
import { decideReturn } from './return.js';

const back = { claim: CLAIM, reason: ' 发票不清晰 ', items: [], lateReason: null };
const INVOICE = 'evidence.invoice.25352000000012345678';

const item = (field: string): StatedReturnItem => ({ field, wrong: ' 与发票不符 ', wanted: '按发票填写' });

/** The claim after what a decision says of it. */
function after(claim: Claim, decision: Decision<CaseworkEvent>): Claim {
  if (!decision.ok) throw new Error(decision.refusal.message.en);
  const [first] = decision.streams;
  return (first?.events ?? []).reduce((state: Claim, event) => {
    if (event.type === 'ClaimReturned' || event.type === 'ClaimResubmitted') return evolveClaim(state, event);
    return state;
  }, claim);
}

function returnFor(claim: Claim, items: readonly StatedReturnItem[], lateReason: string | null = null) {
  const said = { ...command(otherClerk), ...back, reason: null, items, lateReason };
  return decideReturn({ command: said, claim, catalogue });
}

function anew(claim: Claim, change: { fee?: string; asked?: bigint; invoice?: string; answers?: ReturnAnswer[] }) {
  const { fee = '1200000.00', asked = 36_000_000n, invoice = '25352000000012345678', answers = [] } = change;
  const stated = { occurredOn: '2025-12-31', subject: null, facts: { serviceFee: fee }, requestedAmount: fen(asked) };
  return decideResubmission({
    command: { ...command(clerk), claim: CLAIM, ...stated, evidence: [statedInvoice(invoice)], answers },
    ...{ claim, enterprise, catalogue, sellersOnRecord: new Set<string>() },
  });
}

describe('return', () => {
  it.each([
    ['the second clerk before acceptance', otherClerk, claimAfter(submitted())],
    ['the department after it', reviewer, claimAfter(submitted(), accepted)],
  ])('by %s records what is to be corrected and by when, and frees the evidence', (_, actor, claim) => {
    const said = { ...back, items: [item('facts.serviceFee'), item(INVOICE)] };
    const decision = decideReturn({ command: { ...command(actor), ...said }, claim, catalogue });
    const told = { wrong: '与发票不符', wanted: '按发票填写', told: 'first' };
    expect(recordedBy(decision)).toEqual({
      [`claim-${CLAIM}`]: [
        {
          type: 'ClaimReturned',
          data: {
            reason: '发票不清晰',
            items: [
              {
                field: 'facts.serviceFee',
                label: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) },
                ...told,
              },
              {
                field: INVOICE,
                label: { zh: '发票 25352000000012345678', en: 'invoice 25352000000012345678' },
                ...told,
              },
            ],
            // Ten working days after 2 March 2026, a Monday, of two weeks without a holiday.
            due: { workingDays: 10, answerBy: '2026-03-16', counted: 'schedule' },
            lateReason: null,
          },
        },
      ],
      'evidence-invoice-25352000000012345678': [{ type: 'EvidenceFreed', data: { claim: CLAIM } }],
    });
  });

  it('counts cautiously where the schedule of a year is not published', () => {
    const late = { ...command(otherClerk, '2098-12-30'), ...back };
    const decision = decideReturn({ command: late, claim: claimAfter(submitted()), catalogue });
    expect(recordedBy(decision)[`claim-${CLAIM}`]).toMatchObject([{ data: { due: { counted: 'cautious' } } }]);
  });

  it.each([
    ['NOT_YOUR_OFFICE', null, reviewer, [submitted()], back],
    ['NOT_YOUR_OFFICE', null, otherClerk, [submitted(), accepted], back],
    ['SAME_PERSON', null, clerk, [submitted()], back],
    ['ALREADY_DECIDED', null, reviewer, [submitted(), accepted, reviewed], back],
    ['NOT_YOUR_TURN', null, clerk, [submitted(), returned], back],
    ['INVALID_INPUT', 'items', otherClerk, [submitted()], { ...back, reason: ' ' }],
    ['INVALID_INPUT', 'items[0].field', otherClerk, [submitted()], { ...back, items: [item('facts.rent')] }],
    [
      'INVALID_INPUT',
      'items[1].field',
      otherClerk,
      [submitted()],
      { ...back, items: [item('account'), item('account')] },
    ],
    [
      'INVALID_INPUT',
      'items[0].wanted',
      otherClerk,
      [submitted()],
      { ...back, items: [{ ...item('account'), wanted: '' }] },
    ],
    ['INVALID_INPUT', 'lateReason', otherClerk, [submitted()], { ...back, lateReason: '没看到' }],
  ])('refuses with %s (%s)', (code, field, actor, events, input) => {
    const decision = decideReturn({
      command: { ...command(actor), ...input },
      claim: claimAfter(...events),
      catalogue,
    });
    expect(refusalBy(decision)).toEqual({ code, field });
  });

  it('names the fields that there are where one is not known', () => {
    const decision = returnFor(claimAfter(submitted()), [item('facts.rent')]);
    const fields = [
      'facts.rent',
      'facts.serviceFee',
      'occurredOn',
      'requestedAmount',
      INVOICE,
      'enterprise',
      'account',
    ];
    for (const field of fields) {
      expect(decision).toMatchObject({ refusal: { message: { zh: expect.stringContaining(field) } } });
    }
  });
});

describe('what was returned', () => {
  const asked = after(
    claimAfter(submitted()),
    returnFor(claimAfter(submitted()), [item('facts.serviceFee'), item('account')]),
  );

  it('is refused, by name, as long as a field is neither changed nor answered', () => {
    expect(anew(asked, { asked: 30_000_000n })).toMatchObject({
      refusal: {
        problems: [
          { field: 'answers', message: { en: expect.stringContaining(asked.returns[0]?.items[0]?.label.en ?? '?') } },
          { field: 'answers', message: { en: expect.stringContaining('Bank account') } },
        ],
      },
    });
  });

  it('is not changed by writing the same amount otherwise', () => {
    const answers = [{ field: 'account', text: '已变更' }];
    expect(refusalBy(anew(asked, { fee: '1200000', answers }))).toEqual({ code: 'INVALID_INPUT', field: 'answers' });
  });

  it.each([
    ['answers[0].field', [{ field: 'occurredOn', text: '无误' }]],
    [
      'answers[1].field',
      [
        { field: 'account', text: '已变更' },
        { field: 'account', text: '已变更' },
      ],
    ],
    ['answers[0].text', [{ field: 'account', text: ' ' }]],
  ])('takes no answer that is wrong in %s', (field, answers) => {
    expect(refusalBy(anew(asked, { fee: '900000.00', answers }))).toMatchObject({ field });
  });

  it('shows what differs, also where nobody asked', () => {
    const answers = [{ field: 'account', text: ' 已变更 ' }];
    const claim = after(asked, anew(asked, { fee: '900000.00', invoice: '25352000000000000002', answers }));
    const { changed, changes } = claim.returns[0]?.answer ?? {};
    expect(changed).toEqual(['facts.serviceFee']);
    expect(claim.returns[0]?.answer?.answers).toEqual([{ field: 'account', text: '已变更' }]);
    const paper = expect.stringContaining('1200000.00');
    expect(changes).toEqual([
      { field: 'facts.serviceFee', before: '1200000.00', after: '900000.00', isAsked: true },
      { field: INVOICE, before: paper, after: null, isAsked: false },
      { field: 'evidence.invoice.25352000000000000002', before: null, after: paper, isAsked: false },
    ]);
  });

  it('counts a paper in another’s place as asked for where evidence as a whole was', () => {
    const claim = after(claimAfter(submitted()), returnFor(claimAfter(submitted()), [item('evidence')]));
    const now = after(claim, anew(claim, { invoice: '25352000000000000002' }));
    expect(now.returns[0]?.answer).toMatchObject({
      changed: ['evidence'],
      changes: [{ isAsked: true }, { isAsked: true }],
    });
  });
});

describe('a second return', () => {
  const first = after(claimAfter(submitted()), returnFor(claimAfter(submitted()), [item('facts.serviceFee')]));
  const changed = after(first, anew(first, { fee: '900000.00' }));
  const kept = after(first, anew(first, { answers: [{ field: 'facts.serviceFee', text: '以合同为准' }] }));

  it.each([
    ['first', 'what was changed since', changed, 'facts.serviceFee', null],
    ['late', 'what stood there already', changed, 'requestedAmount', '上次未核对'],
    ['again', 'what was named and kept', kept, 'facts.serviceFee', '答复不足'],
  ])('is %s of %s', (told, _, claim, field, lateReason) => {
    expect(recordedBy(returnFor(claim, [item(field)], lateReason))[`claim-${CLAIM}`]).toMatchObject([
      { data: { items: [{ field, told }], lateReason } },
    ]);
  });

  it.each([
    ['late', changed, 'requestedAmount'],
    ['again', kept, 'facts.serviceFee'],
  ])('needs its reason for what is told %s', (_, claim, field) => {
    const decision = returnFor(claim, [item(field)]);
    expect(refusalBy(decision)).toEqual({ code: 'INVALID_INPUT', field: 'lateReason' });
  });

  it('needs its reason for a remark, since nobody can tell what it could have said before', () => {
    const remark = { ...command(otherClerk), ...back };
    expect(refusalBy(decideReturn({ command: remark, claim: changed, catalogue }))).toMatchObject({
      field: 'lateReason',
    });
    expect(decideReturn({ command: { ...remark, lateReason: '上次遗漏' }, claim: changed, catalogue }).ok).toBe(true);
  });
});
