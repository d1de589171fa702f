import { z } from 'zod';
import type { Bilingual } from '../api/fragments.js';

/** Bytes of one part: small enough for a slow line to bring it in time. */
const partBytes = 2 * 1024 * 1024;
/** How often, and after how long, a broken line is tried again before somebody has to say so. */
const triesMax = 6;
const waitMs = 2_000;

const uploadSchema = z.object({ id: z.string(), received: z.number(), sha256: z.string().nullable() });
type Upload = z.infer<typeof uploadSchema>;
const refusalSchema = z.object({
  errors: z
    .array(z.object({ extensions: z.object({ code: z.string(), says: z.object({ zh: z.string(), en: z.string() }) }) }))
    .min(1),
});

/** Why the server does not take a file. */
export class FileRefused extends Error {
  constructor(
    readonly code: string,
    readonly says: Bilingual,
  ) {
    super(says.en);
    this.name = 'FileRefused';
  }
}

/** What is told of a file on its way: how much has come, that the line is broken, or that it is looked at. */
export type Progress = { at: 'sending'; received: number } | { at: 'waiting' } | { at: 'checking' };

interface Sending {
  claim: string;
  file: File;
  /** Of an upload that was begun before; null begins one. */
  upload: string | null;
  onBegun: (upload: string) => void;
  onProgress: (progress: Progress) => void;
  signal: AbortSignal;
}

/**
 * Sends a file in parts, and goes on where it was when the line broke.
 *
 * @returns the upload, finished.
 * @throws FileRefused, or TypeError when the server cannot be reached for long.
 */
export async function sendFile({ claim, file, upload, onBegun, onProgress, signal }: Sending): Promise<string> {
  const patiently = async (work: () => Promise<Upload>): Promise<Upload> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof TypeError) || tries === triesMax) throw error;
        onProgress({ at: 'waiting' });
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  };
  const announced = JSON.stringify({ claim, name: file.name, size: file.size });
  let state = await patiently(() =>
    upload === null ? ask('POST', '', announced, signal) : ask('GET', `/${upload}`, null, signal),
  );
  const { id } = state;
  onBegun(id);
  while (state.received < file.size) {
    const { received } = state;
    onProgress({ at: 'sending', received });
    const part = file.slice(received, received + partBytes);
    state = await patiently(async () => {
      try {
        return await ask('PUT', `/${id}?offset=${String(received)}`, part, signal);
      } catch (error) {
        // What came before the line broke is there: the next part begins behind it.
        if (error instanceof FileRefused && error.code === 'UPLOAD_OFFSET') return ask('GET', `/${id}`, null, signal);
        throw error;
      }
    });
  }
  onProgress({ at: 'checking' });
  await patiently(() => ask('POST', `/${id}/finish`, '{}', signal));
  return id;
}

/** Forgets what was sent of a file. */
export async function cancelUpload(id: string): Promise<void> {
  await fetch(`/files/uploads/${id}`, { method: 'DELETE', credentials: 'same-origin' });
}

async function ask(method: string, path: string, body: string | Blob | null, signal: AbortSignal): Promise<Upload> {
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
  const response = await fetch(`/files/uploads${path}`, {
    method,
    credentials: 'same-origin',
    signal,
    ...(body === null ? {} : { body, headers: { 'content-type': type } }),
  });
  const answer: unknown = await response.json().catch(() => null);
  const found = uploadSchema.safeParse(answer);
  if (response.ok && found.success) return found.data;
  const refusal = refusalSchema.safeParse(answer);
  const said = refusal.success ? refusal.data.errors[0]?.extensions : undefined;
  if (said !== undefined) throw new FileRefused(said.code, said.says);
  // A proxy or a server that is starting: as if nobody had answered.
  throw new TypeError(`HTTP ${String(response.status)}`);
}
