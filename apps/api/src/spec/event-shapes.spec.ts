import { appendFileSync } from 'node:fs';
import { EVENT_COLUMNS, toRecordedEvent } from '@duixian/event-store';
import { domainEventSchema, parseEvent } from '@duixian/treasury';
import type pg from 'pg';
import { UPCASTERS } from '../log/upcasters.js';
import { Release, type WrittenEvent } from './release.spec.js';

/** A type of event, and how manieth shape of its data: `PaymentReturned 2`. */
export type Shape = string;

/** As zod describes an event of one shape, and a union of them. */
interface OneShape {
  readonly shape: { readonly type: { readonly value: string }; readonly schemaVersion: { readonly value: number } };
}
interface Union {
  readonly options: readonly (OneShape | Union)[];
}

/** Every shape in which this version records. */
export function shapesOfThisVersion(): Shape[] {
  return shapesIn(domainEventSchema).sort();
}

function shapesIn(schema: OneShape | Union): Shape[] {
  if ('options' in schema) return schema.options.flatMap(shapesIn);
  return [`${schema.shape.type.value} ${schema.shape.schemaVersion.value}`];
}

export function shapeOf({ type, schema_version }: WrittenEvent): Shape {
  return `${type} ${schema_version}`;
}

/** Adds an event of each shape that no release has written yet to those of the next one. */
export async function collectShapes(pool: pg.Pool): Promise<void> {
  const known = new Set(Release.all().flatMap((release) => release.events().map(shapeOf)));
  const { rows } = await pool.query<WrittenEvent>(
    `select e.tenant, ${EVENT_COLUMNS} from es.event e order by e.tenant, e.position`,
  );
  for (const row of rows) {
    const { correction, ...written } = row;
    if (correction !== null || known.has(shapeOf(row)) || !isReadable(row)) continue;
    known.add(shapeOf(row));
    appendFileSync(Release.next().eventsFile, `${JSON.stringify(written)}\n`);
  }
}

/** Some specs record on purpose what nobody can read. */
function isReadable(row: WrittenEvent): boolean {
  try {
    parseEvent(toRecordedEvent(row.tenant, row, UPCASTERS));
    return true;
  } catch {
    return false;
  }
}
