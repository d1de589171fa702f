import { parseClaimId, parseFileName } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import { badInput } from '../../graphql/errors.js';
import { uploadError } from './upload-error.js';

/** What is announced of a file before its parts come. */
export interface AnnouncedFile {
  readonly claim: string;
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hex; null where the sender does not say. */
  readonly sha256: string | null;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;
const SHA256 = /^[\da-f]{64}$/iu;

/** @throws GraphQLError that names the field. */
export function parseAnnouncement(body: unknown, bytesMax: number): AnnouncedFile {
  const given = fieldsOf(body);
  const claim = textOf('claim', given.claim);
  if (parseClaimId(claim) === null) throw badInput('claim', NO_CLAIM);
  const name = parseFileName(textOf('name', given.name));
  if (!name.ok) throw badInput('name', name.problem);
  return { claim, name: name.value, bytes: sizeOf(given.size, bytesMax), sha256: hashOf(given.sha256) };
}

/** Id of an upload, as it stands in an address; null for anything else. */
export function parseUploadId(text: string): string | null {
  return UUID.test(text) ? text : null;
}

/** @throws GraphQLError */
export function parseOffset(text: unknown): number {
  if (typeof text === 'string' && /^\d{1,12}$/u.test(text)) return Number(text);
  throw badInput('offset', {
    zh: '请在地址中写明这一部分从第几个字节开始，如 ?offset=0。',
    en: 'Say in the address at which byte the part begins, such as ?offset=0.',
  });
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badInput('body', NO_OBJECT);
  const unknown = Object.keys(body).find((key) => !FIELDS.includes(key));
  if (unknown !== undefined) throw badInput('body', NO_OBJECT);
  return { ...body };
}

const FIELDS = ['claim', 'name', 'size', 'sha256'];
const NO_OBJECT = {
  zh: '请求正文应为 JSON 对象，含 claim、name、size，可含 sha256。',
  en: 'The body is a JSON object with claim, name and size, and sha256 if you know it.',
};
const NO_CLAIM = {
  zh: '没有这个申报编号，请核对后再试。',
  en: 'There is no claim with this number: check it and try again.',
};

function textOf(field: string, value: unknown): string {
  if (typeof value === 'string') return value;
  const says: Bilingual = { zh: `${field}应为一段文本。`, en: `${field} has to be a text.` };
  throw badInput(field, says);
}

function sizeOf(value: unknown, bytesMax: number): number {
  if (value === 0) {
    throw badInput('size', { zh: '文件是空的，请重新选择。', en: 'The file is empty: choose it again.' });
  }
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw badInput('size', { zh: 'size应为文件的字节数。', en: 'size has to be the bytes of the file.' });
  }
  if (value <= bytesMax) return value;
  const mib = bytesMax / 1024 / 1024;
  throw uploadError('TOO_LARGE', 'size', {
    zh: `文件最大${mib} MiB，请压缩图片或拆分后上传。`,
    en: `A file has ${mib} MiB at most: make its pictures smaller, or split it.`,
  });
}

function hashOf(value: unknown): string | null {
  if (value == null) return null;
  if (typeof value === 'string' && SHA256.test(value)) return value.toLowerCase();
  throw badInput('sha256', {
    zh: 'sha256应为64位十六进制数；不知道时不写。',
    en: 'sha256 has to be 64 hexadecimal digits: leave it out if you do not know it.',
  });
}
