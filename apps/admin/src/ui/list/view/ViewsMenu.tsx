import BookmarkBorder from '@mui/icons-material/BookmarkBorder';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import LinkIcon from '@mui/icons-material/Link';
import { Button, IconButton, Stack, TextField, Typography } from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { useListContext, useNotify, useStore } from 'react-admin';
import { Link } from 'react-router';
import { z } from 'zod';
import { useUser } from '../../../auth/use-user.js';
import { useMessages } from '../../../i18n/messages.js';
import { PopoverButton } from '../../PopoverButton.js';
import { useFilterValues } from '../use-filter-values.js';
import { type Arrangement, withArrangement } from './arrangement.js';
import { viewMessages } from './messages.js';

const savedViews = z.array(z.object({ name: z.string(), search: z.string() })).catch([]);

interface ViewsMenuProps {
  resource: string;
  arrangement: Arrangement;
}

/** Views of a list that one named, and the link that shows somebody else the one on the screen. */
export function ViewsMenu({ resource, arrangement }: ViewsMenuProps) {
  const texts = useMessages(viewMessages);
  return (
    <PopoverButton icon={<BookmarkBorder />} label={texts.views} title={texts.views}>
      {(close) => <Views resource={resource} arrangement={arrangement} onChosen={close} />}
    </PopoverButton>
  );
}

function Views({ resource, arrangement, onChosen }: ViewsMenuProps & { onChosen: () => void }) {
  const texts = useMessages(viewMessages);
  const notify = useNotify();
  const userId = useUser()?.id ?? '';
  const [stored, setStored] = useStore<unknown>(`own.${userId}.${resource}.views`);
  const views = savedViews.parse(stored);
  const search = useViewSearch(arrangement);
  const copy = async () => {
    const link = `${window.location.origin}/${resource}${search}`;
    try {
      await navigator.clipboard.writeText(link);
      notify(texts.copied, { type: 'success' });
    } catch {
      notify(texts.notCopied(link), { type: 'warning', autoHideDuration: null, multiLine: true });
    }
    onChosen();
  };
  const save = (name: string) => {
    setStored([...views.filter((view) => view.name !== name), { name, search }]);
    notify(texts.saved(name), { type: 'success' });
    onChosen();
  };
  return (
    <Stack sx={{ p: 2, gap: 1.5, width: 320, maxWidth: '100%' }}>
      {views.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {texts.none}
        </Typography>
      )}
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {views.map(({ name, search: saved }) => (
          <Stack key={name} component="li" direction="row" sx={{ alignItems: 'center' }}>
            <Button
              component={Link}
              to={`/${resource}${saved}`}
              onClick={onChosen}
              sx={{ flex: 1, justifyContent: 'start', overflowWrap: 'anywhere' }}
            >
              {name}
            </Button>
            <IconButton
              size="small"
              aria-label={texts.remove(name)}
              onClick={() => setStored(views.filter((view) => view.name !== name))}
            >
              <DeleteOutlined fontSize="small" />
            </IconButton>
          </Stack>
        ))}
      </Stack>
      <SaveForm onSave={save} />
      <Button startIcon={<LinkIcon />} onClick={() => void copy()}>
        {texts.copyLink}
      </Button>
    </Stack>
  );
}

function SaveForm({ onSave }: { onSave: (name: string) => void }) {
  const texts = useMessages(viewMessages);
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = tried && name.trim() === '';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '') onSave(name.trim());
  };
  return (
    <Stack component="form" noValidate onSubmit={submit} sx={{ gap: 1 }}>
      <TextField
        label={texts.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={isMissing}
        helperText={isMissing ? texts.nameNeeded : texts.nameHint}
        slotProps={{ htmlInput: { maxLength: 40 } }}
      />
      <Button type="submit" variant="outlined">
        {texts.save}
      </Button>
    </Stack>
  );
}

/** The address of what is on the screen: filter, order, length of a page, and how the table is laid out. */
function useViewSearch(arrangement: Arrangement): string {
  const { sort, perPage } = useListContext();
  const filter = useFilterValues();
  const list = new URLSearchParams({
    filter: JSON.stringify(filter),
    sort: sort.field,
    order: sort.order,
    page: '1',
    perPage: String(perPage),
  });
  return withArrangement(list.toString(), arrangement);
}
