import { z } from 'zod';
import { divisionSchema, eventSchema } from '../common/event-schema.js';
import { plainDateSchema } from '../common/plain-date.js';
import { agreedSchema, proposedSchema, refusedSchema, withdrawnSchema } from '../common/proposal.js';
import { usccSchema } from '../common/uscc.js';

/** One line of a list: who was recognised, and what as. */
export const listedSchema = z.object({
  /** Its place in the list, from 1; lines that were added later go on counting. */
  no: z.int().min(1),
  /** As the list has it. */
  name: z.string(),
  /** Perhaps of an enterprise that is not registered here yet. */
  uscc: usccSchema,
  /** What is recognised: the title of the scene, product or project (认定事项). */
  subject: z.string(),
  level: z.string().nullable(),
  batch: z.string().nullable(),
  /** Number of the certificate that goes with it. */
  certificate: z.string().nullable(),
});
export type ListedEntry = z.infer<typeof listedSchema>;

/** The document by which an authority publishes a list of recognitions (认定名单). */
export const listHeadSchema = z.object({
  /** Number of the document (文号), by which the list goes. */
  list: z.string(),
  title: z.string(),
  /** Who recognised: 福建省工业和信息化厅. */
  authority: z.string(),
  issuedOn: plainDateSchema,
  validFrom: plainDateSchema,
  /** Last day; null where the document sets none. */
  validUntil: plainDateSchema.nullable(),
  /** Whose department keeps it here. */
  division: divisionSchema,
  department: z.string(),
});
export type ListHead = z.infer<typeof listHeadSchema>;

const ofListSchema = z.object({ list: z.string() });

export const recognitionEventSchema = z.discriminatedUnion('type', [
  eventSchema(
    'RecognitionListProposed',
    proposedSchema.extend({
      ...listHeadSchema.shape,
      /** The file that was imported: its name, and the SHA-256 of its bytes. */
      file: z.object({ name: z.string(), sha256: z.string() }),
      /** Lines of the file that were not taken. */
      refused: z.int().min(0),
      entries: z.array(listedSchema).min(1),
    }),
  ),
  eventSchema(
    'RecognitionRevocationProposed',
    proposedSchema.extend({
      ...ofListSchema.shape,
      /** Lines that are revoked, by their place; all that stand were meant where it says so. */
      entries: z.array(z.int().min(1)).min(1),
      whole: z.boolean(),
      /** Matters from this day on do not count any more. */
      from: plainDateSchema,
      reason: z.string(),
    }),
  ),
  eventSchema('RecognitionAgreed', agreedSchema.extend(ofListSchema.shape)),
  eventSchema('RecognitionRefused', refusedSchema.extend(ofListSchema.shape)),
  eventSchema('RecognitionWithdrawn', withdrawnSchema.extend(ofListSchema.shape)),
]);

/** What happens to a list of recognitions, in the stream `recognition-<number of its document>`. */
export type RecognitionEvent = z.infer<typeof recognitionEventSchema>;
