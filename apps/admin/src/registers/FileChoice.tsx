import UploadFile from '@mui/icons-material/UploadFile';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useRef } from 'react';
import { useMessages } from '../i18n/messages.js';
import { registerMessages } from './messages.js';

interface FileChoiceProps {
  name: string | null;
  problem: string | null;
  onChoose: (file: File) => void;
}

/** Chooses the file of a register. */
export function FileChoice({ name, problem, onChoose }: FileChoiceProps) {
  const { form: texts } = useMessages(registerMessages);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Box sx={{ my: 1 }}>
      <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button variant="outlined" startIcon={<UploadFile />} onClick={() => input.current?.click()}>
          {texts.chooseFile}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.txt,text/csv"
          aria-label={texts.file}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) onChoose(file);
          }}
        />
        <Typography variant="body2">{name ?? ''}</Typography>
      </Stack>
      <Typography variant="caption" component="p" color={problem === null ? 'textSecondary' : 'error'}>
        {problem ?? texts.fileHint}
      </Typography>
    </Box>
  );
}
