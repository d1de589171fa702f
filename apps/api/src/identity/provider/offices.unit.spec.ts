import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { groupsIn, isHeld, readOffices, type HeldOffice, type OfficeTable } from './offices.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duixian-offices-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string): Promise<OfficeTable> {
  const path = join(folder, 'offices.yaml');
  await writeFile(path, text);
  return readOffices(path);
}

const TABLE = `
offices:
  - { group: gxj, role: reviewer, division: '350500', department: 市工信局 }
  - { group: czj, role: finance, division: '350500' }
  - { group: nj, role: clerk, division: '350583' }
`;
const REVIEWER: HeldOffice = { division: '350500', department: '市工信局', roles: ['reviewer'] };

describe('the table of offices', () => {
  it.each([
    ['its own group', REVIEWER, ['gxj'], true],
    ['one among others', REVIEWER, ['all', 'gxj'], true],
    ['no group', REVIEWER, [], false],
    ['the group of another office', REVIEWER, ['czj'], false],
    ['another department', { ...REVIEWER, department: '市数据局' }, ['gxj'], false],
    ['another division', { ...REVIEWER, division: '350582' }, ['gxj'], false],
    ['a second role that nothing gives', { ...REVIEWER, roles: ['reviewer', 'clerk'] }, ['gxj', 'nj'], false],
    ['a group in another case', REVIEWER, ['GXJ'], false],
    ['an account without any role', { ...REVIEWER, roles: [] }, ['gxj'], false],
  ] as const)('gives an office to who has %s: %j %j', async (_, office, groups, held) => {
    expect(isHeld(office, groups, await read(TABLE))).toBe(held);
  });

  it.each([
    ['offices: []', 'offices'],
    ['offices: [{ group: a, role: boss, division: "350500" }]', 'offices.0.role'],
    ['offices: [{ group: a, role: clerk, division: 3505 }]', 'offices.0.division'],
    ['offices: [{ group: a, role: clerk, division: "350500", office: b }]', 'offices.0'],
    ['offices: [', 'offices.yaml'],
  ])('is refused with the place where it is wrong: %s', async (text, place) => {
    await expect(read(text)).rejects.toThrow(place);
    await expect(read(text)).rejects.toThrow('岗位对照表');
  });

  it('is refused where there is none', async () => {
    await expect(readOffices(join(folder, 'none.yaml'))).rejects.toThrow('none.yaml');
  });
});

it.each([
  [
    ['a', 'b'],
    ['a', 'b'],
  ],
  ['a', ['a']],
  [['a', 7, null], ['a']],
  [undefined, []],
  [{ a: true }, []],
])('groups are read from a claim of %j', (claim, groups) => {
  expect(groupsIn(claim)).toEqual(groups);
});
