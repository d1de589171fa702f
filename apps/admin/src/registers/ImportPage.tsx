import { Box, Button, Card, Stack } from '@mui/material';
import { useState } from 'react';
import { DateInput, Form, TextInput, useNotify } from 'react-admin';
import { useNavigate, useParams } from 'react-router';
import { z } from 'zod';
import { apiMessages, errorSentence } from '../api/api-messages.js';
import { useClient } from '../api/ClientProvider.js';
import type { Refusal } from '../api/refusals.js';
import { useCommands } from '../api/use-command.js';
import { useDocument } from '../api/use-document.js';
import { FormDraft } from '../drafts/FormDraft.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { base64Of } from '../recognitions/base64-of.js';
import { Answer } from '../ui/Answer.js';
import { EmptyState } from '../ui/EmptyState.js';
import { needed } from '../ui/form-errors.js';
import { formMessages } from '../ui/form-messages.js';
import { FormRefusal } from '../ui/FormRefusal.js';
import { Page } from '../ui/Page.js';
import { openRegisterEdition, registerPreviewDocument, registersDocument } from './documents.js';
import { CsvFileChoice } from '../ui/CsvFileChoice.js';
import { registerMessages } from './messages.js';
import { editionPath } from './paths.js';
import { addPreview, NOTHING_PREVIEWED, PreviewSection, type Previewed } from './PreviewSection.js';
import { splitFile, type SplitFile } from './split-file.js';
import { useReading } from './use-reading.js';

const typed = z
  .string()
  .nullish()
  .transform((text) => text?.trim() ?? '');
const formValues = z.object({
  title: typed,
  authority: typed,
  document: typed,
  url: typed,
  publishedOn: typed,
  validUntil: typed,
});
const KEPT = Object.keys(formValues.shape);

/** An edition of a register is imported: its source, its file, what becomes of its lines, and then the proposal. */
export function ImportPage() {
  const texts = useMessages(registerMessages);
  const bilingual = useBilingual();
  const { register = '' } = useParams();
  const query = useDocument(registersDocument, {});
  return (
    <Answer query={query}>
      {({ registers }) => {
        const found = registers.find(({ id }) => id === register);
        if (found === undefined) return <EmptyState title={texts.notFound} hint={texts.notFoundHint} />;
        return (
          <Page title={texts.importTitle(bilingual(found.name))}>
            <ImportForm register={register} listed={found.inForce?.rows ?? 0} />
          </Page>
        );
      }}
    </Answer>
  );
}

/** @param listed rows of the edition in force. */
function ImportForm({ register, listed }: { register: string; listed: number }) {
  const texts = useMessages(registerMessages);
  const api = useMessages(apiMessages);
  const client = useClient();
  const notify = useNotify();
  const navigate = useNavigate();
  const { send, sending } = useCommands();
  const reading = useReading();
  const [file, setFile] = useState<File | null>(null);
  const [noFile, setNoFile] = useState(false);
  const [asking, setAsking] = useState<string | null>(null);
  const [previewed, setPreviewed] = useState<{ head: Head; file: SplitFile; found: Previewed } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const preview = async (entries: unknown) => {
    setNoFile(file === null);
    if (file === null) return;
    setRefusal(null);
    const split = await splitFile(file);
    let found = NOTHING_PREVIEWED;
    try {
      for (const [index, { text, before }] of split.parts.entries()) {
        setAsking(texts.form.progress(index + 1, split.parts.length));
        const content = base64Of(new TextEncoder().encode(text).buffer);
        const input = { register, before, file: { name: split.name, content } };
        const { registerPreview } = await client.run(registerPreviewDocument, { input });
        if (registerPreview !== null) found = addPreview(found, registerPreview);
      }
      setPreviewed({ head: headOf(entries), file: split, found });
    } catch (error) {
      notify(errorSentence(error, api), { type: 'error', autoHideDuration: null });
    } finally {
      setAsking(null);
    }
  };

  const propose = async () => {
    if (previewed === null) return;
    setRefusal(null);
    const { head, file: split } = previewed;
    const opened = await send(openRegisterEdition, {
      ...head,
      register,
      fileName: split.name,
      fileHash: split.sha256,
    });
    if (opened === null) return;
    if (!opened.done) {
      setRefusal(opened.refusal);
      return;
    }
    const { id } = opened.value;
    if (await reading.read(register, id, split, 0)) notify(texts.form.done, { type: 'success' });
    // Where it stopped, the page of the edition goes on.
    void navigate(editionPath(register, id));
  };

  return (
    <Stack sx={{ gap: 2 }}>
      <Card sx={{ p: 2 }}>
        <Form onSubmit={preview} defaultValues={formValues.parse({})}>
          {/* What was previewed is what is proposed: after a change it is looked at again. */}
          <Box onChange={() => setPreviewed(null)}>
            <FormDraft form={`register/${register}`} fields={KEPT} />
            <HeadInputs />
            <CsvFileChoice
              texts={texts.form}
              name={file?.name ?? null}
              problem={noFile ? texts.form.noFile : null}
              onChoose={(chosen) => {
                setFile(chosen);
                setPreviewed(null);
              }}
            />
          </Box>
          <FormRefusal refusal={refusal} />
          <Button type="submit" variant={previewed === null ? 'contained' : 'outlined'} disabled={asking !== null}>
            {asking ?? texts.form.preview}
          </Button>
        </Form>
      </Card>
      {previewed !== null && (
        <PreviewSection
          found={previewed.found}
          listed={listed}
          busy={reading.part === null ? null : texts.form.progress(reading.part, previewed.file.parts.length)}
          sending={sending}
          onPropose={() => void propose()}
        />
      )}
    </Stack>
  );
}

type Head = ReturnType<typeof headOf>;

function headOf(entries: unknown) {
  const { document, url, validUntil, ...head } = formValues.parse(entries);
  const orNull = (text: string) => (text === '' ? null : text);
  return { ...head, document: orNull(document), url: orNull(url), validUntil: orNull(validUntil) };
}

function HeadInputs() {
  const { form: texts } = useMessages(registerMessages);
  const form = useMessages(formMessages);
  const required = needed(form.required);
  const day = { parse: (value: string) => value };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '1fr 1fr 1fr' }, columnGap: 1.5 }}>
      <TextInput source="title" label={texts.title} validate={required} />
      <TextInput source="authority" label={texts.authority} validate={required} />
      <DateInput source="publishedOn" label={texts.publishedOn} validate={needed(form.date)} {...day} />
      <TextInput source="document" label={texts.document} helperText={texts.sourceHint} />
      <TextInput source="url" label={texts.url} />
      <DateInput source="validUntil" label={texts.validUntil} {...day} />
    </Box>
  );
}
