import { ANY_VERSION, type AppendCommand, type StreamAppend } from './command.js';
import { EventStoreError } from './errors.js';

const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Refuses a command that could not be recorded, before it joins a group.
 *
 * @throws EventStoreError `INVALID_COMMAND`, naming the field.
 */
export function checkCommand(command: AppendCommand): void {
  demand(command.tenant !== '', 'tenant', 'Name the tenant.');
  demand(command.commandId !== '', 'commandId', 'Give the command an id, so that it takes effect once.');
  demand(command.streams.length > 0, 'streams', 'Append to at least one stream.');
  demandOnce(
    command.streams.map((append) => append.stream),
    'streams',
  );
  demandOnce(
    [...command.streams, ...(command.seen ?? [])].map(({ stream }) => stream),
    'seen',
  );
  demandOnce(
    command.guards.map((change) => change.account),
    'guards',
  );
  for (const append of command.streams) checkAppend(append);
  for (const { stream, version } of command.seen ?? []) {
    const stated = Number.isInteger(version) && version >= 0;
    demand(stated, 'seen', `State the version of ${stream} that the decision saw: 0 where there was none.`);
  }
}

function checkAppend({ stream, expectedVersion, events }: StreamAppend): void {
  demand(
    Number.isInteger(expectedVersion) && expectedVersion >= ANY_VERSION,
    'expectedVersion',
    `State the version of ${stream} that the decision saw: 0 for a new stream, ${ANY_VERSION} for any.`,
  );
  demand(events.length > 0, 'events', `Give at least one event for ${stream}, or leave the stream out.`);
  for (const event of events) {
    demand(
      Number.isInteger(event.schemaVersion) && event.schemaVersion > 0,
      'schemaVersion',
      `Number the schema of ${event.type} from 1.`,
    );
    demand(PLAIN_DATE.test(event.occurredOn), 'occurredOn', `Write the date of ${event.type} as YYYY-MM-DD.`);
  }
}

function demandOnce(names: readonly string[], field: string): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  demand(twice === undefined, field, `Merge what concerns ${twice ?? ''} into one entry: a command names it once.`);
}

function demand(holds: boolean, field: string, message: string): void {
  if (!holds) throw new EventStoreError('INVALID_COMMAND', message, field);
}
