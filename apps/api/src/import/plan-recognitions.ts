import { parseListNumber, type Actor } from '@duixian/casework';
import { commandIdOf } from '../command/command-id.js';
import { recognitionAnswers } from '../recognition/steps/answer-recognition.js';
import { ProposeRecognitionListCommand } from '../recognition/steps/propose-recognition-list.js';
import type { ImportStep, Planned } from './import-step.js';
import { turnOf, type Offices } from './offices.js';
import type { RecognitionRow } from './read-recognitions.js';
import type { RowPlace } from './row-problem.js';
import { unreadLines } from './row-problem.js';

/** Lists of recognitions, each proposed by a reviewer of its department and agreed to by a colleague. */
export function planRecognitions(rows: readonly RecognitionRow[], offices: Offices): Planned {
  const planned = rows.flatMap((row) => listSteps(row, offices));
  return {
    steps: planned.flatMap((each) => ('command' in each ? [each] : [])),
    unstaffed: planned.flatMap((each) => ('command' in each ? [] : [each])),
  };
}

function listSteps(
  { head, division, importedOn, agreedOn, read, place }: RecognitionRow,
  offices: Offices,
): (ImportStep | RowPlace)[] {
  const number = parseListNumber(head.document);
  const list = number.ok ? number.value : head.document;
  const office = offices.forList(division, head.department, turnOf(list));
  if (office === null) return [place];
  const [first, second] = office;
  const proposal = {
    ...{ ...origin('recognitions', list, division, first), on: importedOn },
    ...head,
    file: read.file,
    lines: read.lines,
    unread: unreadLines(read),
    faults: [],
  };
  const agreement = {
    ...{ ...origin('recognitions agreed', list, division, second), on: agreedOn },
    list,
    proposal: proposal.commandId,
    answer: { kind: 'agree' as const },
  };
  return [
    stepOf(list, importedOn, place, new ProposeRecognitionListCommand(proposal)),
    stepOf(list, agreedOn, place, new recognitionAnswers.Command(agreement)),
  ];
}

function origin(kind: string, list: string, division: string, actor: Actor) {
  return { commandId: commandIdOf(kind, list), tenant: `${division.slice(0, 4)}00`, actor };
}

function stepOf(list: string, on: string, place: RowPlace, command: ImportStep['command']): ImportStep {
  return { place, on, matter: list, keys: [list], command, columnOf: () => null };
}
