import { Box, Button, Chip, Link, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { codeFont } from '../app/theme.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { policyMessages } from '../policies/messages.js';
import { beijingTime } from '../ui/beijing-time.js';
import { usePersonName } from '../ui/person.js';
import type { EvidenceFile } from './documents.js';
import { ReadInvoices } from './ReadInvoices.js';
import { SameContent } from './SameContent.js';
import { ShownFile } from './ShownFile.js';
import { SupersedeDialog } from './SupersedeDialog.js';
import { WithdrawDialog } from './WithdrawDialog.js';
import { fileMessages } from './messages.js';
import type { SendingFiles } from './use-sending.js';

const hashShown = 16;
const kib = 1024;

interface FileItemProps {
  claim: string;
  file: EvidenceFile;
  files: readonly EvidenceFile[];
  /** Null where nobody may change anything now. */
  sending: SendingFiles | null;
}

/** One file: what it is, what it shows, who attached it, and what became of it. */
export function FileItem({ claim, file, files, sending }: FileItemProps) {
  const texts = useMessages(fileMessages);
  const { evidenceKinds } = useMessages(policyMessages);
  const personName = usePersonName();
  const [open, setOpen] = useState<'shown' | 'supersede' | 'withdraw' | null>(null);
  const bilingual = useBilingual();
  const { name, withdrawn, closed } = file;
  const nameOf = (id: string) => files.find((each) => each.id === id)?.name ?? id;
  const isReadable = closed === null;
  const stands = withdrawn === null && file.supersededBy === null;
  const address = `/files/of/${claim}/${file.id}`;
  const close = () => setOpen(null);
  return (
    <Box component="li" aria-label={name} sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        {isReadable && ['PDF', 'JPEG', 'PNG'].includes(file.type) ? (
          <Button
            size="small"
            aria-label={texts.open(name)}
            onClick={() => setOpen('shown')}
            sx={{ textTransform: 'none', overflowWrap: 'anywhere', textAlign: 'left' }}
          >
            {name}
          </Button>
        ) : (
          <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
        )}
        <Chip size="small" variant="outlined" label={`${file.type} ${sizeOf(file.bytes)}`} />
        {isReadable && (
          <Link href={address} download={name} variant="body2" aria-label={texts.saveOf(name)}>
            {texts.save}
          </Link>
        )}
        {sending !== null && stands && (
          <>
            <Button size="small" aria-label={texts.supersedeOf(name)} onClick={() => setOpen('supersede')}>
              {texts.supersede}
            </Button>
            <Button
              size="small"
              color="inherit"
              aria-label={texts.withdrawOf(name)}
              onClick={() => setOpen('withdraw')}
            >
              {texts.withdraw}
            </Button>
          </>
        )}
      </Stack>
      <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
        {file.proves.length === 0
          ? texts.other
          : file.proves.map(({ kind, number }) => texts.paper(evidenceKinds[kind], number)).join('；')}
        {' · '}
        {texts.by(personName(file.attachedBy), beijingTime(file.recordedAt))}
      </Typography>
      <Typography variant="caption" color="textSecondary" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
        {texts.hash}{' '}
        <Box component="span" title={file.sha256} sx={{ fontFamily: codeFont }}>
          {file.sha256.slice(0, hashShown)}…
        </Box>
      </Typography>
      {file.supersedes !== null && (
        <Typography variant="body2">{texts.insteadOf(nameOf(file.supersedes), file.reason ?? '')}</Typography>
      )}
      {file.supersededBy !== null && (
        <Typography variant="body2" color="textSecondary">
          {texts.supersededBy(nameOf(file.supersededBy))}
        </Typography>
      )}
      {withdrawn !== null && (
        <Typography variant="body2" color="textSecondary">
          {texts.withdrawn(personName(withdrawn.by), withdrawn.on, withdrawn.reason)}
        </Typography>
      )}
      {closed !== null && (
        <Typography variant="body2" color={file.scan?.outcome === 'INFECTED' ? 'error' : 'textSecondary'}>
          {bilingual(closed)}
        </Typography>
      )}
      <ReadInvoices file={file} />
      <SameContent file={file} />
      {open === 'shown' && <ShownFile file={file} address={`${address}?as=inline`} onClose={close} />}
      {open === 'supersede' && sending !== null && <SupersedeDialog file={file} sending={sending} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog claim={claim} file={file} onClose={close} />}
    </Box>
  );
}

/** 12 KiB, 3.4 MiB */
function sizeOf(bytes: number): string {
  if (bytes < kib) return `${String(bytes)} B`;
  if (bytes < kib * kib) return `${(bytes / kib).toFixed(0)} KiB`;
  return `${(bytes / kib / kib).toFixed(1)} MiB`;
}
