import { Autocomplete, Box, Dialog, type PopperProps, TextField, Typography } from '@mui/material';
import { type HTMLAttributes, type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { codeFont } from '../app/theme.js';
import { useMessages } from '../i18n/messages.js';
import { ErrorState } from '../ui/ErrorState.js';
import type { Hit } from './hits.js';
import { searchMessages } from './messages.js';
import { useHits } from './use-hits.js';

/** One box over everything: what is typed is looked for, and Enter opens what is chosen. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const texts = useMessages(searchMessages);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const { hits, isPending, error, retry } = useHits(typed);
  const open = (hit: Hit | null) => {
    if (hit === null) return;
    onClose();
    void navigate(hit.to);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      slotProps={{ paper: { 'aria-label': texts.search } }}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      <Box sx={{ p: 2 }}>
        <Autocomplete
          open
          autoHighlight
          clearOnBlur={false}
          value={null}
          inputValue={typed}
          onInputChange={(_, text, reason) => reason !== 'reset' && setTyped(text)}
          onChange={(_, hit) => open(hit)}
          onClose={(_, reason) => reason === 'escape' && onClose()}
          options={hits}
          filterOptions={asTheyAre}
          getOptionKey={({ key }) => key}
          getOptionLabel={({ title }) => title}
          groupBy={({ group }) => texts.groups[group]}
          loading={isPending}
          loadingText={texts.searching}
          noOptionsText={error === null ? <Nothing typed={typed.trim()} /> : ''}
          forcePopupIcon={false}
          slots={{ popper: InPlace }}
          slotProps={{ paper: { elevation: 0 }, listbox: { sx: { maxHeight: '60vh' } } }}
          renderGroup={({ key, group, children }) => (
            <Group key={key} name={group}>
              {children}
            </Group>
          )}
          renderOption={({ key: _key, ...props }, hit) => <HitLine key={hit.key} props={props} hit={hit} />}
          renderInput={(input) => (
            <TextField {...input} autoFocus label={texts.label} helperText={`${texts.hint} · ${texts.keys}`} />
          )}
        />
        {error !== null && <ErrorState error={error} retry={retry} />}
        <Typography
          role="status"
          sx={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}
        >
          {isPending ? texts.searching : texts.found(hits.length)}
        </Typography>
      </Box>
    </Dialog>
  );
}

function asTheyAre(hits: Hit[]): Hit[] {
  return hits;
}

/** The list stands below the box, in the dialog. */
function InPlace({ children, className }: Pick<PopperProps, 'children' | 'className'>) {
  return <div className={className}>{typeof children === 'function' ? null : children}</div>;
}

/** The lines of one kind, for screen readers too. */
function Group({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <Box component="li" role="group" aria-label={name} sx={{ listStyle: 'none' }}>
      <Typography
        className="MuiAutocomplete-groupLabel"
        variant="caption"
        color="textSecondary"
        component="div"
        sx={{ px: 2, pt: 1 }}
      >
        {name}
      </Typography>
      <Box component="ul" role="presentation" sx={{ m: 0, p: 0 }}>
        {children}
      </Box>
    </Box>
  );
}

function HitLine({ props, hit }: { props: HTMLAttributes<HTMLLIElement>; hit: Hit }) {
  const isNumber = hit.group === 'claims' && hit.detail !== '';
  return (
    <Box component="li" {...props}>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography variant="body2" sx={isNumber ? { fontFamily: codeFont } : {}}>
          {hit.title}
        </Typography>
        {hit.detail !== '' && (
          <Typography variant="caption" color="textSecondary">
            {hit.detail}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

function Nothing({ typed }: { typed: string }) {
  const texts = useMessages(searchMessages);
  return (
    <>
      <Typography variant="body2">{texts.nothing(typed)}</Typography>
      <Typography variant="caption">{texts.nothingHint}</Typography>
    </>
  );
}
