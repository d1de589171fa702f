import { unreadable, type Parsed } from '../values/parsed.js';
import { parseNewUscc, parseRecordedUscc, type Uscc } from './uscc.js';

/** Codes of lines that would not be taken as new ones, as their check characters do not fit: of enterprises on record they are. */
export function doubtfulCodes(lines: readonly { readonly uscc: string }[]): Uscc[] {
  const codes = lines.flatMap(({ uscc }) => {
    const code = parseRecordedUscc(uscc);
    return code.ok && !parseNewUscc(uscc).ok ? [code.uscc] : [];
  });
  return [...new Set(codes)];
}

/** @param onRecord those of the {@link doubtfulCodes} that are registered here. */
export function parseCodeCell(text: string, onRecord: ReadonlySet<string>): Parsed<Uscc> {
  const recorded = parseRecordedUscc(text);
  const parsed = recorded.ok && onRecord.has(recorded.uscc) ? recorded : parseNewUscc(text);
  return parsed.ok ? { ok: true, value: parsed.uscc } : { ok: false, problem: parsed.problem };
}

export function requiredCell<Text extends string>(parsed: Parsed<Text>): Parsed<Text> {
  return parsed.ok && parsed.value === '' ? unreadable('请填写此项。', 'Fill this in.') : parsed;
}

/** An empty cell says nothing. */
export function cellOrNull(text: string): string | null {
  return text === '' ? null : text;
}
