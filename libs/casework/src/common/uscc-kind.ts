import type { Bilingual } from '@duixian/policy';

const OTHER: Bilingual = { zh: '其他机构', en: 'other body' };

/** Registering authority and kind of body: the first two places of a code (GB 32100-2015, table 1). */
const KINDS: ReadonlyMap<string, Bilingual> = new Map([
  ['11', { zh: '机关', en: 'organ of the state' }],
  ['12', { zh: '事业单位', en: 'public institution' }],
  ['13', { zh: '编办直接管理机构编制的群众团体', en: 'mass organisation on the state establishment' }],
  ['21', { zh: '外国常驻新闻机构', en: 'resident foreign news office' }],
  ['31', { zh: '律师执业机构', en: 'law firm' }],
  ['32', { zh: '公证处', en: 'notary office' }],
  ['33', { zh: '基层法律服务所', en: 'local legal service' }],
  ['34', { zh: '司法鉴定机构', en: 'forensic institute' }],
  ['35', { zh: '仲裁委员会', en: 'arbitration commission' }],
  ['41', { zh: '外国在华文化中心', en: 'foreign cultural centre' }],
  ['51', { zh: '社会团体', en: 'association' }],
  ['52', { zh: '民办非企业单位', en: 'private non-enterprise body' }],
  ['53', { zh: '基金会', en: 'foundation' }],
  ['61', { zh: '外国旅游部门常驻代表机构', en: 'foreign tourist office' }],
  ['62', { zh: '港澳台地区旅游部门常驻内地（大陆）代表机构', en: 'tourist office of Hong Kong, Macao or Taiwan' }],
  ['71', { zh: '宗教活动场所', en: 'place of worship' }],
  ['72', { zh: '宗教院校', en: 'religious school' }],
  ['81', { zh: '基层工会', en: 'trade union' }],
  ['91', { zh: '企业', en: 'enterprise' }],
  ['92', { zh: '个体工商户', en: 'sole trader' }],
  ['93', { zh: '农民专业合作社', en: 'farmers’ cooperative' }],
  ['N1', { zh: '组级集体经济组织', en: 'collective economy of a group' }],
  ['N2', { zh: '村级集体经济组织', en: 'collective economy of a village' }],
  ['N3', { zh: '乡镇级集体经济组织', en: 'collective economy of a township' }],
  ...['19', '29', '39', '49', '59', '69', '79', '89', 'N9', 'Y1'].map((code): [string, Bilingual] => [code, OTHER]),
]);

/** What kind of body a code is of; null where the standard knows no such authority or kind. */
export function usccKind(code: string): Bilingual | null {
  return KINDS.get(code.slice(0, 2)) ?? null;
}
