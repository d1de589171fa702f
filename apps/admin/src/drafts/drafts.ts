import { z } from 'zod';

const PREFIX = 'duixian-draft';
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

const draftSchema = z.object({
  /** Instant in ISO 8601. */
  writtenAt: z.string(),
  /** What it is about, for people: an enterprise and a clause. Empty where its form says so itself. */
  about: z.string(),
  values: z.record(z.string(), z.unknown()),
});
/** What was typed into a form and not sent. */
export type Draft = z.infer<typeof draftSchema>;

/**
 * What one official typed in this browser and has not sent, by form. A draft leaves with the command that it was for,
 * when he says so, when he signs out, and after thirty days. Nobody else's are read.
 */
export class Drafts {
  constructor(
    private readonly storage: Storage,
    private readonly user: string,
  ) {}

  read(form: string): Draft | null {
    return draftIn(this.storage.getItem(this.keyOf(form)));
  }

  /** Keeps it in place of the one before. Where the browser keeps nothing, the form works as it would without. */
  write(form: string, draft: Draft): void {
    try {
      this.storage.setItem(this.keyOf(form), JSON.stringify(draft));
    } catch {
      // Its storage is full, or shut off.
    }
  }

  discard(form: string): void {
    this.storage.removeItem(this.keyOf(form));
  }

  /** Those of the forms whose names begin so, the latest first. */
  beginningWith(form: string): { form: string; draft: Draft }[] {
    const own = this.keyOf('');
    return keysIn(this.storage, this.keyOf(form))
      .flatMap((key) => {
        const draft = draftIn(this.storage.getItem(key));
        return draft === null ? [] : [{ form: key.slice(own.length), draft }];
      })
      .sort((one, other) => other.draft.writtenAt.localeCompare(one.draft.writtenAt));
  }

  /** He signs out: whoever sits here next finds nothing. */
  forgetAll(): void {
    for (const key of keysIn(this.storage, this.keyOf(''))) this.storage.removeItem(key);
  }

  private keyOf(form: string): string {
    return `${PREFIX}/${this.user}/${form}`;
  }
}

/** Removes what nobody came back to, whosever it is. */
export function forgetOldDrafts(storage: Storage, now: Date): void {
  const oldest = new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString();
  for (const key of keysIn(storage, `${PREFIX}/`)) {
    const draft = draftIn(storage.getItem(key));
    if (draft === null || draft.writtenAt < oldest) storage.removeItem(key);
  }
}

function keysIn(storage: Storage, beginning: string): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
    key.startsWith(beginning),
  );
}

function draftIn(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    return draftSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
