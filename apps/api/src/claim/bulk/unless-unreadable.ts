import { refusal, type PlainRefusal } from '@duixian/casework';
import { bilingualSchema, type Bilingual } from '@duixian/policy';
import { GraphQLError } from 'graphql';

/**
 * What became of one claim of a set. One that rests on a record that nobody can read is refused by itself, with the sentence that
 * says so, and the others of its part are done: the same part sent again would come no further.
 */
export async function unlessUnreadable<Found>(one: Promise<Found>): Promise<Found | { refusal: PlainRefusal }> {
  try {
    return await one;
  } catch (error) {
    const says = unreadable(error);
    if (says === null) throw error;
    return { refusal: refusal('NOT_YOUR_TURN', says) };
  }
}

function unreadable(error: unknown): Bilingual | null {
  if (!(error instanceof GraphQLError) || error.extensions.code !== 'RECORD_UNREADABLE') return null;
  return bilingualSchema.safeParse(error.extensions.says).data ?? null;
}
