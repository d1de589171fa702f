import { isTurnedDown, officeNames, openSteps, undecidedSteps, type ClaimRoute } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import type { Divisions } from '../../division/divisions.js';
import type { ClaimRow } from '../read-model/claim-row.js';

/** How offices are called today. */
export type OfficeNames = Pick<Divisions, 'nameOf' | 'departmentOf'>;

/** What happens next with a claim, in one sentence. `today` is YYYY-MM-DD. */
export function nextStep(claim: ClaimRow, today: string, names: OfficeNames): Bilingual {
  switch (claim.status) {
    case 'submitted':
      return { zh: '等待窗口受理。', en: 'It waits for the window clerk to accept it.' };
    case 'accepted':
      if (claim.route !== null && isTurnedDown(claim.route)) {
        return {
          zh: '集体研究未同意，等待牵头部门退回补正或不予通过。',
          en: 'The meeting did not agree to it: it waits for the lead department to return or reject it.',
        };
      }
      if (claim.route !== null && claim.waits_for.length > 0) return waitsFor(claim.route, names);
      if (claim.agreed !== null) {
        return {
          zh: '第一人已审核，等待牵头部门另一审核人审核。',
          en: 'One reviewer agreed: it waits for another of the department.',
        };
      }
      return claim.held
        ? { zh: '挂起待核：凭证与其他申报件重复，等待牵头部门比对。', en: 'It is held: its evidence is contested.' }
        : { zh: '等待牵头部门审核。', en: 'It waits for the review of the lead department.' };
    case 'returned':
      return { zh: '等待企业补正后重新申报。', en: 'It waits for the enterprise to correct it.' };
    case 'reviewed':
      return { zh: '等待财政部门核定。', en: 'It waits for finance to determine the amount.' };
    case 'determined':
      return { zh: '等待财政部门公示。', en: 'It waits for finance to publicise it.' };
    case 'publicised':
      return publicised(claim, today);
    case 'objected':
      return {
        zh: `有异议，已冻结：等待牵头部门于${claim.answer_by ?? today}前答复${isOverdue(claim, today) ? '，已逾期' : ''}。`,
        en: `It is frozen by an objection: it waits for the answer of the lead department, due by ${claim.answer_by ?? today}${isOverdue(claim, today) ? ' and overdue' : ''}.`,
      };
    case 'instructed':
      return claim.returned === '0' || claim.reserved !== '0'
        ? { zh: '等待国库支付并确认。', en: 'It waits for the treasuries to pay and confirm.' }
        : {
            zh: '银行已退票：等待财政部门重新拨付，或按已付结清。',
            en: 'The bank returned it: it waits for finance to instruct it again, or to settle the claim at what is paid.',
          };
    case 'settling':
      return {
        zh: '已提议按已付结清，等待另一名财政人员同意或否决。',
        en: 'It is proposed to settle it at what is paid: it waits for another official of finance to agree or refuse.',
      };
    case 'paid':
      return { zh: '已全部拨付，办结。', en: 'All of it is paid; nothing is left to do.' };
    case 'settled':
      return {
        zh: '已按已付结清，未付部分不再拨付，办结。',
        en: 'It is settled at what is paid; the rest is not paid any more.',
      };
    case 'declined':
      return { zh: '核定不予兑现，办结。', en: 'It was determined that nothing is due; it is closed.' };
    case 'rejected':
      return { zh: '审核不予通过，办结。', en: 'It was rejected; it is closed.' };
    case 'withdrawn':
      return { zh: '企业已撤回，办结。', en: 'It was withdrawn; it is closed.' };
  }
}

/** The offices of its route that are still to answer. */
function waitsFor(route: ClaimRoute, { nameOf, departmentOf }: OfficeNames): Bilingual {
  const [undrawn] = undecidedSteps(route);
  if (undrawn !== undefined && openSteps(route).length === 0) {
    return {
      zh: `等待牵头部门抽取，确定是否“${undrawn.name.zh}”。`,
      en: `It waits for the lead department to draw which claims take ‘${undrawn.name.en}’.`,
    };
  }
  const steps = openSteps(route).map(({ name, office }) => {
    const { division, department } = office;
    const now = { ...office, department: department === null ? null : departmentOf(division, department) };
    return { name, names: officeNames(now, nameOf) };
  });
  return {
    zh: `等待${steps.map(({ name, names }) => `${names.zh}“${name.zh}”`).join('、')}。`,
    en: `It waits for ${steps.map(({ name, names }) => `‘${name.en}’ by ${names.en}`).join('; ')}.`,
  };
}

function isOverdue({ answer_by: day }: ClaimRow, today: string): boolean {
  return day !== null && day < today;
}

function publicised({ publicity_until: until, kind }: ClaimRow, today: string): Bilingual {
  if (kind === 'loan-limit') {
    return { zh: '贷款额度已公示，无需财政拨付，办结。', en: 'The loan limit is publicised; no treasury pays it.' };
  }
  if (until !== null && today <= until) {
    return {
      zh: `公示至${until}，期满后下达拨付指令。`,
      en: `It is publicised until ${until}, then payment is instructed.`,
    };
  }
  return {
    zh: '公示期满，等待财政部门下达拨付指令。',
    en: 'Publicity is over: it waits for finance to instruct payment.',
  };
}
