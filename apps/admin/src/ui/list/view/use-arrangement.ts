import { useEffect } from 'react';
import { useStore } from 'react-admin';
import { useLocation, useNavigate } from 'react-router';
import { z } from 'zod';
import { useUser } from '../../../auth/use-user.js';
import { type Arrangement, arrangementIn, density, shownOf, storedOf, withoutArrangement } from './arrangement.js';

export interface ArrangedList {
  arrangement: Arrangement;
  /** Where react-admin's table keeps it. */
  storeKey: string;
  /** Whether somebody chose it; otherwise columns leave where the screen is narrow. */
  isChosen: boolean;
  arrange: (arrangement: Arrangement) => void;
  reset: () => void;
  /** Whether it is that of a link that was opened; one's own waits until one goes back to it. */
  isFromLink: boolean;
  useOwn: () => void;
}

const stored = {
  hidden: z.array(z.string()).catch([]),
  ranks: z.array(z.number()).catch([]),
};

/**
 * How a list's table is laid out: as its reader chose it, kept in the browser for him alone, or as a link says that he opened.
 *
 * @param columns all columns, as the table has them.
 */
export function useArrangement(resource: string, columns: readonly string[]): ArrangedList {
  const userId = useUser()?.id ?? '';
  const [isFromLink, setFromLink] = useStore(`link.${resource}`, false);
  const storeKey = isFromLink ? `link.${resource}.columns` : `own.${userId}.${resource}.columns`;
  const [hidden, setHidden] = useStore<unknown>(storeKey);
  const [ranks, setRanks] = useStore<unknown>(`${storeKey}_columnRanks`);
  const [chosen, setDensity] = useStore<unknown>(`${storeKey}_density`);
  const arrange = (arrangement: Arrangement) => {
    const next = storedOf(arrangement, columns);
    setHidden(next.hidden);
    setRanks(next.ranks);
    setDensity(arrangement.density);
  };
  const { search, ...at } = useLocation();
  const navigate = useNavigate();
  const [, setLinkHidden] = useStore<unknown>(`link.${resource}.columns`);
  const [, setLinkRanks] = useStore<unknown>(`link.${resource}.columns_columnRanks`);
  const [, setLinkDensity] = useStore<unknown>(`link.${resource}.columns_density`);
  useEffect(() => {
    const inAddress = arrangementIn(search, columns);
    if (inAddress === null) return;
    const next = storedOf(inAddress, columns);
    setLinkHidden(next.hidden);
    setLinkRanks(next.ranks);
    setLinkDensity(inAddress.density);
    setFromLink(true);
    void navigate({ ...at, search: withoutArrangement(search) }, { replace: true });
    // Once for each address.
  }, [search]);
  return {
    arrangement: {
      shown: shownOf({ hidden: stored.hidden.parse(hidden), ranks: stored.ranks.parse(ranks) }, columns),
      density: density.parse(chosen),
    },
    storeKey,
    isChosen: hidden !== undefined,
    arrange,
    reset: () => {
      setHidden(undefined);
      setRanks(undefined);
      setDensity(undefined);
    },
    isFromLink,
    useOwn: () => setFromLink(false),
  };
}
