import { useNotify } from 'react-admin';
import { useCommands } from '../api/use-command.js';
import { useMessages } from '../i18n/messages.js';
import { CommandDialog } from '../ui/CommandDialog.js';
import { eraseContact } from './documents.js';
import { enterpriseMessages } from './messages.js';

export function EraseContactDialog({ uscc, onClose }: { uscc: string; onClose: () => void }) {
  const texts = useMessages(enterpriseMessages);
  const notify = useNotify();
  const { send, sending } = useCommands();
  return (
    <CommandDialog
      title={texts.eraseContact}
      says={texts.eraseSays}
      confirmLabel={texts.eraseContact}
      grave
      sending={sending}
      submit={() => send(eraseContact, uscc)}
      onClose={onClose}
      onDone={() => {
        notify(texts.erased, { type: 'success' });
        onClose();
      }}
    />
  );
}
