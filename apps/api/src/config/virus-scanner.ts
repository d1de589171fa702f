import { isAbsolute } from 'node:path';
import { z } from 'zod';

/** Where clamd listens: on this machine by its socket, or by TCP. */
export type ScannerAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/** `tcp://clamav:3310` or `unix:/run/clamav/clamd.ctl`. */
export const scannerAddress = z.string().transform((text, context): ScannerAddress => {
  const address = addressOf(text);
  if (address !== null) return address;
  context.addIssue(
    '请写clamd的地址，如 tcp://127.0.0.1:3310 或 unix:/run/clamav/clamd.ctl。 Write where clamd listens, such as ' +
      'tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl.',
  );
  return z.NEVER;
});

function addressOf(text: string): ScannerAddress | null {
  const [, path] = /^unix:(?:\/\/)?(\/.+)$/u.exec(text) ?? [];
  if (path !== undefined) return isAbsolute(path) ? { path } : null;
  // The host of a URL that is none of the web's is kept as it is written.
  const [, host = '', port = ''] = /^tcp:\/\/(\[[\da-f:.]+\]|[\w.-]+):(\d{1,5})$/iu.exec(text) ?? [];
  if (host === '' || Number(port) < 1 || Number(port) > 65_535) return null;
  return { host: host.replace(/^\[|\]$/gu, ''), port: Number(port) };
}
