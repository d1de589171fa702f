import Add from '@mui/icons-material/Add';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, IconButton } from '@mui/material';
import { SelectInput, TextInput } from 'react-admin';
import { useFieldArray, useWatch } from 'react-hook-form';
import { useMessages } from '../../i18n/messages.js';
import type { EvidenceKind } from '../../api/schema/enums.generated.js';
import { policyMessages } from '../../policies/messages.js';
import { needed } from '../../ui/form-errors.js';
import { formMessages } from '../../ui/form-messages.js';
import { emptyDocument } from './claim-entries.js';
import { InvoiceInputs } from './InvoiceInputs.js';
import { EntryPicker } from './EntryPicker.js';
import { claimFormMessages } from './messages.js';

/** The numbered documents on which the claim rests; of an invoice also what stands on it. */
export function EvidenceInputs({ kinds }: { kinds: EvidenceKind[] }) {
  const texts = useMessages(claimFormMessages);
  const { fields, append, remove } = useFieldArray({ name: 'evidence' });
  return (
    <>
      {fields.map((field, index) => (
        <DocumentInputs
          key={field.id}
          source={`evidence.${String(index)}`}
          kinds={kinds}
          onRemove={() => remove(index)}
        />
      ))}
      {kinds.map((kind) => (
        <AddButton key={kind} kind={kind} label={texts.addEvidence} onAdd={() => append(emptyDocument(kind))} />
      ))}
    </>
  );
}

interface DocumentInputsProps {
  source: string;
  kinds: EvidenceKind[];
  onRemove: () => void;
}

function DocumentInputs({ source, kinds, onRemove }: DocumentInputsProps) {
  const texts = useMessages(claimFormMessages);
  const { evidenceKinds } = useMessages(policyMessages);
  const form = useMessages(formMessages);
  const kind: unknown = useWatch({ name: `${source}.kind` });
  return (
    <Box sx={{ mb: 1 }}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr) 40px', sm: '120px minmax(0, 1fr) 40px' },
          gridTemplateAreas: { xs: '"kind remove" "number number"', sm: '"kind number remove"' },
          columnGap: 1,
        }}
      >
        <SelectInput
          source={`${source}.kind`}
          label={texts.evidenceKind}
          sx={{ gridArea: 'kind' }}
          choices={kinds.map((one) => ({ id: one, name: evidenceKinds[one] }))}
          helperText={false}
        />
        {kind === 'RECOGNITION' ? (
          <EntryPicker source={`${source}.number`} area="number" />
        ) : (
          <TextInput
            source={`${source}.number`}
            label={texts.evidenceNumber}
            helperText={false}
            validate={needed(form.required)}
            sx={{ gridArea: 'number' }}
          />
        )}
        <IconButton
          aria-label={texts.removeEvidence}
          onClick={onRemove}
          sx={{ gridArea: 'remove', alignSelf: 'center', justifySelf: 'center' }}
        >
          <DeleteOutlined fontSize="small" />
        </IconButton>
      </Box>
      {kind === 'CONTRACT' && (
        <TextInput
          source={`${source}.party`}
          label={texts.party}
          helperText={texts.partySays}
          validate={needed(form.required)}
        />
      )}
      {kind === 'INVOICE' && <InvoiceInputs source={`${source}.invoice`} />}
    </Box>
  );
}

interface AddButtonProps {
  kind: EvidenceKind;
  label: (kind: string) => string;
  onAdd: () => void;
}

function AddButton({ kind, label, onAdd }: AddButtonProps) {
  const { evidenceKinds } = useMessages(policyMessages);
  return (
    <Button size="small" startIcon={<Add />} onClick={onAdd}>
      {label(evidenceKinds[kind])}
    </Button>
  );
}
