import { bilingualSchema } from '@duixian/policy';
import { z } from 'zod';
import { eventSchema } from '../common/event-schema.js';
import { evidenceRefSchema } from '../evidence/evidence-ref.js';
import { readInvoiceSchema } from './read-invoice.js';

/** What files are taken, as their content says, and not their names. XML is that of a fully digital invoice (数电票). */
export const FILE_TYPES = ['pdf', 'ofd', 'jpeg', 'png', 'xml', 'xlsx', 'csv', 'zip'] as const;
export type FileType = (typeof FILE_TYPES)[number];

export const SCAN_OUTCOMES = ['clean', 'infected'] as const;
export type ScanOutcome = (typeof SCAN_OUTCOMES)[number];

export const fileEventSchema = z.discriminatedUnion('type', [
  // 上传材料: the content stands in the store under its hash.
  eventSchema(
    'FileAttached',
    z.object({
      claim: z.string(),
      file: z.string(),
      name: z.string(),
      // Lower-case hex.
      sha256: z.string().regex(/^[\da-f]{64}$/u),
      bytes: z.number().int().positive(),
      fileType: z.enum(FILE_TYPES),
      // Papers of the claim that it shows; none for a picture of a site, minutes and the like.
      proves: z.array(evidenceRefSchema),
      // The file in whose place it stands, and why; both or neither.
      supersedes: z.string().nullable(),
      reason: z.string().nullable(),
      // What was read of the fully digital invoices in it.
      invoices: z.array(readInvoiceSchema).default([]),
    }),
  ),
  // 撤下: attached by mistake. It stays on record, and auditors read it.
  eventSchema('FileWithdrawn', z.object({ claim: z.string(), file: z.string(), reason: z.string() })),
  // What a scanner for viruses found in it.
  eventSchema(
    'FileScanned',
    z.object({
      claim: z.string(),
      file: z.string(),
      outcome: z.enum(SCAN_OUTCOMES),
      // The name that the scanner has for it.
      finding: z.string().nullable(),
    }),
  ),
  // 核对: an official found a stated fact in it.
  eventSchema(
    'FactChecked',
    z.object({
      claim: z.string(),
      check: z.string(),
      // Its name, as the clause has it, what people call it, and the value that was stated.
      fact: z.string(),
      label: bilingualSchema,
      stated: z.string(),
      file: z.string(),
      page: z.number().int().positive().nullable(),
    }),
  ),
  // 撤销核对: by whoever checked it.
  eventSchema('FactCheckWithdrawn', z.object({ claim: z.string(), check: z.string(), file: z.string() })),
]);

/** The files of a claim, in the stream `files-<claim>`: no step on it, and nothing that a step asks for. */
export type FileEvent = z.infer<typeof fileEventSchema>;
