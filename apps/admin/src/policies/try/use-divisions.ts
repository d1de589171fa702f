import { useDocument } from '../../api/use-document.js';
import { useUser } from '../../auth/use-user.js';
import { defineMessages, useMessages } from '../../i18n/messages.js';
import { today } from '../../ui/beijing-time.js';
import { divisionsDocument } from '../documents.js';

/**
 * Which divisions are offered: those to which an enterprise can belong now, those that have offices now, or also those
 * of the past, which lists can be narrowed to.
 */
export type Offered = 'counties' | 'offices' | 'ever';

export interface PlaceChoice {
  readonly id: string;
  /** Its name and code, and the day of its end where it has ended. */
  readonly name: string;
}

const DAY_MS = 86_400_000;

const placeMessages = defineMessages({
  zh: { ended: (name: string, day: string) => `${name}（${day} 停用）` },
  en: { ended: (name: string, day: string) => `${name} (ended ${day})` },
});

/** How something that may have ended is shown in a list of choices. */
export function useEnded(): (name: string, to: string | null) => string {
  const texts = useMessages(placeMessages);
  return (name, to) => (to === null || to > today() ? name : texts.ended(name, to));
}

/**
 * The divisions and zones under one, or of the user's city.
 *
 * @param held code that is offered as well, though it may have ended: it stands on record.
 */
export function useDivisions(
  under: string | null,
  offered: Offered,
  held: string | null = null,
): { readonly choices: readonly PlaceChoice[]; readonly isPending: boolean } {
  const city = useUser()?.tenant ?? null;
  const ended = useEnded();
  const area = under ?? city;
  const query = useDocument(divisionsDocument, { under: area ?? '' }, { enabled: area !== null, staleTimeMs: DAY_MS });
  const all = query.data?.divisions ?? [];
  const inForce = all.filter(({ from, to }) => (from ?? '') <= today() && (to === null || to > today()));
  const counties = inForce.filter(({ level }) => level === 'COUNTY');
  const offers = { ever: all, offices: inForce, counties: counties.length > 0 ? counties : inForce }[offered];
  const isHeld = all.filter(({ code }) => code === held && !offers.some((each) => each.code === code)).slice(-1);
  return {
    choices: [...offers, ...isHeld].map(({ code, name, to }) => ({ id: code, name: ended(`${name} ${code}`, to) })),
    isPending: query.isPending,
  };
}
