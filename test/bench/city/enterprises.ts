import { parseUscc, usccCheckCharacter, type Enterprise } from '@duixian/casework';
import { Random } from '@duixian/testing/random';

const DIVISIONS = ['350502', '350503', '350505', '350581', '350582', '350583'] as const;
const PLACES = ['泉港', '晋江', '石狮', '南安', '洛江', '丰泽'] as const;
const WORDS = ['青石', '海丝', '云帆', '启明', '锦绣', '凌霄', '磐石', '瑞景'] as const;
const TRADES = ['智算科技', '软件', '智能装备', '数据服务', '机器人', '信息技术'] as const;

/** The n-th enterprise: an invented name, a valid code. */
export function enterpriseNumber(n: number): Pick<Enterprise, 'uscc' | 'name'> & { readonly division: string } {
  const random = new Random(n);
  const division = random.pick(DIVISIONS);
  const body = `91${division}MA${n.toString().padStart(7, '0')}`;
  const code = parseUscc(`${body}${usccCheckCharacter(body) ?? ''}`);
  if (!code.ok) throw new Error(code.problem.en);
  const name = `${random.pick(PLACES)}${random.pick(WORDS)}${random.pick(TRADES)}有限公司（${n}）`;
  return { uscc: code.uscc, name, division };
}
