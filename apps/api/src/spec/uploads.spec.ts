import { createHash } from 'node:crypto';
import type { Official } from './api.spec.js';

/** What an answer about an upload holds, or why there is none. */
export interface UploadAnswer {
  readonly status: number;
  readonly id: string;
  readonly received: number;
  readonly sha256: string | null;
  readonly type: string | null;
  readonly code: string;
  readonly field: string;
  readonly says: { readonly zh: string; readonly en: string };
}

/** A PDF of one page, different for each text. */
export function pdfOf(text: string, bytes = 0): Buffer {
  const page = `%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n% ${text}\n${'%'.repeat(bytes)}\ntrailer<</Root 1 0 R>>\n%%EOF\n`;
  return Buffer.from(page);
}

export function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Sends files as a machine does. */
export class Uploader {
  /** @param origin of the server, without a path. */
  constructor(private readonly origin: string) {}

  begin(by: Official | null, file: object): Promise<UploadAnswer> {
    return this.ask(by, 'POST', '', JSON.stringify(file));
  }

  part(by: Official | null, upload: string, offset: number | string, content: Buffer): Promise<UploadAnswer> {
    return this.ask(by, 'PUT', `/${upload}?offset=${offset}`, content);
  }

  state(by: Official | null, upload: string): Promise<UploadAnswer> {
    return this.ask(by, 'GET', `/${upload}`);
  }

  finish(by: Official | null, upload: string): Promise<UploadAnswer> {
    return this.ask(by, 'POST', `/${upload}/finish`, '{}');
  }

  cancel(by: Official | null, upload: string): Promise<UploadAnswer> {
    return this.ask(by, 'DELETE', `/${upload}`);
  }

  /** Announced, sent in one part, and finished. */
  async whole(by: Official, claim: string, name: string, content: Buffer): Promise<UploadAnswer> {
    const begun = await this.begin(by, { claim, name, size: content.length });
    if (begun.status !== 201) return begun;
    await this.part(by, begun.id, 0, content);
    return this.finish(by, begun.id);
  }

  private async ask(by: Official | null, method: string, path: string, body?: string | Buffer): Promise<UploadAnswer> {
    const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
    const headers = {
      ...(by && { authorization: `Bearer ${by.token}` }),
      ...(body !== undefined && { 'content-type': type }),
    };
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) };
    const response = await fetch(`${this.origin}/files/uploads${path}`, { method, headers, ...sent });
    const text = await response.text();
    const answer = (text === '' ? {} : JSON.parse(text)) as {
      readonly errors?: readonly { readonly extensions: object }[];
    };
    return { status: response.status, ...answer, ...answer.errors?.[0]?.extensions } as UploadAnswer;
  }
}
