import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Api, usccOf } from '../../spec/api.spec.js';
import { Bureau, COUNTY } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';

const USCC = usccOf(COUNTY, 801);

let api: Api;
let bureau: Bureau;
let claim: string;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
  const name = '泉州ＡｉＱ（晋江） 智造有限公司';
  await bureau.done(bureau.clerk, 'registerEnterprise', { uscc: USCC, name, division: COUNTY });
  claim = await bureau.submitted({ uscc: USCC });
});

afterAll(() => api.stop());

it.each([
  ['a code in full-width and small letters', fullWidth(USCC.toLowerCase())],
  ['half-width brackets and blanks about them', ' 泉州AiQ (晋江) 智造'],
  ['full-width letters', 'ＡｉＱ（晋江）'],
  ['small letters', 'aiq（晋江'],
  ['capital letters', 'AIQ'],
])('an enterprise and its claims are found by %s', async (_, query) => {
  const found = await ask(
    api,
    bureau.clerk,
    `query ($query: String) {
      enterprises(first: 5, filter: { query: $query }) { nodes { uscc } }
      claims(first: 5, filter: { query: $query }) { nodes { id } }
    }`,
    { query },
  );
  expect(found).toEqual({ enterprises: { nodes: [{ uscc: USCC }] }, claims: { nodes: [{ id: claim }] } });
});

it.each(['泉州\uFFFD有限公司', '泉州？？？有限公司', '泉州???有限公司', '泉州\n有限公司'])(
  'a name that was lost in part or has several lines, %j, is refused',
  async (name) => {
    const input = { uscc: usccOf(COUNTY, 802), name, division: COUNTY };
    expect(await api.send(bureau.clerk, 'registerEnterprise', input)).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ field: 'name' }],
    });
  },
);

/** ASCII in the forms that East Asian keyboards give. */
function fullWidth(text: string): string {
  return Array.from(text, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)).join('');
}
