/** Whether an error is one of the operating system's of this name, such as `ENOENT`. */
export function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
