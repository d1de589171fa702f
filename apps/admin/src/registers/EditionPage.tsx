import type { Said } from '@duixian/casework/proposals';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { codeFont } from '../app/theme.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { AnswerButtons } from '../ui/AnswerButtons.js';
import { AnswerDialog } from '../ui/AnswerDialog.js';
import { useAnswerWords } from '../ui/answers.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Facts } from '../ui/Facts.js';
import { Page } from '../ui/Page.js';
import { usePersonName } from '../ui/person.js';
import { RefusalNotice } from '../ui/RefusalNotice.js';
import { Section } from '../ui/Section.js';
import { editionAnswers, editionDocument, type Register, type RegisterEdition } from './documents.js';
import { EditionChip } from './EditionChip.js';
import { EditionRows } from './EditionRows.js';
import { CsvFileChoice } from '../ui/CsvFileChoice.js';
import { registerMessages } from './messages.js';
import { splitFile } from './split-file.js';
import { useReading } from './use-reading.js';

/** One edition of a register: its source, what it changes, the answer to it, and its rows. */
export function EditionPage() {
  const texts = useMessages(registerMessages);
  const { register = '', id = '' } = useParams();
  const query = useDocument(editionDocument, { register, id });
  return (
    <Answer query={query}>
      {({ registerEdition, registers }) => {
        const of = registers.find((each) => each.id === register);
        if (registerEdition === null || of === undefined) {
          return (
            <EmptyState
              title={texts.notFound}
              hint={texts.notFoundHint}
              action={
                <Button component={Link} to="/registers">
                  {texts.toList}
                </Button>
              }
            />
          );
        }
        return <EditionView edition={registerEdition} register={of} />;
      }}
    </Answer>
  );
}

type Shown = RegisterEdition & { comparison: { added: number; kept: number; gone: number } | null };

function EditionView({ edition, register }: { edition: Shown; register: Register }) {
  const texts = useMessages(registerMessages);
  const bilingual = useBilingual();
  const personName = usePersonName();
  const { asOf } = useAsOf();
  const { form, columns } = texts;
  const { comparison, answeredBy, answeredOn, opensUntil, standing } = edition;
  return (
    <Page
      title={`${bilingual(register.name)} · ${texts.edition(edition.no)}`}
      beside={<EditionChip standing={standing} />}
    >
      <Stack sx={{ gap: 2 }}>
        <Section title={edition.title}>
          <Facts
            entries={[
              [columns.authority, edition.authority],
              edition.document === null ? null : [form.document, edition.document],
              edition.url === null
                ? null
                : [
                    form.url,
                    <a
                      key="url"
                      href={edition.url}
                      rel="noreferrer"
                      target="_blank"
                      style={{ overflowWrap: 'anywhere' }}
                    >
                      {edition.url}
                    </a>,
                  ],
              [columns.publishedOn, edition.publishedOn],
              edition.validUntil === null ? null : [form.validUntil, edition.validUntil],
              [columns.rows, texts.counted(edition.rows, edition.refused)],
              comparison === null
                ? null
                : [texts.comparison, texts.compared(comparison.added, comparison.kept, comparison.gone)],
            ]}
          />
          <Typography variant="body2" sx={{ mt: 1 }}>
            {texts.openedBy(personName(edition.openedBy), edition.openedOn)}
          </Typography>
          {answeredBy !== null && answeredOn !== null && (
            <Typography variant="body2">{texts.answeredBy(personName(answeredBy), answeredOn)}</Typography>
          )}
          {edition.refusedBecause !== null && <Typography variant="body2">{edition.refusedBecause}</Typography>}
          {standing === 'PROPOSED' && opensUntil !== null && (
            <Typography variant="body2">{texts.openUntil(opensUntil)}</Typography>
          )}
          <Typography variant="caption" color="textSecondary" component="p" sx={{ overflowWrap: 'anywhere' }}>
            {edition.fileName} · {texts.hash}{' '}
            <Box component="code" sx={{ fontFamily: codeFont }}>
              {edition.fileHash}
            </Box>
          </Typography>
          {asOf === null && register.isMine && <Answers edition={edition} title={bilingual(register.name)} />}
        </Section>
        <EditionRows register={register.id} edition={edition.id} />
      </Stack>
    </Page>
  );
}

/** What may be done with an edition that is not in force yet. */
function Answers({ edition, title }: { edition: Shown; title: string }) {
  const texts = useMessages(registerMessages);
  const { labels } = useAnswerWords('REGISTER_EDITION');
  const [answer, setAnswer] = useState<Said | null>(null);
  const { standing, isMine, register, id } = edition;
  const isReading = standing === 'READING';
  if (standing !== 'PROPOSED' && !(isReading && isMine)) return null;
  return (
    <>
      {isReading && <GoOn edition={edition} />}
      {isMine && !isReading && (
        <Typography variant="body2" color="textSecondary">
          {texts.mine}
        </Typography>
      )}
      <AnswerButtons isMine={isMine} kind="REGISTER_EDITION" onChoose={setAnswer} />
      {answer !== null && (
        <AnswerDialog
          answer={answer}
          commands={editionAnswers}
          about={{ register, edition: id }}
          title={`${labels[answer]} · ${title}`}
          onClose={() => setAnswer(null)}
        />
      )}
    </>
  );
}

/** An import that stopped goes on with the same file. */
function GoOn({ edition: { register, id, fileHash, partsRead } }: { edition: Shown }) {
  const { form } = useMessages(registerMessages);
  const bilingual = useBilingual();
  const { read, part, refusal } = useReading();
  const [chosen, setChosen] = useState<{ name: string; problem: string | null } | null>(null);
  const goOn = async (file: File) => {
    const split = await splitFile(file);
    const isSame = split.sha256 === fileHash;
    setChosen({ name: file.name, problem: isSame ? null : form.otherFile });
    if (isSame) await read(register, id, split, partsRead);
  };
  return (
    <Box sx={{ mt: 1 }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {part === null ? form.goOn : form.part(part)}
      </Typography>
      <CsvFileChoice
        texts={form}
        name={chosen?.name ?? null}
        problem={chosen?.problem ?? null}
        onChoose={(file) => void goOn(file)}
      />
      <RefusalNotice refusal={refusal && bilingual(refusal.message)} />
    </Box>
  );
}
