import { describe, expect, it } from '@jest/globals';
import type { MeasureChoice } from '../policies/documents.js';
import { clausesNamed, pagesNamed } from './hits.js';

const chinese = (text: { zh: string }) => text.zh;

function clause(clauseId: string, zh: string, en: string): MeasureChoice {
  return {
    id: `quanzhou-2024-7/${clauseId}`,
    clauseId,
    title: { zh, en },
    kind: 'GRANT',
    payable: true,
    takesClaims: true,
    claimedUntil: null,
    policy: {
      id: 'quanzhou-2024-7',
      tenant: '350500',
      title: { zh: '人工智能若干措施', en: 'Measures on artificial intelligence' },
      documentNumber: '泉政办规〔2024〕7号',
      division: { code: '350500', name: '泉州市' },
    },
  };
}

const clauses = [clause('2', '算力租用补助', 'Compute rental'), clause('6', '云服务产品补助', 'Cloud services')];

describe('what is found without the server', () => {
  it.each([
    ['算力', ['2']],
    ['COMPUTE', ['2']],
    ['泉政办规 云服务', ['6']],
    ['２０２４', ['2', '6']],
    ['养老', []],
  ])('the clauses of %s', (text, found) => {
    expect(clausesNamed(text, clauses, chinese).map(({ title }) => title.split(' ')[0])).toEqual(found);
  });

  it('leads to the clause in its document', () => {
    expect(clausesNamed('算力', clauses, chinese)[0]).toMatchObject({
      title: '2 算力租用补助',
      detail: '泉政办规〔2024〕7号 人工智能若干措施',
      to: '/policies/quanzhou-2024-7/show?clause=2',
    });
  });

  it('the pages by name, all of them while nothing is typed', () => {
    const pages = [
      { title: '申报件', to: '/claims' },
      { title: '新申报', to: '/claims/create' },
      { title: '企业', to: '/enterprises' },
    ];
    expect(pagesNamed('申报', pages).map(({ to }) => to)).toEqual(['/claims', '/claims/create']);
    expect(pagesNamed('  ', pages)).toHaveLength(3);
  });
});
