import { randomUUID } from 'node:crypto';
import { usccCheckCharacter } from '@duixian/casework';
import type { Random } from '@duixian/testing/random';

/** Values of one name that answers have shown; a run that goes on for hours remembers the newest. */
const KEPT_MAX = 300;
/** Names of arguments, and of what an answer calls the same thing. */
const SHOWN_AS: Readonly<Record<string, readonly string[]>> = {
  claim: ['Claim.id'],
  payment: ['Payment.id'],
  uscc: ['Enterprise.uscc'],
  user: ['User.id'],
  after: ['endCursor', 'startCursor', 'cursor'],
  before: ['endCursor', 'startCursor', 'cursor'],
};

/** Of all officials at first. */
export const PASSWORD = '海纳百川有容乃大-2026';

const DIVISIONS = ['350500', '350582', '350583', '350200', '350203', '350100'] as const;

/** What an official would type, by the name of the argument: so that commands come through, and what follows them too. */
export class KnownValues {
  private readonly shown = new Map<string, string[]>();
  private enterprises = 0;
  /** Of whoever types. */
  division: string | null = null;

  constructor(private readonly random: Random) {}

  /** Keeps what an answer shows, under the type and the name that it has there. */
  learn(answer: unknown, type = ''): void {
    if (Array.isArray(answer)) {
      for (const each of answer) this.learn(each, type);
      return;
    }
    if (typeof answer !== 'object' || answer === null) return;
    const typename: unknown = Reflect.get(answer, '__typename');
    const named = typeof typename === 'string' ? typename : type;
    for (const [name, value] of Object.entries(answer)) {
      if (typeof value === 'string') this.keep([`${named}.${name}`, name], value);
      else this.learn(value);
    }
  }

  /** A value for an argument of the name, null when nobody knows what belongs there; `on` is the field it is asked of. */
  textFor(name: string, on: string): string | null {
    const { random } = this;
    const subject = name === 'id' ? on.toLowerCase() : name;
    const names = SHOWN_AS[subject] ?? (subject.includes('user') ? SHOWN_AS.user : undefined) ?? [subject];
    const shown = names.flatMap((each) => this.shown.get(each) ?? []);
    if (name === 'uscc' && (shown.length === 0 || random.chance(0.3))) return this.newUscc();
    if (shown.length > 0 && random.chance(0.9)) return shown[random.whole(0, shown.length - 1)] ?? null;
    return this.typed(name);
  }

  numberFor(name: string): number {
    switch (name) {
      case 'first':
      case 'last':
        return this.random.whole(1, 3);
      case 'days':
        return this.random.whole(1, 60);
      case 'attempt':
        return this.random.chance(0.8) ? 1 : 2;
      default:
        return this.random.chance(0.8) ? 2025 : this.random.whole(2023, 2026);
    }
  }

  day(): string {
    return `${this.random.chance(0.9) ? 2025 : 2026}-${String(this.random.whole(1, 12)).padStart(2, '0')}-15`;
  }

  amount(): string {
    return `${this.random.whole(1, 500_000)}.00`;
  }

  facts(): Record<string, unknown> {
    const fee = { serviceFee: '400000.00' };
    return this.random.pick([fee, fee, fee, {}, { firstRecognition: true }] as const);
  }

  private typed(name: string): string | null {
    const { random } = this;
    switch (name) {
      case 'measure':
        if (random.chance(0.6)) return 'quanzhou-2024-7/2';
        return random.pick([
          'quanzhou-2024-7/2',
          'quanzhou-2024-7/3',
          'jinjiang-2025-6/1.2',
          'xiamen-2023-10/17',
        ] as const);
      case 'policy':
        return 'quanzhou-2024-7';
      case 'division':
      case 'payer':
      case 'under':
      case 'code':
        return random.chance(0.2) ? random.pick(DIVISIONS) : this.ownCounty();
      case 'name':
      case 'displayName':
      case 'holder':
        return `青石${random.whole(1, 400)}号有限公司（虚构）`;
      case 'department':
        return '市数据管理局';
      case 'username':
        return `fuzz.user${random.whole(1, 400)}`;
      case 'password':
      case 'currentPassword':
      case 'newPassword':
        return PASSWORD;
      case 'phone':
        return '0595-22000000';
      case 'reason':
      case 'opinion':
      case 'subject':
      case 'query':
      case 'person':
        return `青石${random.whole(1, 40)}`;
      case 'number':
      case 'bankReference':
      case 'bankAccount':
        return `62220000${random.whole(10_000, 99_999)}`;
      case 'commandId':
        return randomUUID();
      case 'email':
        return 'lianxiren@example.cn';
      default:
        return null;
    }
  }

  /** A city's office enters what belongs to its counties. */
  private ownCounty(): string {
    if (this.division?.endsWith('00') === false) return this.division;
    return this.division === '350200' ? '350203' : this.random.pick(['350582', '350583'] as const);
  }

  private newUscc(): string {
    const body = `91${this.random.pick(['350582', '350583', '350203'] as const)}MA${String(++this.enterprises % 2_000).padStart(7, '0')}`;
    return body + (usccCheckCharacter(body) ?? '');
  }

  private keep(names: readonly string[], value: string): void {
    for (const name of names) {
      const values = this.shown.get(name) ?? [];
      values.push(value);
      if (values.length > KEPT_MAX) values.shift();
      this.shown.set(name, values);
    }
  }
}
