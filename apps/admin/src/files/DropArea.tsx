import { Autocomplete, Box, Button, LinearProgress, Stack, TextField, Typography } from '@mui/material';
import { type DragEvent, useRef, useState } from 'react';
import { useMessages } from '../i18n/messages.js';
import { policyMessages } from '../policies/messages.js';
import type { Paper } from './documents.js';
import { fileMessages } from './messages.js';
import type { Sent, SendingFiles } from './use-sending.js';

/** Names that the dialog of the browser offers; what is taken is said by the content. */
export const accepted = '.pdf,.ofd,.jpg,.jpeg,.png,.xml,.xlsx,.csv,.txt,.zip';

interface DropAreaProps {
  papers: readonly Paper[];
  sending: SendingFiles;
}

/** Takes files, by dragging or by choosing, and says what becomes of each. */
export function DropArea({ papers, sending }: DropAreaProps) {
  const texts = useMessages(fileMessages);
  const { evidenceKinds } = useMessages(policyMessages);
  const [proves, setProves] = useState<readonly Paper[]>([]);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    if (files === null || files.length === 0) return;
    sending.begin([...files], { proves, supersedes: null, reason: null });
    setProves([]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <Stack sx={{ gap: 1 }}>
      {papers.length > 0 && (
        <Autocomplete
          multiple
          size="small"
          options={papers}
          value={[...proves]}
          onChange={(_, chosen) => setProves(chosen)}
          getOptionLabel={({ kind, number }) => texts.paper(evidenceKinds[kind], number)}
          isOptionEqualToValue={(one, other) => one.kind === other.kind && one.number === other.number}
          renderInput={(params) => <TextField {...params} label={texts.shows} helperText={texts.showsHint} />}
        />
      )}
      <Box
        data-testid="drop-files"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        sx={{
          border: 1,
          borderStyle: 'dashed',
          borderColor: isOver ? 'primary.main' : 'divider',
          bgcolor: isOver ? 'action.hover' : undefined,
          borderRadius: 1,
          p: 2,
          textAlign: 'center',
        }}
      >
        <Typography variant="body2" component="span">
          {texts.drop}{' '}
        </Typography>
        <Button size="small" variant="outlined" onClick={() => input.current?.click()}>
          {texts.choose}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={accepted}
          onChange={({ target }) => {
            take(target.files);
            target.value = '';
          }}
        />
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block', mt: 1 }}>
          {texts.limits}
        </Typography>
      </Box>
      {sending.sent.map((each) => (
        <OnItsWay key={each.key} sent={each} sending={sending} />
      ))}
    </Stack>
  );
}

function OnItsWay({ sent, sending }: { sent: Sent; sending: SendingFiles }) {
  const texts = useMessages(fileMessages);
  const { file, progress, problem, canGoOn } = sent;
  const percent = progress?.at === 'sending' ? Math.floor((100 * progress.received) / Math.max(1, file.size)) : null;
  return (
    <Box role="group" aria-label={file.name}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere', flex: 1 }}>
          {file.name}
        </Typography>
        {canGoOn && (
          <Button size="small" onClick={() => sending.goOn(sent)}>
            {texts.goOn}
          </Button>
        )}
        <Button size="small" color="inherit" onClick={() => sending.cancel(sent)}>
          {texts.cancel}
        </Button>
      </Stack>
      {problem === null ? (
        <>
          <LinearProgress
            aria-label={file.name}
            variant={percent === null ? 'indeterminate' : 'determinate'}
            value={percent ?? 0}
          />
          <Typography variant="caption" color="textSecondary" role="status">
            {percent !== null && texts.uploading(percent)}
            {progress?.at === 'checking' && texts.checking}
            {progress?.at === 'waiting' && texts.waiting}
          </Typography>
        </>
      ) : (
        <Typography variant="body2" color="error" role="alert">
          {problem}
        </Typography>
      )}
    </Box>
  );
}
