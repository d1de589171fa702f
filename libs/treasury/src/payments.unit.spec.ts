import { describe, expect, it } from '@jest/globals';
import type { Actor, StatedEvidence, SubmitClaim } from '@duixian/casework';
import { event } from '@duixian/casework';
import { fen } from '@duixian/money';
import { ACCOUNT, agreedAccount, Books } from './spec/books.spec.js';
import { catalogue, command, FUZHOU, JINJIANG, official, QUANZHOU, uscc } from './spec/world.spec.js';
import { allowedPaymentActions } from './payment-standing.js';
import type { TreasuryDecision } from './treasury-event.js';

const RENTAL = 'quanzhou-2024-7/2';
const COUNTY_RENTAL = 'jinjiang-2025-6/1.2';
const CLAIM = '350500-2025-7K3M9QAB';
const CITY_PAYMENT = `${CLAIM}-${QUANZHOU}`;
const COUNTY_PAYMENT = `${CLAIM}-${JINJIANG}`;
const FIRM = uscc('91350582MA2XXXXX0');
const YEAR = `enterprise:${FIRM}:${RENTAL}:2025`;

const clerks = ['a', 'b'].map((name) => official(`clerk-${name}`, 'clerk', JINJIANG));
const [clerk = official('', 'clerk', ''), otherClerk = official('', 'clerk', '')] = clerks;
const reviewer = official('reviewer', 'reviewer', QUANZHOU, '市数据管理局');
const finance = official('finance', 'finance', QUANZHOU);
const otherFinance = official('other-finance', 'finance', QUANZHOU);
const cityTreasury = official('city-treasury', 'treasury', QUANZHOU);
const countyTreasury = official('county-treasury', 'treasury', JINJIANG);
const ON = '2026-03-11';

function invoice(serial: number, issuedOn = '2025-06-30'): StatedEvidence {
  const seller = { seller: '福州云岭云计算有限公司', sellerUscc: FIRM };
  const details = { ...seller, issuedOn, amount: fen(100_000_000n), tax: fen(6_000_000n), reverses: null };
  return { kind: 'invoice', number: `${issuedOn.slice(2, 4)}35200000001234567${serial}`, invoice: details };
}

const submission: SubmitClaim = {
  ...command(clerk, '2026-03-02'),
  claim: CLAIM,
  uscc: FIRM,
  measure: RENTAL,
  year: 2025,
  occurredOn: '2025-12-31',
  subject: null,
  facts: { serviceFee: '600000.00' },
  requestedAmount: fen(18_000_000n),
  evidence: [invoice(1)],
};

function registered(): Books {
  const books = new Books(catalogue, QUANZHOU);
  const registration = { uscc: FIRM, name: '晋江青石智算科技有限公司', division: JINJIANG };
  books.register(event(command(clerk, '2025-01-06'), 'EnterpriseRegistered', registration));
  return books;
}

function accepted(decision: TreasuryDecision): void {
  if (!decision.ok) throw new Error(`${decision.refusal.code}: ${decision.refusal.message.en}`);
}

/** Through all steps up to the determination: 30% of 600,000 is 180,000, half from the city and half from the county. */
function determine(books: Books, change: Partial<SubmitClaim> = {}): void {
  const claim = change.claim ?? CLAIM;
  accepted(books.submit({ ...submission, ...change }));
  const steps: [Parameters<Books['take']>[0], Actor][] = [
    ['ACCEPT', otherClerk],
    ['REVIEW', reviewer],
    ['DETERMINE', finance],
  ];
  for (const [action, actor] of steps) accepted(books.take(action, claim, actor, { on: '2026-03-02' }));
}

function instructed(): Books {
  const books = publicised();
  accepted(books.take('INSTRUCT', CLAIM, finance, { on: ON }));
  return books;
}

function publicised(): Books {
  const books = registered();
  determine(books);
  accepted(books.take('PUBLICISE', CLAIM, otherFinance, { on: '2026-03-09' }));
  return books;
}

function codeOf(decision: TreasuryDecision): string | null {
  return decision.ok ? null : decision.refusal.code;
}

describe('instruction', () => {
  it('instructs each treasury to pay its line, on its own legal basis', () => {
    const books = instructed();
    const shared = { status: 'instructed', claim: CLAIM, payee: '晋江青石智算科技有限公司', amount: 9_000_000n };
    expect(books.claim(CLAIM)).toMatchObject({ status: 'instructed', payments: [CITY_PAYMENT, COUNTY_PAYMENT] });
    expect(books.payment(CITY_PAYMENT)).toMatchObject({ ...shared, payer: QUANZHOU, basis: RENTAL });
    expect(books.payment(COUNTY_PAYMENT)).toMatchObject({ ...shared, payer: JINJIANG, basis: COUNTY_RENTAL });
  });

  it('leaves what is reserved as it is', () => {
    expect(instructed().guards.get(YEAR)).toEqual({ ceiling: 30_000_000n, reserved: 18_000_000n, paid: 0n });
  });
});

describe('what was determined before the enterprise took another’s place', () => {
  const OLD = uscc('91350582MA2YYYYY0');
  const CLOUD = 'quanzhou-2024-7/6';

  /** The answer to the instruction, after the firm inherited what the city had granted the other under the measure. */
  function afterInheriting(measure: string, amount: string, guardedBy = measure, books = publicised()): string | null {
    const line = { payer: QUANZHOU, amount, basis: measure, accounts: [`enterprise:${OLD}:${guardedBy}:2025`] };
    const grant = { claim: '350500-2025-00000000', measure, year: 2025, subject: null, kind: 'grant', amount } as const;
    const reserved = { ...grant, lines: [line], quota: null, policyVersion: 'v1' };
    books.entitle(OLD, event(command(finance, '2026-03-02'), 'GrantReserved', reserved));
    const inherited = { uscc: FIRM, predecessor: OLD };
    books.entitle(FIRM, event(command(clerk, '2026-03-10'), 'EntitlementInherited', inherited));
    return codeOf(books.take('INSTRUCT', CLAIM, finance, { on: ON }));
  }

  it('is paid where that one was granted nothing which bears on it', () => {
    expect(afterInheriting(CLOUD, '60000.00')).toBeNull();
  });

  // Of the 180,000 of the year 50,000 were granted already, and the ceiling of 300,000 has room for both.
  it('is not paid where the clause comes to less, though no ceiling is passed', () => {
    expect(afterInheriting(RENTAL, '50000.00')).toBe('NOTHING_TO_PAY');
  });

  // As a version of before may have recorded it: under another clause, and yet on the guard of this one.
  it('is not paid where a ceiling is passed that the clause does not see', () => {
    expect(afterInheriting(CLOUD, '120000.00', RENTAL)).toBeNull();
    expect(afterInheriting(CLOUD, '120000.01', RENTAL)).toBe('NOTHING_TO_PAY');
  });

  it('is paid whatever was determined after it, which took it into account', () => {
    const books = publicised();
    determine(books, {
      claim: '350500-2025-00000001',
      facts: { serviceFee: '900000.00' },
      requestedAmount: fen(9_000_000n),
      evidence: [invoice(2)],
    });
    expect(afterInheriting(CLOUD, '60000.00', CLOUD, books)).toBeNull();
  });
});

describe('confirmation', () => {
  it('posts the line and leaves the claim open while another treasury owes', () => {
    const books = instructed();
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON));
    expect(books.payment(CITY_PAYMENT)).toMatchObject({
      status: 'paid',
      paidOn: ON,
      bankReference: `回单-${CITY_PAYMENT}`,
    });
    expect(books.guards.get(YEAR)).toMatchObject({ reserved: 9_000_000n, paid: 9_000_000n });
    expect(books.claim(CLAIM)?.status).toBe('instructed');
  });

  it('of the last line closes the claim', () => {
    const books = instructed();
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON));
    accepted(books.pay('CONFIRM', COUNTY_PAYMENT, countyTreasury, ON));
    expect(books.claim(CLAIM)?.status).toBe('paid');
    expect(books.guards.get(YEAR)).toMatchObject({ reserved: 0n, paid: 18_000_000n });
    expect(books.guards.get(`enterprise:${FIRM}:${COUNTY_RENTAL}:2025`)).toMatchObject({
      reserved: 0n,
      paid: 9_000_000n,
    });
  });

  it('holds only while the other lines stand as they were read', () => {
    const decision = instructed().pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON);
    expect(decision.ok && decision.guards).toContainEqual({
      account: `line:${COUNTY_PAYMENT}`,
      dependsOnVersion: true,
    });
  });

  it('takes a bank reference once for each payer, however it is typed', () => {
    const books = instructed();
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON, { bankReference: 'b-77 01' }));
    accepted(books.pay('CONFIRM', COUNTY_PAYMENT, countyTreasury, ON, { bankReference: 'B-7701' }));
    determine(books, {
      claim: '350500-2024-7K3M9QAB',
      year: 2024,
      occurredOn: '2024-12-31',
      evidence: [invoice(2, '2024-06-30')],
    });
    accepted(books.take('PUBLICISE', '350500-2024-7K3M9QAB', otherFinance, { on: '2026-03-09' }));
    accepted(books.take('INSTRUCT', '350500-2024-7K3M9QAB', finance, { on: ON }));
    const second = books.pay('CONFIRM', `350500-2024-7K3M9QAB-${QUANZHOU}`, cityTreasury, ON, {
      bankReference: 'Ｂ-77\u200b01',
    });
    expect(second).toMatchObject({ refusal: { code: 'BANK_REFERENCE_USED', field: 'bankReference' } });
  });

  it.each([
    ['the other treasury', countyTreasury, 'NOT_YOUR_OFFICE'],
    ['finance', otherFinance, 'NOT_YOUR_OFFICE'],
    ['whoever instructed it', { ...cityTreasury, userId: finance.userId }, 'SAME_PERSON'],
  ])('is not for %s', (_, actor, code) => {
    expect(codeOf(instructed().pay('CONFIRM', CITY_PAYMENT, actor, ON))).toBe(code);
  });

  it.each(['无', '0', '/', '待补', '2.02611E+17', '9'.repeat(20)])(
    'cannot stand on %s for a reference',
    (bankReference) => {
      const refused = instructed().pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON, { bankReference });
      expect(refused).toMatchObject({
        refusal: {
          code: 'INVALID_INPUT',
          field: 'bankReference',
          message: { zh: expect.stringContaining(bankReference) },
        },
      });
    },
  );

  it('names each wrong field', () => {
    const books = instructed();
    expect(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, '2026-03-10', { bankReference: ' ' })).toMatchObject({
      refusal: { code: 'INVALID_INPUT', problems: [{ field: 'bankReference' }, { field: 'paidOn' }] },
    });
  });

  it('is not repeated', () => {
    const books = instructed();
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON));
    expect(
      codeOf(books.pay('CONFIRM', CITY_PAYMENT, official('t2', 'treasury', QUANZHOU), ON, { bankReference: 'B2' })),
    ).toBe('ALREADY_DECIDED');
  });
});

describe('bank return', () => {
  it('releases the line and no other', () => {
    const books = instructed();
    accepted(books.pay('RETURN', COUNTY_PAYMENT, countyTreasury, ON));
    expect(books.payment(COUNTY_PAYMENT)).toMatchObject({ status: 'returned', returnReason: '账号有误' });
    expect(books.guards.get(YEAR)).toMatchObject({ reserved: 9_000_000n, paid: 0n });
    expect(books.guards.get(`line:${COUNTY_PAYMENT}`)).toMatchObject({ reserved: 0n });
    expect(books.guards.get(`line:${CITY_PAYMENT}`)).toMatchObject({ reserved: 9_000_000n });
    expect(codeOf(books.pay('CONFIRM', COUNTY_PAYMENT, countyTreasury, ON))).toBe('NOT_YOUR_TURN');
  });
});

describe('a return after the payment', () => {
  function paid(): Books {
    const books = instructed();
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON));
    accepted(books.pay('CONFIRM', COUNTY_PAYMENT, countyTreasury, ON));
    return books;
  }

  it('gives back what was paid, and opens the claim again', () => {
    const books = paid();
    accepted(books.pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-16'));
    expect(books.payment(CITY_PAYMENT)).toMatchObject({ status: 'returned', returnReason: '账号有误', paidOn: ON });
    expect(books.claim(CLAIM)?.status).toBe('instructed');
    expect(books.guards.get(YEAR)).toEqual({ ceiling: 30_000_000n, reserved: 0n, paid: 9_000_000n });
    expect(books.guards.get(`line:${CITY_PAYMENT}`)).toMatchObject({ reserved: 0n, paid: 0n });
  });

  it('is paid again under a reference of its own, and the claim is paid once more', () => {
    const books = paid();
    accepted(books.pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-16'));
    accepted(books.pay('REINSTRUCT', CITY_PAYMENT, finance, '2026-03-17'));
    expect(books.payment(CITY_PAYMENT)).toMatchObject({ attempt: 2, bankReference: null, paidOn: null });
    expect(codeOf(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, '2026-03-18'))).toBe('BANK_REFERENCE_USED');
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, '2026-03-18', { bankReference: '回单-2' }));
    expect(books.claim(CLAIM)?.status).toBe('paid');
    expect(books.guards.get(YEAR)).toMatchObject({ reserved: 0n, paid: 18_000_000n });
  });

  it('entered twice is not taken for a return of what was instructed since', () => {
    const books = paid();
    const again = { bankReference: '回单-2' };
    accepted(books.pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-16', { attempt: 1 }));
    accepted(books.pay('REINSTRUCT', CITY_PAYMENT, finance, '2026-03-17'));
    const stale = [
      books.pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-17', { attempt: 1 }),
      books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, '2026-03-17', { ...again, attempt: 1 }),
    ];
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, '2026-03-18', { ...again, attempt: 2 }));
    stale.push(books.pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-18', { attempt: 1 }));
    for (const each of stale) expect(each).toMatchObject({ refusal: { code: 'NOT_YOUR_TURN', field: 'attempt' } });
    expect(books.payment(CITY_PAYMENT)).toMatchObject({ status: 'paid', attempt: 2 });
    accepted(books.pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-19', { attempt: 2 }));
  });

  it('passes no ceiling: what was granted meanwhile is not paid a second time', () => {
    const books = paid();
    accepted(books.pay('RETURN', COUNTY_PAYMENT, countyTreasury, '2026-03-16'));
    determine(books, { claim: '350500-2025-00000002', evidence: [invoice(2)] });
    expect(codeOf(books.pay('REINSTRUCT', COUNTY_PAYMENT, finance, '2026-03-17'))).toBe('NOTHING_TO_PAY');
  });

  it('cannot have been before the payment, and is for the treasury that paid', () => {
    expect(paid().pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-10')).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field: 'returnedOn' },
    });
    expect(codeOf(paid().pay('RETURN', CITY_PAYMENT, countyTreasury, '2026-03-16'))).toBe('NOT_YOUR_OFFICE');
  });
});

describe('the account', () => {
  const NEWER = { ...ACCOUNT, proposal: 'account-2', mask: '9900 **** **** 0002', hash: 'b2' };

  it('of an instruction is the one in force then, and no later change touches it', () => {
    const books = instructed();
    books.accounts = [...books.accounts, agreedAccount(NEWER, ON)];
    expect(books.payment(CITY_PAYMENT)).toMatchObject({ account: ACCOUNT, attempt: 1 });
    accepted(books.pay('RETURN', COUNTY_PAYMENT, countyTreasury, ON));
    accepted(books.pay('REINSTRUCT', COUNTY_PAYMENT, finance, ON));
    expect(books.payment(COUNTY_PAYMENT)).toMatchObject({ account: NEWER, attempt: 2 });
    expect(books.payment(CITY_PAYMENT)).toMatchObject({ account: ACCOUNT, attempt: 1 });
  });

  it.each([
    ['finance', (books: Books) => books.pay('REINSTRUCT', COUNTY_PAYMENT, finance, ON), finance],
    ['the treasury', (books: Books) => books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON), cityTreasury],
  ])('is not paid to by whoever in %s agreed to it as a clerk', (_, step, actor) => {
    const books = instructed();
    accepted(books.pay('RETURN', COUNTY_PAYMENT, countyTreasury, ON));
    const { accounts } = books;
    books.accounts = [agreedAccount(ACCOUNT, '2020-01-02', ['window-1', actor.userId])];
    expect(codeOf(step(books))).toBe('CAPACITY_MIXED');
    books.accounts = accounts;
    expect(codeOf(step(books))).toBeNull();
  });

  it.each<[string, [string, string], [string, string]]>([
    ['proposed the account that is paid', [cityTreasury.userId, 'window-2'], ['window-1', 'window-2']],
    ['agreed to the account that is paid', ['window-1', cityTreasury.userId], ['window-1', 'window-2']],
    ['agreed to the account that came after it', ['window-1', 'window-2'], ['window-1', cityTreasury.userId]],
  ])('is not paid to by whoever %s, once another is in force', (_, paid, newer) => {
    const books = instructed();
    books.accounts = [agreedAccount(ACCOUNT, '2020-01-02', paid), agreedAccount(NEWER, ON, newer)];
    expect(codeOf(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON))).toBe('CAPACITY_MIXED');
    expect(codeOf(books.pay('CONFIRM', CITY_PAYMENT, official('t2', 'treasury', QUANZHOU), ON))).toBeNull();
  });

  it('must be there, or nothing is instructed', () => {
    const books = registered();
    determine(books);
    accepted(books.take('PUBLICISE', CLAIM, otherFinance, { on: '2026-03-09' }));
    books.accounts = [];
    expect(codeOf(books.take('INSTRUCT', CLAIM, finance, { on: ON }))).toBe('NO_ACCOUNT');
  });
});

describe('the name of the enterprise', () => {
  const OLD = '晋江青石智算科技有限公司';
  const NEW = '晋江青石智能科技有限公司';

  it('of a payment is the one in force on the day of its last instruction', () => {
    const books = registered();
    determine(books);
    accepted(books.take('PUBLICISE', CLAIM, otherFinance, { on: '2026-03-09' }));
    const renaming = { uscc: FIRM, was: OLD, name: NEW, on: '2026-03-12' };
    books.register(event(command(clerk, ON), 'EnterpriseRenamed', renaming));
    accepted(books.take('INSTRUCT', CLAIM, finance, { on: ON }));
    expect(books.payment(CITY_PAYMENT)?.payee).toBe(OLD);
    accepted(books.pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-12'));
    accepted(books.pay('REINSTRUCT', CITY_PAYMENT, finance, '2026-03-12'));
    expect(books.payment(CITY_PAYMENT)?.payee).toBe(NEW);
  });
});

describe('reinstruction', () => {
  function bankReturned(books = instructed()): Books {
    accepted(books.pay('RETURN', COUNTY_PAYMENT, countyTreasury, ON));
    return books;
  }

  it('reserves the line again, and it can be paid', () => {
    const books = bankReturned();
    accepted(books.pay('REINSTRUCT', COUNTY_PAYMENT, finance, ON));
    expect(books.guards.get(YEAR)).toMatchObject({ reserved: 18_000_000n });
    accepted(books.pay('CONFIRM', COUNTY_PAYMENT, countyTreasury, ON));
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON));
    expect(books.claim(CLAIM)?.status).toBe('paid');
  });

  it('is refused when another claim was granted meanwhile what the return set free', () => {
    const books = bankReturned();
    determine(books, { claim: '350500-2025-00000002', evidence: [invoice(2)] });
    expect(codeOf(books.pay('REINSTRUCT', COUNTY_PAYMENT, finance, ON))).toBe('NOTHING_TO_PAY');
  });

  // 30% of 800,000 is 240,000: 60,000 more than the first claim, so that both may stand together.
  it('is not hindered by a claim that was lowered because this one stood', () => {
    const books = instructed();
    determine(books, {
      claim: '350500-2025-00000002',
      facts: { serviceFee: '800000.00' },
      evidence: [invoice(2)],
    });
    expect(books.claim('350500-2025-00000002')?.determination?.amount).toBe('60000.00');
    accepted(bankReturned(books).pay('REINSTRUCT', COUNTY_PAYMENT, finance, ON));
    expect(books.guards.get(YEAR)).toMatchObject({ reserved: 24_000_000n });
  });

  it('is for finance, and not for whoever recorded the return', () => {
    expect(codeOf(bankReturned().pay('REINSTRUCT', COUNTY_PAYMENT, cityTreasury, ON))).toBe('NOT_YOUR_OFFICE');
    const both: Actor = { ...finance, userId: countyTreasury.userId };
    expect(codeOf(bankReturned().pay('REINSTRUCT', COUNTY_PAYMENT, both, ON))).toBe('SAME_PERSON');
  });

  it('is not for whoever paid another line of the claim before he came to finance', () => {
    const books = bankReturned();
    accepted(books.pay('CONFIRM', CITY_PAYMENT, cityTreasury, ON, { bankReference: 'B1' }));
    const moved: Actor = { ...finance, userId: cityTreasury.userId };
    expect(codeOf(books.pay('REINSTRUCT', COUNTY_PAYMENT, moved, ON))).toBe('CAPACITY_MIXED');
  });
});

describe('a treasury', () => {
  it.each([clerk, reviewer, finance])('does not pay by the hand of $username, who took part before', ({ userId }) => {
    const moved: Actor = { ...cityTreasury, userId };
    const other = userId === finance.userId ? 'SAME_PERSON' : 'CAPACITY_MIXED';
    expect(codeOf(instructed().pay('CONFIRM', CITY_PAYMENT, moved, ON, { bankReference: 'B1' }))).toBe(other);
  });
});

describe('allowed payment actions', () => {
  it('are those of the office at hand', () => {
    const books = instructed();
    const claim = books.claim(CLAIM);
    const payment = books.payment(COUNTY_PAYMENT);
    if (claim === null || payment === null) throw new Error('Nothing was instructed.');
    const mayDo = (actor: Actor) =>
      allowedPaymentActions(payment, actor, { claim, siblings: [], catalogue }).flatMap(({ action, allowed }) =>
        allowed ? [action] : [],
      );
    expect([countyTreasury, cityTreasury, finance].map(mayDo)).toEqual([['CONFIRM', 'RETURN'], [], []]);
  });
});

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
      evidence: [{ kind: 'certificate', number: '榕证字〔2026〕第0001号', invoice: null }],
    };
    accepted(
      books.submit({ ...submission, ...command(first, '2026-10-08', FUZHOU), ...stated, claim: ID, uscc: firm }),
    );
    accepted(books.take('ACCEPT', ID, second, { on: '2026-10-08' }));
    accepted(books.take('REVIEW', ID, official('r', 'reviewer', FUZHOU, lead), { on: '2026-10-09' }));
    accepted(books.take('DETERMINE', ID, determiner, { on: '2026-10-12' }));
    accepted(books.take('PUBLICISE', ID, publisher, { on: '2026-10-13' }));
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
