import { fileURLToPath } from 'node:url';

/** How far this file lies below the workspace: one folder deeper once it is compiled. */
const UP = import.meta.url.includes('/test/dist/') ? '../../../../' : '../../../';

/** Folder of the workspace, with a slash at its end. */
export const root: string = fileURLToPath(new URL(UP, import.meta.url));
