import type { GraphQLError } from 'graphql';
import { databaseFailure } from '../database/database-failure.js';
import { queryTimeout, requestError, serviceUnavailable, tablesNotBuilt } from './errors.js';

const SOMETHING_WRONG = requestError('INTERNAL_SERVER_ERROR', {
  zh: '系统出现异常，请稍后重试；若仍不行，请将时间和 requestId 告知管理员。',
  en: 'Something went wrong here. Try again; if it stays, tell your administrator the time and the requestId.',
});

/** What a client learns of an error that is none of ours: that the database is away or slow, or only that there was one. */
export function failureOf(cause: unknown): GraphQLError {
  switch (databaseFailure(cause)) {
    case 'timeout':
      return queryTimeout();
    case 'away':
    case 'busy':
    case 'full':
      return serviceUnavailable();
    case 'not built':
      return tablesNotBuilt();
    case null:
      return SOMETHING_WRONG;
  }
}
