import { departmentName } from '@duixian/casework/names';
import UploadFile from '@mui/icons-material/UploadFile';
import { Button, Stack } from '@mui/material';
import { Link, useParams } from 'react-router';
import { AsOfControl } from '../as-of/AsOfControl.js';
import { useDocument } from '../api/use-document.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Facts } from '../ui/Facts.js';
import { Page } from '../ui/Page.js';
import { Section } from '../ui/Section.js';
import { recognitionListDocument } from './documents.js';
import { EntriesSection } from './EntriesSection.js';
import { recognitionMessages } from './messages.js';
import { ProposalsSection } from './ProposalsSection.js';
import { Validity } from './RecognitionLists.js';
import type { RecognitionList, RecognitionProposal } from './fragments.js';
import { StandingChip } from './StandingChip.js';

/** One list: its document, what was proposed for it, and its entries with the claims that rest on them. */
export function RecognitionPage() {
  const texts = useMessages(recognitionMessages);
  const { id = '' } = useParams();
  const query = useDocument(recognitionListDocument, { id });
  return (
    <Answer query={query}>
      {({ recognitionList }) =>
        recognitionList ? (
          <ListView list={recognitionList} />
        ) : (
          <EmptyState
            title={texts.notFound}
            hint={texts.notFoundHint}
            action={
              <Button component={Link} to="/recognitions">
                {texts.toList}
              </Button>
            }
          />
        )
      }
    </Answer>
  );
}

function ListView({ list }: { list: RecognitionList }) {
  const texts = useMessages(recognitionMessages);
  const mayAct = useMay('RECOGNITION_CHANGE') && list.isMyOffice;
  const mayRevoke = mayAct && !isOpen(list, 'REVOCATION') && list.revoked < list.entries;
  return (
    <Page
      title={list.id}
      beside={
        <>
          <StandingChip standing={list.standing} />
          <AsOfControl position={list.position} />
        </>
      }
      actions={
        mayAct && list.entries > 0 && !isOpen(list, 'IMPORT') ? (
          <Button startIcon={<UploadFile />} component={Link} to="/recognitions/create" state={{ list: list.id }}>
            {texts.importMore}
          </Button>
        ) : null
      }
    >
      <Stack sx={{ gap: 2 }}>
        <Section title={texts.document}>
          <Facts
            entries={[
              [texts.columns.title, list.title],
              [texts.columns.authority, list.authority],
              [texts.columns.issuedOn, list.issuedOn],
              [texts.columns.valid, <Validity key="valid" {...list} />],
              [texts.columns.department, departmentName(list.division.name, list.department)],
              [texts.columns.entries, texts.counted(list.entries, list.revoked)],
            ]}
          />
        </Section>
        <ProposalsSection list={list} />
        <EntriesSection list={list} mayRevoke={mayRevoke} />
      </Stack>
    </Page>
  );
}

/** Whether a proposal of the kind still waits for its answer: until then there is no other of it. */
function isOpen({ proposals }: RecognitionList, of: RecognitionProposal['kind']): boolean {
  return proposals.some(({ kind, standing }) => kind === of && standing === 'OPEN');
}
