import { describe, expect, it } from '@jest/globals';
import { event } from '@duixian/casework';
import { fen } from '@duixian/money';
import { Books } from './spec/books.spec.js';
import { accepted, clerk, finance, submission } from './spec/rental.spec.js';
import { catalogue, command, FUZHOU, official, uscc } from './spec/world.spec.js';

describe('a place of the quota', () => {
  const SCENARIO = 'fuzhou-2026-7/3.2';
  const ID = '350100-2026-00000001';
  const QUOTA = `quota:${SCENARIO}:2026`;
  const windows = ['a', 'b'].map((name) => official(`clerk-${name}`, 'clerk', '350102'));
  const funds = ['a', 'b'].map((name) => official(`finance-${name}`, 'finance', FUZHOU));
  const treasury = official('treasury', 'treasury', FUZHOU);

  function scenario(): Books {
    const books = new Books(catalogue, FUZHOU);
    const firm = uscc('91350102MA2XXXXX0');
    const [first = clerk, second = clerk] = windows;
    const [determiner = finance, publisher = finance] = funds;
    const lead = catalogue.measure(SCENARIO)?.clause.departments.lead ?? '';
    books.register(
      event(command(first, '2026-07-01', FUZHOU), 'EnterpriseRegistered', {
        uscc: firm,
        name: '福州甲',
        division: '350102',
      }),
    );
    const stated = {
      measure: SCENARIO,
      year: 2026,
      occurredOn: '2026-09-30',
      subject: '智慧港口',
      facts: {},
      requestedAmount: fen(20_000_000n),
      evidence: [{ kind: 'certificate', number: '榕证字〔2026〕第0001号', invoice: null, party: null }],
    };
    accepted(
      books.submit({ ...submission, ...command(first, '2026-10-08', FUZHOU), ...stated, claim: ID, uscc: firm }),
    );
    accepted(books.take('ACCEPT', ID, second, { on: '2026-10-08' }));
    accepted(books.take('REVIEW', ID, official('r', 'reviewer', FUZHOU, lead), { on: '2026-10-09' }));
    accepted(books.take('DETERMINE', ID, determiner, { on: '2026-10-12' }));
    accepted(books.take('PUBLICISE', ID, publisher, { on: '2026-10-12' }));
    accepted(books.take('INSTRUCT', ID, determiner, { on: '2026-10-20' }));
    return books;
  }

  it('follows the payment: reserved, given back, reserved again, paid', () => {
    const books = scenario();
    const payment = `${ID}-${FUZHOU}`;
    const [determiner = finance] = funds;
    const states = [books.guards.get(QUOTA)];
    accepted(books.pay('RETURN', payment, treasury, '2026-10-21'));
    states.push(books.guards.get(QUOTA));
    accepted(books.pay('REINSTRUCT', payment, determiner, '2026-10-22'));
    states.push(books.guards.get(QUOTA));
    accepted(books.pay('CONFIRM', payment, treasury, '2026-10-23'));
    states.push(books.guards.get(QUOTA));
    expect(states).toEqual([
      { ceiling: 10n, reserved: 1n, paid: 0n },
      { ceiling: 10n, reserved: 0n, paid: 0n },
      { ceiling: 10n, reserved: 1n, paid: 0n },
      { ceiling: 10n, reserved: 0n, paid: 1n },
    ]);
  });
});
