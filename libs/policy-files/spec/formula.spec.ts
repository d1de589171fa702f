import { addRatios, compareRatios, multiplyRatios, parseDecimal, type Ratio } from '@duixian/money';

/**
 * Works out a trace's formula as a reader would, by hand: numbers, per cents, + − × ÷, brackets, min, max and floor.
 * Knows nothing of the engine.
 */
export function workOut(formula: string): Ratio {
  const tokens = formula.match(/\d+(?:\.\d+)?%?|[-+−×÷/(),]|min|max|floor/g) ?? [];
  const reader = new Reader(tokens);
  const value = reader.sum();
  if (!reader.atEnd) throw new Error(`Cannot read ${formula}`);
  return value;
}

class Reader {
  private position = 0;

  constructor(private readonly tokens: readonly string[]) {}

  get atEnd(): boolean {
    return this.position === this.tokens.length;
  }

  sum(): Ratio {
    let value = this.product();
    for (let sign = this.take('+', '−', '-'); sign !== null; sign = this.take('+', '−', '-')) {
      const next = this.product();
      value = addRatios(value, sign === '+' ? next : { num: -next.num, den: next.den });
    }
    return value;
  }

  private product(): Ratio {
    let value = this.operand();
    for (let sign = this.take('×', '÷', '/'); sign !== null; sign = this.take('×', '÷', '/')) {
      const next = this.operand();
      value = multiplyRatios(value, sign === '×' ? next : { num: next.den, den: next.num });
    }
    return value;
  }

  private operand(): Ratio {
    const name = this.take('min', 'max', 'floor');
    if (name !== null) return this.call(name);
    if (this.take('(') !== null) {
      const value = this.sum();
      this.expect(')');
      return value;
    }
    const token = this.tokens[this.position++] ?? '';
    const value = parseDecimal(token.replace('%', ''));
    if (value === null) throw new Error(`Not a number: ${token}`);
    return token.endsWith('%') ? { num: value.num, den: value.den * 100n } : value;
  }

  private call(name: string): Ratio {
    this.expect('(');
    const values = [this.sum()];
    while (this.take(',') !== null) values.push(this.sum());
    this.expect(')');
    if (name === 'floor') return values.map(({ num, den }) => ({ num: num / den, den: 1n }))[0] ?? { num: 0n, den: 1n };
    return values.reduce((a, b) => (compareRatios(a, b) < 0 === (name === 'min') ? a : b));
  }

  private take(...expected: string[]): string | null {
    const token = this.tokens[this.position];
    if (token === undefined || !expected.includes(token)) return null;
    this.position += 1;
    return token;
  }

  private expect(token: string): void {
    if (this.take(token) === null)
      throw new Error(`Expected ${token} at ${this.tokens.slice(this.position).join(' ')}`);
  }
}
