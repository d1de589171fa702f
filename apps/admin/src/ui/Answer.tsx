import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState.js';
import { LoadingLines } from './Loading.js';

interface AnswerProps<Data> {
  query: UseQueryResult<Data>;
  /** Stands in for the answer while it is on its way. */
  loading?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** A query's answer, or why there is none and what to do about it. */
export function Answer<Data>({ query, loading = <LoadingLines lines={6} />, children }: AnswerProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return loading;
}
