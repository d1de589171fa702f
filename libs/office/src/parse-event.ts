import { eventParser } from '@duixian/casework';
import { officialEventSchema } from './official-event.js';

/** The edge where stored JSON becomes types. It throws EventFormatError. */
export const parseOfficialEvent = eventParser(officialEventSchema);
