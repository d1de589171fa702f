import { QueryClient } from '@tanstack/react-query';
import { mayRetry } from './errors.js';

/** Queries under this key are snapshots: they stay as they are although the data behind them changes. */
export const snapshotKey = 'snapshot';

const triesMax = 3;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: (failures, error) => mayRetry(error) && failures < triesMax } },
  });
}
