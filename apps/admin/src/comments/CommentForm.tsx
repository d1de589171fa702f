import { Box, Button, Stack, TextField } from '@mui/material';
import { type ChangeEvent, type KeyboardEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { z } from 'zod';
import type { Refusal } from '../api/refusals.js';
import { useCommands } from '../api/use-command.js';
import { DraftOffer } from '../drafts/DraftOffer.js';
import { useDraft } from '../drafts/use-draft.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { formMessages } from '../ui/form-messages.js';
import { useProblemOf } from '../ui/problem-of.js';
import { RefusalNotice } from '../ui/RefusalNotice.js';
import { writeComment } from './documents.js';
import { type Colleague, colleagueSchema, MentionPicker } from './MentionPicker.js';
import { commentMessages } from './messages.js';

/** Also as Chinese keyboards write it. */
const at = /[@＠]$/;

const keptSchema = z.object({ text: z.string().catch(''), mentions: z.array(colleagueSchema).catch([]) });

/** Writes a comment: `@` in the text leads to the colleagues, and back to the text with the name of whom was chosen. */
export function CommentForm({ claim }: { claim: string }) {
  const texts = useMessages(commentMessages);
  const { required } = useMessages(formMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const [text, setText] = useState('');
  const [mentions, setMentions] = useState<Colleague[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [tried, setTried] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const problemOf = useProblemOf(refusal);
  const textRef = useRef<HTMLTextAreaElement>(null);
  const pickerRef = useRef<HTMLInputElement>(null);
  /** Behind the `@` that was typed last; null where nobody typed one. */
  const place = useRef<number | null>(null);
  /** Where the cursor goes once the text is what it is to be. */
  const cursor = useRef<number | null>(null);
  const isTyped = text !== '' || mentions.length > 0;
  const draft = useDraft({ form: `claim/${claim}/comment`, values: { text, mentions }, isTyped });

  useEffect(() => {
    if (cursor.current === null) return;
    textRef.current?.focus();
    textRef.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  }, [text]);

  const type = ({ target }: ChangeEvent<HTMLTextAreaElement | HTMLInputElement>) => {
    const end = target.selectionEnd ?? target.value.length;
    setText(target.value);
    setTried(false);
    if (target.value.length <= text.length || !at.test(target.value.slice(0, end))) return;
    place.current = end;
    setOpen(true);
    pickerRef.current?.focus();
  };

  const choose = (colleagues: Colleague[], chosen: Colleague | null) => {
    setMentions(colleagues);
    if (chosen === null) return;
    const [before, after] = [text.slice(0, place.current ?? text.length), text.slice(place.current ?? text.length)];
    const named = `${before.replace(at, '')}@${chosen.displayName} `;
    cursor.current = named.length;
    place.current = null;
    setText(`${named}${after}`);
  };

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    setRefusal(null);
    if (text.trim() === '') {
      textRef.current?.focus();
      return;
    }
    const outcome = await send(writeComment, { claim, text, mentions: mentions.map(({ userId }) => userId) });
    if (outcome === null) return;
    if (!outcome.done) {
      setRefusal(outcome.refusal);
      return;
    }
    setText('');
    setMentions([]);
    setTried(false);
    notify(texts.sent, { type: 'success' });
  };

  const problem = tried && text.trim() === '' ? required : problemOf('text');
  const isAtField = problemOf('text') ?? problemOf('mentions');
  return (
    <Box component="form" noValidate onSubmit={(event) => void submit(event)}>
      <DraftOffer
        draft={draft.offered}
        onDiscard={draft.discard}
        onRestore={({ values }) => {
          const kept = keptSchema.parse(values);
          setText(kept.text);
          setMentions(kept.mentions);
          draft.settle();
        }}
      />
      <Stack sx={{ gap: 1 }}>
        <TextField
          label={texts.text}
          value={text}
          onChange={type}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(event);
          }}
          inputRef={textRef}
          error={problem !== undefined}
          helperText={problem ?? texts.textHint}
          multiline
          minRows={2}
          size="small"
          fullWidth
        />
        <MentionPicker
          value={mentions}
          isOpen={isOpen}
          inputRef={pickerRef}
          problem={problemOf('mentions')}
          onOpen={setOpen}
          onChange={choose}
          onLeave={() => textRef.current?.focus()}
        />
        {isAtField === undefined && <RefusalNotice refusal={refusal && bilingual(refusal.message)} />}
        <Box>
          <Button type="submit" size="small" variant="contained" loading={sending}>
            {texts.send}
          </Button>
        </Box>
      </Stack>
    </Box>
  );
}
