import { describe, expect, it } from '@jest/globals';
import { event } from '@duixian/casework';
import { ACCOUNT, agreedAccount, type Books } from './spec/books.spec.js';
import {
  accepted,
  CITY_PAYMENT,
  cityTreasury,
  CLAIM,
  clerk,
  codeOf,
  COUNTY_PAYMENT,
  countyTreasury,
  determine,
  finance,
  FIRM,
  instructed,
  ON,
  otherFinance,
  registered,
} from './spec/rental.spec.js';
import { command, official, QUANZHOU } from './spec/world.spec.js';

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
    accepted(books.take('PUBLICISE', CLAIM, otherFinance, { on: '2026-03-02' }));
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
    accepted(books.take('PUBLICISE', CLAIM, otherFinance, { on: '2026-03-02' }));
    const renaming = { uscc: FIRM, was: OLD, name: NEW, on: '2026-03-12' };
    books.register(event(command(clerk, ON), 'EnterpriseRenamed', renaming));
    accepted(books.take('INSTRUCT', CLAIM, finance, { on: ON }));
    expect(books.payment(CITY_PAYMENT)?.payee).toBe(OLD);
    accepted(books.pay('RETURN', CITY_PAYMENT, cityTreasury, '2026-03-12'));
    accepted(books.pay('REINSTRUCT', CITY_PAYMENT, finance, '2026-03-12'));
    expect(books.payment(CITY_PAYMENT)?.payee).toBe(NEW);
  });
});
