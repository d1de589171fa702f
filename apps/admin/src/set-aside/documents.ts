import { z } from 'zod';
import { command } from '../api/command.js';
import { graphql } from '../api/document.js';
import { jsonObject } from '../api/shapes.js';

const readState = z.object({
  isComplete: z.boolean(),
  setAside: z.number(),
  secondsBehind: z.number(),
  build: z.object({ handled: z.number(), total: z.number() }).nullable(),
});
export type ReadState = z.infer<typeof readState>;

export const readStateDocument = graphql()(
  'query ReadState { readState { isComplete setAside secondsBehind build { handled total } } }',
  z.object({ readState }),
);

const setAsideRecord = z.object({
  stream: z.string(),
  position: z.string(),
  type: z.string(),
  error: z.string(),
  because: z.string().nullable(),
  since: z.string(),
  events: z.number(),
  schemaVersion: z.number(),
  occurredOn: z.string(),
  data: jsonObject,
});
export type SetAsideRecord = z.infer<typeof setAsideRecord>;

export const correctionStanding = z.enum(['OPEN', 'LAPSED', 'WAITING', 'IN_FORCE', 'REFUSED', 'WITHDRAWN']);

const correction = z.object({
  id: z.string(),
  position: z.string(),
  stream: z.string(),
  type: z.string(),
  standing: correctionStanding,
  reason: z.string(),
  proposedBy: z.string(),
  proposedOn: z.string(),
  opensUntil: z.string(),
  answeredBy: z.string().nullable(),
  refusedBecause: z.string().nullable(),
  occurredOn: z.string(),
  data: jsonObject,
  isMine: z.boolean(),
});
export type Correction = z.infer<typeof correction>;

const databaseWait = z.object({
  pid: z.number(),
  seconds: z.number(),
  on: z.string(),
  heldBy: z.array(
    z.object({
      pid: z.number(),
      role: z.string().nullable(),
      application: z.string().nullable(),
      openSeconds: z.number().nullable(),
    }),
  ),
});
export type DatabaseWait = z.infer<typeof databaseWait>;

export const setAsideDocument = graphql()(
  `query SetAside {
    setAsideRecords { stream position type error because since events schemaVersion occurredOn data }
    databaseWaits { pid seconds on heldBy { pid role application openSeconds } }
    corrections {
      id position stream type standing reason proposedBy proposedOn opensUntil answeredBy refusedBecause occurredOn data isMine
    }
  }`,
  z.object({
    setAsideRecords: z.array(setAsideRecord),
    databaseWaits: z.array(databaseWait),
    corrections: z.array(correction),
  }),
);

const toCorrection = { type: 'Correction', fields: 'id', value: z.object({ id: z.string() }) };

export interface CorrectionInput {
  position: string;
  schemaVersion: number;
  occurredOn: string;
  data: Record<string, unknown>;
  reason: string;
}

export const proposeCorrection = command<CorrectionInput>()('proposeCorrection', toCorrection);
export const agreeToCorrection = command<{ position: string; proposal: string }>()('agreeToCorrection', toCorrection);
export const withdrawCorrection = command<{ position: string; proposal: string }>()('withdrawCorrection', toCorrection);
export const refuseCorrection = command<{ position: string; proposal: string; reason: string }>()(
  'refuseCorrection',
  toCorrection,
);
