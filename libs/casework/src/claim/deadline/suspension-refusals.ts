import type { PlainDate } from '../../common/plain-date.js';
import { refusal, type Refusal } from '../../common/refusal.js';
import type { Claim } from '../claim.js';
import { standingSuspension } from './clocks.js';
import { SUSPENSION_GROUNDS } from './deadline-schema.js';

/** Why the clock of a claim cannot be stopped; null when it can, for some ground. */
export function suspendRefusal({ clocks }: Claim, { on }: { readonly on: PlainDate }): Refusal | null {
  if (clocks === null) return noLimits();
  const { limits } = clocks;
  if (limits === null) return noLimits();
  if (!SUSPENSION_GROUNDS.some((ground) => limits.pauses.includes(ground))) {
    return refusal('NOT_YOUR_TURN', {
      zh: `此件的时限规则（${limits.source}）不允许因现场核查、专家评审暂停计时。`,
      en: `The rule of its time limits (${limits.source}) does not let the clock stop for an inspection or experts.`,
    });
  }
  const suspension = standingSuspension(clocks, on);
  if (suspension !== null) {
    return refusal('ALREADY_DECIDED', {
      zh: `此件已自${suspension.since}起暂停计时；需要时请先恢复计时。`,
      en: `Its clock stands since ${suspension.since}: let it go on first.`,
    });
  }
  if (clocks.stop === null || clocks.stop.until > on) return null;
  return refusal('ALREADY_DECIDED', {
    zh: `此件在本环节暂停计时的天数已用完（至${clocks.stop.until}），不能再次暂停；请抓紧办理。`,
    en: `The days for which its clock may be stopped here were over on ${clocks.stop.until}: it is stopped no more, go on with the claim.`,
  });
}

/** Why it cannot be let go on; null when it can. */
export function resumeRefusal({ clocks }: Claim, { on }: { readonly on: PlainDate }): Refusal | null {
  if (clocks === null) return noLimits();
  if (standingSuspension(clocks, on) !== null) return null;
  return refusal('NOT_YOUR_TURN', {
    zh: '此件没有暂停计时，无需恢复。',
    en: 'Nobody stopped its clock: there is nothing to let go on.',
  });
}

function noLimits(): Refusal {
  return refusal('NOT_YOUR_TURN', {
    zh: '此件申报时没有时限规则，不计时；时限写在城市文件（limits）中，适用于此后申报的。',
    en: 'No rule set time limits when it was submitted, so that no clock runs. They stand in the city’s file (limits) and hold for what is submitted afterwards.',
  });
}
