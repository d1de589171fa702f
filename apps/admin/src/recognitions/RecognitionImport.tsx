import { Box, Button, Card, Stack } from '@mui/material';
import { useState } from 'react';
import { DateInput, Form, TextInput, useNotify } from 'react-admin';
import { useLocation, useNavigate } from 'react-router';
import { z } from 'zod';
import { useClient } from '../api/ClientProvider.js';
import { apiMessages, errorSentence } from '../api/api-messages.js';
import { useDocument } from '../api/use-document.js';
import { useUser } from '../auth/use-user.js';
import { FormDraft } from '../drafts/FormDraft.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { needed } from '../ui/form-errors.js';
import { formMessages } from '../ui/form-messages.js';
import { CsvFileChoice } from '../ui/CsvFileChoice.js';
import { FormRefusal } from '../ui/FormRefusal.js';
import { Page } from '../ui/Page.js';
import { useFormCommand } from '../ui/use-form-command.js';
import {
  proposeRecognitionList,
  recognitionListDocument,
  recognitionPreviewDocument,
  type RecognitionListInput,
  type RecognitionPreview,
} from './documents.js';
import { base64Of } from './base64-of.js';
import { recognitionMessages } from './messages.js';
import { listPath } from './paths.js';
import { PreviewSection } from './PreviewSection.js';
import type { RecognitionList } from './fragments.js';

const typed = z
  .string()
  .nullish()
  .transform((text) => text?.trim() ?? '');

const formValues = z.object({
  document: typed,
  title: typed,
  authority: typed,
  issuedOn: typed,
  validFrom: typed,
  validUntil: typed,
  department: typed,
});
const DRAFT = 'recognition-list';
const KEPT = Object.keys(formValues.shape);
type HeadEntries = z.infer<typeof formValues>;

const origin = z.object({ list: z.string() });

/** A list is imported: its document, its file, what becomes of each line, and then the proposal. */
export function RecognitionImport() {
  const texts = useMessages(recognitionMessages);
  const { success, data } = origin.safeParse(useLocation().state);
  return (
    <Page title={success ? `${texts.importMore} · ${data.list}` : texts.import}>
      {success ? <MoreOf id={data.list} /> : <ImportForm list={null} />}
    </Page>
  );
}

function MoreOf({ id }: { id: string }) {
  const query = useDocument(recognitionListDocument, { id });
  return <Answer query={query}>{({ recognitionList }) => <ImportForm list={recognitionList} />}</Answer>;
}

interface Previewed {
  input: RecognitionListInput;
  preview: RecognitionPreview;
}

function ImportForm({ list }: { list: RecognitionList | null }) {
  const texts = useMessages(recognitionMessages);
  const api = useMessages(apiMessages);
  const client = useClient();
  const user = useUser();
  const notify = useNotify();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [noFile, setNoFile] = useState(false);
  const [asking, setAsking] = useState(false);
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const { submit, sending, refusal } = useFormCommand(
    proposeRecognitionList,
    ({ id }) => {
      notify(texts.form.done, { type: 'success' });
      void navigate(listPath(id));
    },
    list === null ? DRAFT : undefined,
  );

  const preview = async (entries: unknown) => {
    setNoFile(file === null);
    if (file === null) return;
    const { validUntil, ...head } = formValues.parse(entries);
    const content = base64Of(await file.arrayBuffer());
    const input = {
      ...head,
      validUntil: validUntil === '' ? null : validUntil,
      file: { name: file.name, content },
    };
    setAsking(true);
    try {
      const { recognitionPreview } = await client.run(recognitionPreviewDocument, { input });
      setPreviewed({ input, preview: recognitionPreview });
    } catch (error) {
      notify(errorSentence(error, api), { type: 'error', autoHideDuration: null });
    } finally {
      setAsking(false);
    }
  };

  return (
    <Stack sx={{ gap: 2 }}>
      <Card sx={{ p: 2 }}>
        <Form onSubmit={preview} defaultValues={initialOf(list, user?.department ?? '')}>
          {/* What was previewed is what is proposed: after a change it is looked at again. */}
          <Box onChange={() => setPreviewed(null)}>
            {list === null && <FormDraft form={DRAFT} fields={KEPT} />}
            <HeadInputs isKnown={list !== null} />
            <CsvFileChoice
              texts={{ ...texts.form, fileHint: `${texts.form.fileHint} ${texts.importSays}` }}
              name={file?.name ?? null}
              problem={noFile ? texts.form.noFile : null}
              onChoose={(chosen) => {
                setFile(chosen);
                setPreviewed(null);
              }}
            />
          </Box>
          <FormRefusal refusal={refusal} />
          <Button type="submit" variant={previewed === null ? 'contained' : 'outlined'} loading={asking} sx={{ mt: 1 }}>
            {previewed === null ? texts.form.preview : texts.form.previewAgain}
          </Button>
        </Form>
      </Card>
      {previewed !== null && (
        <PreviewSection preview={previewed.preview} sending={sending} onPropose={() => void submit(previewed.input)} />
      )}
    </Stack>
  );
}

function initialOf(list: RecognitionList | null, department: string): HeadEntries {
  if (list === null) {
    return { document: '', title: '', authority: '', issuedOn: '', validFrom: '', validUntil: '', department };
  }
  const { id, validUntil, ...head } = list;
  return { ...formValues.parse({ ...head, document: id }), validUntil: validUntil ?? '' };
}

function HeadInputs({ isKnown }: { isKnown: boolean }) {
  const { form: texts } = useMessages(recognitionMessages);
  const form = useMessages(formMessages);
  const required = needed(form.required);
  const day = { parse: (value: string) => value, readOnly: isKnown };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '1fr 1fr 1fr' }, columnGap: 1.5 }}>
      <TextInput
        source="document"
        label={texts.document}
        helperText={texts.documentHint}
        validate={required}
        readOnly={isKnown}
      />
      <TextInput source="title" label={texts.title} validate={required} readOnly={isKnown} />
      <TextInput source="authority" label={texts.authority} validate={required} readOnly={isKnown} />
      <DateInput source="issuedOn" label={texts.issuedOn} validate={needed(form.date)} {...day} />
      <DateInput source="validFrom" label={texts.validFrom} validate={needed(form.date)} {...day} />
      <DateInput source="validUntil" label={texts.validUntil} {...day} />
      <TextInput
        source="department"
        label={texts.department}
        helperText={texts.departmentHint}
        validate={required}
        readOnly={isKnown}
      />
    </Box>
  );
}
