import pg from 'pg';

/** PostgreSQL's numbers for the types `date` and `timestamptz`. */
const DATE_TYPE = 1082;
const MOMENT_TYPE = 1184;

/** Reads days as `YYYY-MM-DD` and moments as ISO 8601, UTC: a day has no time and no zone, and pg would give it both. */
export const plainTypes = new pg.TypeOverrides();
plainTypes.setTypeParser(DATE_TYPE, asText);
plainTypes.setTypeParser(MOMENT_TYPE, asIso);

/** The same, but for moments, which stay as the database writes them: a Date would cut their microseconds off. */
export const exactTypes = new pg.TypeOverrides();
exactTypes.setTypeParser(DATE_TYPE, asText);
exactTypes.setTypeParser(MOMENT_TYPE, asText);

function asText(text: string): string {
  return text;
}

function asIso(text: string): string {
  return new Date(text).toISOString();
}
