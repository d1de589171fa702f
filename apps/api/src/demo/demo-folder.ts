import { fileURLToPath } from 'node:url';

/** The repository's `infra/demo`: four folders up from this module, whether it runs from src or dist. */
export const DEMO_FOLDER = fileURLToPath(new URL('../../../../infra/demo', import.meta.url));
