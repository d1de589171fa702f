import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { readMention } from './documents.js';
import { commentMessages } from './messages.js';

/** Marks comments that mention whoever is signed in as read, and says so. */
export function useReadMention(): { markRead: (claim: string, comment: string) => void; sending: boolean } {
  const texts = useMessages(commentMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const { send, sending } = useCommands();
  const markRead = async (claim: string, comment: string) => {
    const outcome = await send(readMention, { claim, comment });
    if (outcome === null) return;
    if (outcome.done) notify(texts.readNow, { type: 'success' });
    else notify(bilingual(outcome.refusal.message), { type: 'warning' });
  };
  return { markRead: (claim, comment) => void markRead(claim, comment), sending };
}
