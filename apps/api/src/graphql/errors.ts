import type { Bilingual } from '@duixian/policy';
import { GraphQLError } from 'graphql';
import type { Permission } from '../identity/permission.js';
import { permissionName } from '../identity/permission-words.js';

/** Codes of errors that are no refusal of a case: the request itself cannot be served. */
export type RequestErrorCode =
  | 'UNAUTHENTICATED'
  | 'API_KEY_REFUSED'
  | 'FORBIDDEN'
  | 'PASSWORD_EXPIRED'
  | 'SECOND_FACTOR_REQUIRED'
  | 'BAD_USER_INPUT'
  | 'BAD_REQUEST'
  | 'ONE_ATTEMPT_ONLY'
  | 'QUERY_TOO_LARGE'
  | 'ANSWER_TOO_LARGE'
  | 'TOO_MANY_REQUESTS'
  | 'TOO_BUSY'
  | 'QUERY_TIMEOUT'
  | 'SERVICE_UNAVAILABLE'
  | 'NO_IDENTITY_PROVIDER'
  | 'RECORD_UNREADABLE'
  | 'INTERNAL_SERVER_ERROR'
  | 'CLOCK_DIFFERS'
  | 'COMMAND_ID_REQUIRED'
  | 'TABLES_BEHIND'
  | 'AS_OF_AHEAD'
  | 'AS_OF_BEFORE'
  | OutcomeCode;

/** What a command came to that could not be answered as usual. */
export type OutcomeCode = 'RECORDED' | 'NOT_RECORDED' | 'UNKNOWN_YET';

/** After which it is worth while to try again what the database could not do. */
const RETRY_AFTER_S = 5;

/** An error of the request: a code, a sentence in both languages, and the field it is about. */
export function requestError(
  code: RequestErrorCode,
  says: Bilingual,
  field?: string,
  more: Readonly<Record<string, string | number>> = {},
): GraphQLError {
  return new GraphQLError(says.en, { extensions: { code, says, ...(field === undefined ? {} : { field }), ...more } });
}

/** @param aheadS seconds by which the clock of this process is ahead of the database's. */
export function clockDiffers(aheadS: number): GraphQLError {
  return requestError('CLOCK_DIFFERS', {
    zh: `服务器时钟与数据库相差 ${Math.abs(aheadS)} 秒，暂停办理，以免日期有误；请管理员校时后再提交。`,
    en: `The server's clock differs from the database's by ${Math.abs(aheadS)} s: nothing is done under a wrong day. Ask an administrator to set it, then send it again.`,
  });
}

/** A machine that is not answered has to be able to ask what became of its command. */
export function commandIdRequired(): GraphQLError {
  return requestError(
    'COMMAND_ID_REQUIRED',
    {
      zh: '以令牌（Authorization: Bearer）发出的办理请求必须带 commandId：请为每项操作生成一个 UUID，未收到答复时用同一 commandId 重发，只生效一次。',
      en: 'A mutation that is sent with a token (Authorization: Bearer) names its commandId: make a UUID for each, and send the same again when no answer comes. It takes effect once.',
    },
    'commandId',
  );
}

/** One record holds something that cannot be read; everything else goes on. `cause` is for the log. */
export function unreadableRecord(stream: string, cause: unknown): GraphQLError {
  const says = {
    zh: `记录“${stream}”中有无法读取的内容，更正之前不能办理或查看；其他事项不受影响，请告知管理员。`,
    en: `The record ${stream} holds something that cannot be read. Nothing is done on it until it is corrected; everything else goes on. Tell an administrator.`,
  };
  return new GraphQLError(says.en, {
    extensions: { code: 'RECORD_UNREADABLE', says, stream },
    ...(cause instanceof Error ? { originalError: cause } : {}),
  });
}

/** The read tables are being built in the shape of this version. */
export function tablesNotBuilt(): GraphQLError {
  return requestError('SERVICE_UNAVAILABLE', {
    zh: '系统正在按新版本重建查询数据，列表暂时无法显示，已记录的内容没有丢失；请几分钟后再试。',
    en: 'The lists are being built in the shape of this version. Nothing recorded is lost: try again in a few minutes.',
  });
}

/** A later version runs beside this one, and the read tables are its. */
export function laterVersionKeepsTables(): GraphQLError {
  return requestError('SERVICE_UNAVAILABLE', {
    zh: '查询数据由正在运行的更新版本维护，本版本不能重建；请在更新版本的地址上操作。',
    en: 'The lists are kept by a later version that runs beside this one: ask for it at the address of that version.',
  });
}

/** The list was to hold the log up to a position, and does not in time. */
export function tablesBehind(position: string): GraphQLError {
  const says = {
    zh: `列表尚未更新到第 ${position} 号事件，请稍后再试；不带 atLeast 可查看现有内容。`,
    en: `The list does not hold event ${position} yet: try again in a moment, or leave atLeast out to see what there is.`,
  };
  return requestError('TABLES_BEHIND', says, 'atLeast', { retryAfterS: RETRY_AFTER_S });
}

/** It is on record, and what shows it is not there yet. */
export function recordedNotShown(position: bigint): GraphQLError {
  return requestError('RECORDED', {
    zh: `已记录在案（第 ${position.toString()} 号事件），列表和详情稍后更新；请勿重新填报，稍后刷新查看。`,
    en: `It is on record (event ${position.toString()}); lists and pages will show it shortly. Do not enter it anew: look again in a moment.`,
  });
}

/** Nothing of it was recorded. */
export function notRecorded(): GraphQLError {
  const says = {
    zh: '本次操作未被记录，内容没有丢失；请稍后再次提交。',
    en: 'Nothing of this was recorded, and what you entered is still here: send it again in a moment.',
  };
  return requestError('NOT_RECORDED', says, undefined, { retryAfterS: RETRY_AFTER_S });
}

/** The connection broke while it was being recorded, and the log cannot be asked. */
export function unknownYet(commandId: string): GraphQLError {
  return requestError(
    'UNKNOWN_YET',
    {
      zh: '尚不能确定本次操作是否已记录。请稍后原样再次提交：即使已经记录，也只生效一次。',
      en: 'Whether this was recorded is not known yet. Send the same again in a moment: it takes effect once, even if it was.',
    },
    'commandId',
    { commandId, retryAfterS: RETRY_AFTER_S },
  );
}

export function unauthenticated(): GraphQLError {
  return requestError('UNAUTHENTICATED', {
    zh: '尚未登录或登录已过期，请重新登录。',
    en: 'You are not signed in, or your session has ended: sign in again.',
  });
}

/** @param why the key is not taken. */
export function apiKeyRefused({ zh, en }: Bilingual): GraphQLError {
  return requestError('API_KEY_REFUSED', {
    zh: `该API密钥${zh}，请向财政局管理员领取新的密钥。`,
    en: `This API key ${en}: ask the administrator of the finance bureau for another one.`,
  });
}

/** What a key may not have of a query. */
export function outsideKey(field: string, says: Bilingual): GraphQLError {
  return requestError('FORBIDDEN', says, field);
}

export function forbidden(permission: Permission): GraphQLError {
  const { zh, en } = permissionName(permission);
  return requestError('FORBIDDEN', {
    zh: `您的岗位没有${zh}的权限，如有需要请联系管理员。`,
    en: `Your roles do not include the permission ${en}: ask an administrator if you need it.`,
  });
}

/** The sender has spent what he may spend in a minute. @param retryAfterS seconds until this request can be served. */
export function tooManyRequests(retryAfterS: number): GraphQLError {
  const says = {
    zh: `请求过于频繁，请 ${retryAfterS} 秒后再试。`,
    en: `Too much was asked for within a minute: try again in ${retryAfterS} s.`,
  };
  return requestError('TOO_MANY_REQUESTS', says, undefined, { retryAfterS });
}

/** A statement of the request took longer than it may. */
export function queryTimeout(): GraphQLError {
  return requestError('QUERY_TIMEOUT', {
    zh: '查询用时过长，已中止；请缩小筛选范围后再试。',
    en: 'The query took too long and was stopped: narrow it down and try again.',
  });
}

/** The database is away, or too much waits for it. */
export function serviceUnavailable(): GraphQLError {
  const says = {
    zh: '数据库暂时无法使用，请稍后原样重试；同一 commandId 只生效一次。',
    en: 'The database cannot be used at the moment: send the same again shortly; with the same commandId it takes effect once.',
  };
  return requestError('SERVICE_UNAVAILABLE', says, undefined, { retryAfterS: RETRY_AFTER_S });
}

export function passwordExpired(): GraphQLError {
  return requestError('PASSWORD_EXPIRED', {
    zh: '密码由他人设置，请先修改密码，再办理其他事项。',
    en: 'Your password was set by somebody else: change it before you do anything else.',
  });
}

export function secondFactorRequired(): GraphQLError {
  return requestError('SECOND_FACTOR_REQUIRED', {
    zh: '您的岗位须使用动态口令，请先登记。',
    en: 'Your role signs in with a second factor: enrol one before you do anything else.',
  });
}

/** Too many passwords wait to be looked at. */
export function tooBusy(): GraphQLError {
  const says = {
    zh: '同时登录的人太多，请几秒后重试。',
    en: 'Too many people are signing in at this moment: try again in a few seconds.',
  };
  return requestError('TOO_BUSY', says, undefined, { retryAfterS: RETRY_AFTER_S });
}

export function badInput(field: string, says: Bilingual): GraphQLError {
  return requestError('BAD_USER_INPUT', says, field);
}

export function commandMismatch(): GraphQLError {
  return badInput('commandId', {
    zh: '该 commandId 已用于另一请求，请为新的请求换一个 commandId。',
    en: 'This commandId was used for another request: give a new request an id of its own.',
  });
}
