import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { useClaimableMeasures } from '../claims/use-claimable-measures.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { choicesOf } from '../ui/choices.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import type { ProblemOf } from '../ui/problem-of.js';
import { DayField } from '../ui/DayField.js';
import { formMessages } from '../ui/form-messages.js';
import { openRound, type OpenRoundEntries } from './documents.js';
import { roundMessages } from './messages.js';

const NOTHING = {
  policy: '',
  number: '',
  nameZh: '',
  nameEn: '',
  opens: '',
  closes: '',
  occurredFrom: '',
  occurredTo: '',
};
type Texts = typeof NOTHING;

/** Proposes a round: which clauses are claimed in it, when, and for matters of which time. */
export function OpenRoundDialog({ onClose }: { onClose: () => void }) {
  const texts = useMessages(roundMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [typed, setTyped] = useState(NOTHING);
  const [clauses, setClauses] = useState<string[]>([]);
  const [pays, setPays] = useState<OpenRoundEntries['pays']>('AT_THE_END');
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Texts>) => setTyped((before) => ({ ...before, ...change }));
  const submit = () => {
    setTried(true);
    if (clauses.length === 0 || Object.values(typed).some((text) => text.trim() === '')) return false;
    const { nameZh, nameEn, ...rest } = typed;
    return send(openRound, { ...rest, name: { zh: nameZh, en: nameEn }, clauses, pays });
  };
  return (
    <CommandDialog
      title={texts.open}
      says={texts.openSays}
      confirmLabel={texts.open}
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={{ form: 'round', texts: typed, onRestore: set }}
      onDone={() => {
        notify(texts.proposedDone, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => <Fields {...{ typed, set, clauses, setClauses, pays, setPays, tried, problemOf }} />}
    </CommandDialog>
  );
}

interface FieldsProps {
  typed: Texts;
  set: (change: Partial<Texts>) => void;
  clauses: string[];
  setClauses: (clauses: string[]) => void;
  pays: OpenRoundEntries['pays'];
  setPays: (pays: OpenRoundEntries['pays']) => void;
  /** Whether it was sent before all of it was filled in. */
  tried: boolean;
  problemOf: ProblemOf;
}

function Fields({ typed, set, clauses, setClauses, pays, setPays, tried, problemOf }: FieldsProps) {
  const texts = useMessages(roundMessages);
  const { required } = useMessages(formMessages);
  const bilingual = useBilingual();
  const { measures } = useClaimableMeasures();
  const policies = [...new Map(measures.map(({ policy }) => [policy.id, policy])).values()];
  const ofPolicy = measures.filter(({ policy }) => policy.id === typed.policy);
  const missing = (isThere: boolean, field: string) => (tried && !isThere ? required : problemOf(field));
  const text = (field: keyof Texts, label: string, asked: string, hint?: string) => {
    const problem = missing(typed[field].trim() !== '', asked);
    return (
      <TextField
        label={label}
        value={typed[field]}
        onChange={({ target }) => set({ [field]: target.value })}
        error={problem !== undefined}
        helperText={problem ?? hint}
        fullWidth
        margin="dense"
      />
    );
  };
  const day = (field: 'opens' | 'closes' | 'occurredFrom' | 'occurredTo', hint?: string) => (
    <DayField
      label={texts[field]}
      value={typed[field]}
      onChange={(value) => set({ [field]: value })}
      problem={missing(typed[field] !== '', field)}
      {...(hint !== undefined && { hint })}
    />
  );
  const noPolicy = missing(typed.policy !== '', 'policy');
  const noClauses = missing(clauses.length > 0, 'clauses');
  return (
    <>
      <TextField
        select
        label={texts.policy}
        value={policies.some(({ id }) => id === typed.policy) ? typed.policy : ''}
        onChange={({ target }) => {
          set({ policy: target.value });
          setClauses([]);
        }}
        error={noPolicy !== undefined}
        helperText={noPolicy}
        fullWidth
        margin="dense"
      >
        {policies.map(({ id, title }) => (
          <MenuItem key={id} value={id}>
            {bilingual(title)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={texts.clauses}
        value={clauses}
        onChange={({ target }) => setClauses([target.value].flat())}
        error={noClauses !== undefined}
        helperText={noClauses}
        disabled={ofPolicy.length === 0}
        fullWidth
        margin="dense"
        slotProps={{ select: { multiple: true } }}
      >
        {ofPolicy.map(({ clauseId, title }) => (
          <MenuItem key={clauseId} value={clauseId}>
            {`${clauseId} ${bilingual(title)}`}
          </MenuItem>
        ))}
      </TextField>
      {text('number', texts.number, 'number', texts.numberHint)}
      {text('nameZh', texts.nameZh, 'name.zh')}
      {text('nameEn', texts.nameEn, 'name.en')}
      {day('opens')}
      {day('closes', texts.lastSecond)}
      {day('occurredFrom')}
      {day('occurredTo')}
      <TextField
        select
        label={texts.payRule}
        value={pays}
        onChange={({ target }) => setPays(target.value === 'FIRST_COME' ? 'FIRST_COME' : 'AT_THE_END')}
        fullWidth
        margin="dense"
      >
        {choicesOf(texts.pays).map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
