import { FormControl, FormControlLabel, FormLabel, MenuItem, Radio, RadioGroup, TextField } from '@mui/material';
import { useId, useState } from 'react';
import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { useDocument } from '../api/use-document.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { formMessages } from '../ui/form-messages.js';
import { usePersonName } from '../ui/person.js';
import { declareRecusal, subordinatesDocument } from './documents.js';
import { recusalMessages } from './messages.js';
import { useTakesPart } from './use-takes-part.js';

interface RecuseDialogProps {
  /** The claim that is looked at; left out where number or code are typed. */
  claim?: { id: string; enterprise: { uscc: string; name: string } };
  onClose: () => void;
}

type Scope = 'claim' | 'enterprise';

/** Says that somebody takes no part in a claim or an enterprise: oneself, or whom one may order to. */
export function RecuseDialog({ claim, onClose }: RecuseDialogProps) {
  const texts = useMessages(recusalMessages);
  const form = useMessages(formMessages);
  const notify = useNotify();
  const personName = usePersonName();
  const { send, sending } = useCommands();
  const takesPart = useTakesPart();
  const { data } = useDocument(subordinatesDocument, {}, { enabled: useMay('RECUSAL_DECLARE') });
  const [scope, setScope] = useState<Scope>('claim');
  const [entries, setEntries] = useState({ claim: '', uscc: '', reason: '' });
  const [official, setOfficial] = useState('');
  const [tried, setTried] = useState(false);
  const scopeId = useId();
  const subordinates = data?.subordinates ?? [];
  const change = (field: keyof typeof entries) => (value: string) => setEntries({ ...entries, [field]: value });
  const number = scope === 'claim' ? (claim?.id ?? entries.claim.trim()) : '';
  const uscc = scope === 'enterprise' ? (claim?.enterprise.uscc ?? entries.uscc.trim()) : '';
  const isNobody = official === '' && !takesPart;

  const submit = () => {
    setTried(true);
    if (entries.reason.trim() === '' || isNobody || (number === '' && uscc === '')) return false;
    return send(declareRecusal, {
      official: official === '' ? null : official,
      claim: number === '' ? null : number,
      uscc: uscc === '' ? null : uscc,
      reason: entries.reason.trim(),
    });
  };

  return (
    <CommandDialog
      title={texts.declare}
      says={texts.says}
      confirmLabel={official === '' ? texts.declare : texts.order}
      grave
      sending={sending}
      submit={submit}
      onClose={onClose}
      draft={{
        form: `recusal/${claim?.id ?? ''}`,
        texts: entries,
        onRestore: (kept) => setEntries({ ...entries, ...kept }),
      }}
      onDone={() => {
        notify(texts.done, { type: 'success' });
        onClose();
      }}
    >
      {(problemOf) => {
        const typed = (field: keyof typeof entries, isAsked: boolean) =>
          tried && isAsked && entries[field].trim() === '' ? form.required : problemOf(field);
        const problem = { reason: typed('reason', true), claim: typed('claim', true), uscc: typed('uscc', true) };
        const wrongOfficial = tried && isNobody ? form.required : problemOf('official');
        return (
          <>
            {subordinates.length > 0 && (
              <TextField
                select
                label={texts.official}
                value={official}
                onChange={(event) => setOfficial(event.target.value)}
                error={wrongOfficial !== undefined}
                helperText={wrongOfficial}
                fullWidth
                margin="dense"
                slotProps={takesPart ? { select: { displayEmpty: true }, inputLabel: { shrink: true } } : {}}
              >
                {takesPart && <MenuItem value="">{texts.myself}</MenuItem>}
                {subordinates.map((each) => (
                  <MenuItem key={each.userId} value={each.userId}>
                    {personName(each)}
                  </MenuItem>
                ))}
              </TextField>
            )}
            <FormControl margin="dense">
              <FormLabel id={scopeId}>{texts.scope}</FormLabel>
              <RadioGroup
                aria-labelledby={scopeId}
                value={scope}
                onChange={(_, value) => setScope(value === 'enterprise' ? 'enterprise' : 'claim')}
              >
                <FormControlLabel
                  value="claim"
                  control={<Radio size="small" autoFocus />}
                  label={claim === undefined ? texts.ofClaimNumber : `${texts.ofClaim} ${claim.id}`}
                />
                <FormControlLabel
                  value="enterprise"
                  control={<Radio size="small" />}
                  label={claim === undefined ? texts.ofEnterprise : texts.scopeOf(claim.enterprise.name)}
                />
              </RadioGroup>
            </FormControl>
            {claim === undefined && (
              <TextField
                key={scope}
                label={scope === 'claim' ? texts.claim : texts.uscc}
                value={scope === 'claim' ? entries.claim : entries.uscc}
                onChange={(event) => change(scope === 'claim' ? 'claim' : 'uscc')(event.target.value)}
                error={(scope === 'claim' ? problem.claim : problem.uscc) !== undefined}
                helperText={scope === 'claim' ? problem.claim : problem.uscc}
                fullWidth
                margin="dense"
              />
            )}
            <TextField
              label={texts.reason}
              value={entries.reason}
              onChange={(event) => change('reason')(event.target.value)}
              error={problem.reason !== undefined}
              helperText={problem.reason ?? texts.reasonHint}
              multiline
              fullWidth
              margin="dense"
            />
          </>
        );
      }}
    </CommandDialog>
  );
}
