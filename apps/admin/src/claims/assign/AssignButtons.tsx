import { Button } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useUser } from '../../auth/use-user.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { AssignDialog } from './AssignDialog.js';
import { assignMessages } from './messages.js';
import { useAssign } from './use-assign.js';

/** Takes claims for oneself, or asks to whom they are given. */
export function AssignButtons({ claims, isMine = false }: { claims: readonly string[]; isMine?: boolean }) {
  const texts = useMessages(assignMessages);
  const bilingual = useBilingual();
  const notify = useNotify();
  const user = useUser();
  const { run, sending } = useAssign();
  const [isOpen, setOpen] = useState(false);

  const take = async (id: string) => {
    const refused = await run(new Map([[id, claims]]));
    if (refused === null) return;
    const [first] = refused;
    if (first !== undefined) notify(bilingual(first.message), { type: 'warning' });
    if (refused.length < claims.length) notify(texts.done(claims.length - refused.length), { type: 'success' });
  };

  return (
    <>
      {user && !isMine && (
        <Button size="small" loading={sending} onClick={() => void take(user.id)}>
          {texts.take}
        </Button>
      )}
      <Button size="small" onClick={() => setOpen(true)}>
        {texts.give}
      </Button>
      {isOpen && <AssignDialog claims={claims} onClose={() => setOpen(false)} />}
    </>
  );
}
