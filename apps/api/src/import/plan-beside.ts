import type { Actor } from '@duixian/casework';
import { commandIdOf } from '../command/command-id.js';
import { WriteCommentCommand } from '../comment/write-comment.js';
import { DeclareRecusalCommand } from '../recusal/declare-recusal.js';
import { DrawSampleCommand } from '../sample/draw-sample.js';
import type { ImportStep, Planned } from './import-step.js';
import type { Offices } from './offices.js';
import type { CommentRow, DrawRow, RecusalRow } from './read-beside.js';
import type { RowPlace } from './row-problem.js';

interface RowsBeside {
  readonly comments: readonly CommentRow[];
  readonly recusals: readonly RecusalRow[];
  readonly draws: readonly DrawRow[];
}

/** What happens beside the way of claims: what officials say of them, who takes no part, and draws among those that wait. */
export function planBeside({ comments, recusals, draws }: RowsBeside, offices: Offices): Planned {
  const planned = [
    ...comments.map((row, index) => commentStep(row, index, offices)),
    ...recusals.map((row) => recusalStep(row, offices)),
    ...draws.map((row) => drawStep(row, offices)),
  ];
  return {
    steps: planned.flatMap((each) => ('command' in each ? [each] : [])),
    unstaffed: planned.flatMap((each) => ('command' in each ? [] : [each])),
  };
}

function commentStep(row: CommentRow, index: number, offices: Offices): ImportStep | RowPlace {
  const { claim, author, text, on, place } = row;
  const actor = offices.named(author);
  const mentioned = row.mentions.map((name) => offices.named(name));
  if (actor === null || mentioned.includes(null)) return place;
  const mentions = mentioned.flatMap((each) => each?.userId ?? []);
  const request = { ...origin(actor, 'comment', claim, String(index)), on, claim, text, mentions };
  return stepAt(row, `comments ${claim}`, [claim], new WriteCommentCommand(request));
}

function recusalStep(row: RecusalRow, offices: Offices): ImportStep | RowPlace {
  const { official, claim, reason, on, place } = row;
  const actor = offices.named(official);
  if (actor === null) return place;
  const request = {
    ...{ ...origin(actor, 'recusal', official, claim), on },
    ...{ official: actor.userId, claim, uscc: null, reason },
  };
  return stepAt(row, `recusal ${official} ${claim}`, [claim], new DeclareRecusalCommand(request));
}

function drawStep(row: DrawRow, offices: Offices): ImportStep | RowPlace {
  const { measure, round, official, on, place } = row;
  const actor = offices.named(official);
  if (actor === null) return place;
  const request = { ...origin(actor, 'draw', measure, round ?? '', on), on, measure, round };
  return stepAt(row, `draw ${measure} ${on}`, [], new DrawSampleCommand(request));
}

function stepAt(
  { on, place }: { readonly on: string; readonly place: RowPlace },
  matter: string,
  keys: readonly string[],
  command: ImportStep['command'],
): ImportStep {
  return { place, on, matter, keys, command, columnOf: () => null };
}

function origin(actor: Actor, ...id: readonly string[]) {
  return { commandId: commandIdOf(...id), tenant: `${actor.division.slice(0, 4)}00`, actor };
}
