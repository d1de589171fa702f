import UploadFile from '@mui/icons-material/UploadFile';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useRef } from 'react';

interface CsvFileChoiceProps {
  /** Name of the field, words of its button, and what a file has to be. */
  texts: { file: string; chooseFile: string; fileHint: string };
  /** Of the file that was chosen. */
  name: string | null;
  problem: string | null;
  onChoose: (file: File) => void;
}

/** Chooses a file of rows. */
export function CsvFileChoice({ texts, name, problem, onChoose }: CsvFileChoiceProps) {
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
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file !== undefined) onChoose(file);
            // So that the same one can be chosen again once it was put right.
            target.value = '';
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
