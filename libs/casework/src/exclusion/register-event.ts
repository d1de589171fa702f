import { z } from 'zod';
import { eventSchema } from '../common/event-schema.js';
import { plainDateSchema } from '../common/plain-date.js';
import { agreedSchema, proposedSchema, refusedSchema, withdrawnSchema } from '../common/proposal.js';

const ofRegisterSchema = z.object({
  /** Id of the register, as the city's file has it: `dishonest`. */
  register: z.string(),
});

/** From where an edition of a register comes. */
export const editionSourceSchema = z.object({
  title: z.string(),
  /** Who published it: 福州市中级人民法院. */
  authority: z.string(),
  /** Number of its document, or the address of the page; one of the two at least. */
  document: z.string().nullable(),
  url: z.string().nullable(),
  /** The day as of which it was published. */
  publishedOn: plainDateSchema,
  /** Last day on which its rows hold; null until another edition takes its place. */
  validUntil: plainDateSchema.nullable(),
});
export type EditionSource = z.infer<typeof editionSourceSchema>;

export const registerEventSchema = z.discriminatedUnion('type', [
  // The import begins; its rows come in parts, into the stream of the edition and those of the enterprises.
  eventSchema(
    'RegisterEditionOpened',
    ofRegisterSchema.extend({
      /** The edition, by which its proposal goes as well. */
      proposal: z.string(),
      /** Counts what was imported for the register, from 1. */
      no: z.int().min(1),
      ...editionSourceSchema.shape,
      file: z.object({ name: z.string(), sha256: z.string() }),
    }),
  ),
  // All rows are read: nothing is added any more.
  eventSchema(
    'RegisterEditionProposed',
    proposedSchema.extend({
      ...ofRegisterSchema.shape,
      /** Rows that were taken, and lines of the file that were not. */
      rows: z.int().min(1),
      refused: z.int().min(0),
      parts: z.int().min(1),
    }),
  ),
  // It takes the place of the edition before: who is not on it is no longer listed.
  eventSchema('RegisterEditionAgreed', agreedSchema.extend(ofRegisterSchema.shape)),
  eventSchema('RegisterEditionRefused', refusedSchema.extend(ofRegisterSchema.shape)),
  eventSchema('RegisterEditionWithdrawn', withdrawnSchema.extend(ofRegisterSchema.shape)),
]);

/** What happens to the editions of a register, in the stream `register-<id>`. */
export type RegisterEvent = z.infer<typeof registerEventSchema>;

export const editionEventSchema = z.discriminatedUnion('type', [
  eventSchema(
    'RegisterRowsRead',
    ofRegisterSchema.extend({
      proposal: z.string(),
      /** From 1, each once and in order. */
      part: z.int().min(1),
      /** Lines of the part that were taken, and those that were not. */
      rows: z.int().min(0),
      refused: z.int().min(0),
      /** SHA-256 of the part's bytes. */
      sha256: z.string(),
    }),
  ),
]);

/** Which parts of an edition are read, in the stream `edition-<its id>`. */
export type EditionEvent = z.infer<typeof editionEventSchema>;
