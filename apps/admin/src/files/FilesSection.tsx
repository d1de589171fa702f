import { Box, Typography } from '@mui/material';
import type { ResultOf } from '../api/graphql.js';
import { useDocument } from '../api/use-document.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { LoadingLines } from '../ui/Loading.js';
import { Section } from '../ui/Section.js';
import { filesDocument } from './documents.js';
import { DropArea } from './DropArea.js';
import { FileItem } from './FileItem.js';
import { fileMessages } from './messages.js';
import { useSending } from './use-sending.js';

/** The files of a claim: what was attached, and what is to be. */
export function FilesSection({ claim }: { claim: string }) {
  const texts = useMessages(fileMessages);
  const bilingual = useBilingual();
  const query = useDocument(filesDocument, { claim }, { keepPrevious: true, everyMs: untilScanned });
  const sending = useSending(claim);
  return (
    <Section title={texts.title}>
      <Answer query={query} loading={<LoadingLines lines={2} />}>
        {({ claim: found }) => {
          const files = found?.files ?? [];
          const refusal = found?.attachingRefusal ?? null;
          const mayAttach = found !== null && refusal === null;
          return (
            <>
              {files.some(({ scan, closed }) => scan === null && closed === null) && (
                <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
                  {texts.unscanned}
                </Typography>
              )}
              {files.length === 0 && (
                <Typography variant="body2" color="textSecondary">
                  {texts.none}
                </Typography>
              )}
              <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mb: 1 }}>
                {files.map((file) => (
                  <FileItem
                    key={file.id}
                    claim={claim}
                    file={file}
                    files={files}
                    sending={mayAttach ? sending : null}
                  />
                ))}
              </Box>
              <Box sx={{ displayPrint: 'none' }}>
                {mayAttach && <DropArea papers={found.evidence} sending={sending} />}
                {refusal !== null && (
                  <Typography variant="caption" color="textSecondary">
                    {bilingual(refusal)}
                  </Typography>
                )}
              </Box>
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

/** How soon the page looks whether a file was scanned that is closed until then. */
function untilScanned({ claim }: ResultOf<typeof filesDocument>): number | null {
  const waits = claim?.files.some(({ scan, closed }) => scan === null && closed !== null) ?? false;
  return waits ? 5_000 : null;
}
