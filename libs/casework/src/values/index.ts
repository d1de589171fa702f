export * from './parse-amount.js';
export * from './parse-day.js';
export * from './parse-file-name.js';
export * from './parse-file.js';
export * from './parse-identifiers.js';
export * from './parse-json.js';
export * from './parse-moment.js';
export type { Parsed } from './parsed.js';
export * from './parse-text.js';
