import type { StepPaper } from '../claim/route-schema.js';
import type { Command } from '../common/actor.js';

/** 合批: claims of one clause are put into a batch. */
export interface GatherClaims extends Command {
  /** Id of a batch that is open; null opens one. */
  readonly batch: string | null;
  /** What people call the new one; null where it is put into one that is open. */
  readonly name: string | null;
  readonly claims: readonly string[];
}

/** 拆出: claims go on by themselves. */
export interface SplitOut extends Command {
  readonly batch: string;
  readonly claims: readonly string[];
  readonly reason: string;
}

/** 登记会议纪要: the collective decision agrees to a whole batch. */
export interface MinuteBatch extends Command {
  readonly batch: string;
  readonly opinion: string;
  readonly paper: StepPaper;
}
