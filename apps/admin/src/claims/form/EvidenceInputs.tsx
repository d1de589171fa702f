import Add from '@mui/icons-material/Add';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, IconButton } from '@mui/material';
import { SelectInput, TextInput } from 'react-admin';
import { useFieldArray } from 'react-hook-form';
import { useMessages } from '../../i18n/messages.js';
import type { EvidenceKind } from '../../policies/measure/shapes.js';
import { policyMessages } from '../../policies/messages.js';
import { claimFormMessages } from './messages.js';

/** The numbered documents on which the claim rests. */
export function EvidenceInputs({ kinds }: { kinds: EvidenceKind[] }) {
  const texts = useMessages(claimFormMessages);
  const { evidenceKinds } = useMessages(policyMessages);
  const { fields, append, remove } = useFieldArray({ name: 'evidence' });
  return (
    <>
      {fields.map((field, index) => (
        <Box key={field.id} sx={{ display: 'grid', gridTemplateColumns: '120px 1fr 40px', columnGap: 1 }}>
          <SelectInput
            source={`evidence.${String(index)}.kind`}
            label={texts.evidenceKind}
            choices={kinds.map((kind) => ({ id: kind, name: evidenceKinds[kind] }))}
            helperText={false}
          />
          <TextInput source={`evidence.${String(index)}.number`} label={texts.evidenceNumber} helperText={false} />
          <IconButton
            aria-label={texts.removeEvidence}
            onClick={() => remove(index)}
            sx={{ alignSelf: 'center', justifySelf: 'center' }}
          >
            <DeleteOutlined fontSize="small" />
          </IconButton>
        </Box>
      ))}
      <Button size="small" startIcon={<Add />} onClick={() => append({ kind: kinds[0], number: '' })}>
        {texts.addEvidence}
      </Button>
    </>
  );
}
