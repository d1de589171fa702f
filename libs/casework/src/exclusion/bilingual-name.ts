import { z } from 'zod';

/** A name in both languages, as it was when the event was recorded. */
export const bilingualNameSchema = z.object({ zh: z.string(), en: z.string() });
