import { useEffect, useRef, useState } from 'react';
import { useClient } from '../../api/ClientProvider.js';
import { useDocument } from '../../api/use-document.js';
import { useAsOf } from '../../as-of/AsOfProvider.js';
import { useUser } from '../../auth/use-user.js';
import type { Claim } from '../fragments.js';
import { claimStandingDocument } from './documents.js';
import { shareWithTabs } from '../../api/tabs.js';

/** How often somebody else's step is asked for, while the page is looked at. */
const everyMs = 30_000;

type Entry = Claim['timeline'][number];

export interface Watched {
  /** As it was when it was opened, or last loaded: it never changes under who reads it. */
  shown: Claim;
  /** What happened since, newest last; null = nothing. */
  since: readonly Entry[] | null;
  load: () => void;
  /** Whether another tab of this browser has it open too. */
  isElsewhere: boolean;
}

/**
 * Keeps the claim on the screen as it was opened until its reader asks for the latest; his own steps show at once.
 *
 * @param latest as it was read last.
 */
export function useWatched(latest: Claim, refetch: () => void): Watched {
  const client = useClient();
  const { asOf } = useAsOf();
  const username = useUser()?.username;
  const [shown, setShown] = useState(latest);
  const [isElsewhere, setElsewhere] = useState(false);
  const sentBefore = useRef(client.commandsSent);
  const since = entriesSince(shown, latest);
  const isOwn = client.commandsSent > sentBefore.current && since.every(({ actor }) => actor?.username === username);
  const isShown = latest.updatedAt === shown.updatedAt || isOwn;

  const show = () => {
    sentBefore.current = client.commandsSent;
    setShown(latest);
  };
  useEffect(() => {
    if (isShown) show();
    // Once for each answer.
  }, [latest]);

  const standing = useDocument(claimStandingDocument, { id: latest.id }, { enabled: asOf === null, everyMs });
  const updatedAt = standing.data?.claim?.updatedAt;
  useEffect(() => {
    if (updatedAt !== undefined && updatedAt !== latest.updatedAt) refetch();
    // What is known of it is older than the last answer until it is asked for again.
  }, [updatedAt]);

  const told = useRef(refetch);
  useEffect(() => {
    told.current = refetch;
  });
  useEffect(
    () => shareWithTabs(latest.id, { onRecorded: () => told.current(), onOthers: (count) => setElsewhere(count > 0) }),
    [latest.id],
  );
  return { shown: isShown ? latest : shown, since: isShown ? null : since, load: show, isElsewhere };
}

function entriesSince(shown: Claim, latest: Claim): Entry[] {
  const known = new Set(shown.timeline.map(({ position }) => position));
  return latest.timeline.filter(({ position }) => !known.has(position));
}
