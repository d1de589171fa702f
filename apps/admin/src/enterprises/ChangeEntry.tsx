import { answersTo } from '@duixian/casework/proposals';
import { Button, Chip, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import type { Permission } from '../api/schema/enums.generated.js';
import { permissionNamed } from '../auth/permission-named.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { Notice } from '../ui/Notice.js';
import { uiMessages } from '../ui/ui-messages.js';
import { accountMessages } from './account-messages.js';
import type { OnProposal } from './documents.js';
import type { ProposedChange } from './fragments.js';
import type { Enterprise } from './documents.js';
import { type GiveNoticeCommand, NoticeDialog } from './NoticeDialog.js';
import { ProposalButtons, type ProposalButtonsProps } from './ProposalButtons.js';

interface ChangeEntryProps extends Omit<ProposalButtonsProps, 'proposal' | 'enterprise' | 'isMine' | 'isOpen'> {
  change: ProposedChange;
  enterprise: Enterprise;
  /** False where it can only be refused or taken back any more. */
  canHold: boolean;
  giveNotice: GiveNoticeCommand;
  /** What was proposed, beside how it stands. */
  title: ReactNode;
  children?: ReactNode;
  /** What else there is to say of it, before who did what. */
  lines?: string[];
}

/** A change of an enterprise's account or contact: what was proposed, how it stands, and what this official can say of it. */
export function ChangeEntry(props: ChangeEntryProps) {
  const { change, enterprise, canHold, giveNotice, title, children, lines = [], ...answering } = props;
  const texts = useMessages(accountMessages);
  const { of } = useMessages(uiMessages);
  const { standing, inForce, isMine } = change;
  const isOpen = standing === 'OPEN';
  const isPending = isOpen || standing === 'WAITING';
  const lacksNotice = isOpen && change.needsNotice && change.notice === null;
  return (
    <Stack sx={{ gap: 0.5 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Chip
          size="small"
          label={labelOf(change, texts)}
          color={inForce ? 'primary' : 'default'}
          variant={isPending ? 'outlined' : 'filled'}
        />
        {title}
      </Stack>
      {children}
      {[...lines, ...linesOf(change, texts, of)].map((line) => (
        <Typography key={line} variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {line}
        </Typography>
      ))}
      {canHold && lacksNotice && !isMine && (
        <NoticeNeeded
          giveNotice={giveNotice}
          on={{ uscc: enterprise.uscc, proposal: change.id }}
          says={enterprise.contact === null ? texts.noticeWithoutContact : texts.noticeNeeded}
          may={permissionNamed(answersTo(answering.answers.kind).permissions.agree)}
        />
      )}
      {isPending && (
        <ProposalButtons
          {...answering}
          enterprise={enterprise}
          proposal={change.id}
          isMine={isMine}
          isOpen={isOpen && canHold && !lacksNotice}
        />
      )}
    </Stack>
  );
}

type Texts = (typeof accountMessages)['zh'];

function labelOf({ standing, inForce, isFound }: ProposedChange, texts: Texts): string {
  if (inForce) return texts.current;
  if (standing === 'IN_FORCE') return texts.earlier;
  return isFound ? texts.unproven : texts.standings[standing];
}

function linesOf(change: ProposedChange, texts: Texts, of: (what: string, matter: string) => string): string[] {
  const { notice, answeredBy, answeredOn, standing } = change;
  if (change.isFound) return [texts.foundOn(change.proposedOn), ...(standing === 'LAPSED' ? [texts.foundSays] : [])];
  return [
    texts.proposedBy(change.proposedBy, change.proposedOn),
    ...(standing === 'OPEN' ? [texts.opensUntil(change.opensUntil)] : []),
    ...(notice === null ? [] : [of(texts.noticeGiven(texts.ways[notice.how], notice.by, notice.on), notice.note)]),
    ...(answeredBy === null || answeredOn === null ? [] : [texts.answeredBy(answeredBy, answeredOn)]),
    ...(change.effectiveFrom === null ? [] : [texts.effectiveFrom(change.effectiveFrom)]),
    ...(change.waiting === 'CAUTIOUS' ? [texts.cautious] : []),
    ...(change.reason === null ? [] : [change.reason]),
  ];
}

interface NoticeNeededProps {
  giveNotice: GiveNoticeCommand;
  on: OnProposal;
  /** Whom to tell, and who tells. */
  says: string;
  may: Permission;
}

function NoticeNeeded({ giveNotice, on, says, may }: NoticeNeededProps) {
  const texts = useMessages(accountMessages);
  const mayGive = useMay(may);
  const [giving, setGiving] = useState(false);
  return (
    <Notice
      tone="info"
      title={says}
      action={
        mayGive && (
          <Button size="small" onClick={() => setGiving(true)}>
            {texts.giveNotice}
          </Button>
        )
      }
    >
      {giving && <NoticeDialog giveNotice={giveNotice} on={on} says={says} onClose={() => setGiving(false)} />}
    </Notice>
  );
}
