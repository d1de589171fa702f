import { Typography } from '@mui/material';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { compareMessages } from './messages.js';

const shownMax = 60;

/** That there is no claim of this number, or none that the reader may see: the two are told apart to nobody. */
export function UnknownClaim({ text }: { text: string }) {
  const texts = useMessages(compareMessages);
  const { asOf } = useAsOf();
  const shown = text.length > shownMax ? `${text.slice(0, shownMax)}…` : text;
  return (
    <Notice tone="warning" title={asOf === null ? texts.unknown(shown) : texts.notYetThen(shown)}>
      <Typography variant="body2">{texts.unknownHint}</Typography>
    </Notice>
  );
}
