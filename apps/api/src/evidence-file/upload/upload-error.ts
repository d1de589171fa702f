import type { Refusal } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import { GraphQLError } from 'graphql';

/** Codes of refusals of requests about files, beside those of casework. */
export type UploadErrorCode =
  | 'NOT_FOUND'
  | 'INVALID_FILE'
  | 'TOO_LARGE'
  | 'UPLOAD_OFFSET'
  | 'UPLOAD_NOT_WHOLE'
  | 'TOO_MANY_UPLOADS'
  | 'NO_ROOM'
  | 'INFECTED'
  | 'NOT_SCANNED'
  | 'WITHDRAWN'
  | 'FILE_MISSING';

/** A request about files that is refused: told as one of GraphQL is, with the field and a sentence in both languages. */
export function uploadError(
  code: UploadErrorCode,
  field: string,
  says: Bilingual,
  more: Readonly<Record<string, number>> = {},
): GraphQLError {
  return new GraphQLError(says.en, { extensions: { code, says, field, ...more } });
}

/** What a decision on a claim refuses, told the same way. */
export function refusedUpload({ code, message: says, field }: Refusal): GraphQLError {
  return new GraphQLError(says.en, { extensions: { code, says, ...(field === null ? {} : { field }) } });
}

export function fileMissing(): GraphQLError {
  return uploadError('FILE_MISSING', 'file', {
    zh: '存储中没有此文件，或与记录不符；请告知管理员用 duixian verify 核对，并从备份恢复。',
    en: 'The store does not hold this file as it was recorded. Tell an administrator: `duixian verify` says more, and a backup brings it back.',
  });
}

export function noSuchUpload(): GraphQLError {
  return uploadError('NOT_FOUND', 'upload', {
    zh: '没有这次上传，或已过期；请重新开始上传。',
    en: 'There is no such upload, or it has expired: begin it anew.',
  });
}

/** Somebody else wrote there, or a part was lost: the sender goes on from where it is. */
export function wrongOffset(received: number): GraphQLError {
  const says = {
    zh: `已收到${received}字节，请从这里继续上传。`,
    en: `${received} bytes have come so far: go on from there.`,
  };
  return uploadError('UPLOAD_OFFSET', 'offset', says, { received });
}
