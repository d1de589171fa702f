import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Alert, Box, Button, Chip, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useDocument } from '../../api/use-document.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Section } from '../../ui/Section.js';
import type { Claim } from '../fragments.js';
import { Prose } from '../page/Prose.js';
import { uiMessages } from '../../ui/ui-messages.js';
import { Differences } from './Differences.js';
import { type ClaimReturn, type ReturnItem, returnsDocument } from './documents.js';
import { returnMessages } from './messages.js';

/** For what the claim was returned, by when it is answered, and what was changed since. Nothing where it never was. */
export function ReturnsSection({ claim: { id } }: { claim: Claim }) {
  const texts = useMessages(returnMessages);
  const { data } = useDocument(returnsDocument, { id });
  const returns = data?.claim?.returns ?? [];
  if (returns.length === 0) return null;
  return (
    <Section title={texts.title}>
      <Stack component="ol" sx={{ listStyle: 'none', m: 0, p: 0, gap: 3 }}>
        {returns.map((each, index) => (
          <Box component="li" key={index}>
            <ReturnEntry claim={id} number={index + 1} each={each} />
          </Box>
        ))}
      </Stack>
    </Section>
  );
}

function ReturnEntry({ claim, number, each }: { claim: string; number: number; each: ClaimReturn }) {
  const texts = useMessages(returnMessages);
  const ui = useMessages(uiMessages);
  const { on, by, reason, items, answerBy, workingDays, isOverdue, lateReason, answeredOn, answeredBy, changes } = each;
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 0.5 }}>
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {texts.returnedBy(by, on)}
        </Typography>
        {answerBy !== null && (
          <Typography variant="body2" color="textSecondary">
            {texts.answerBy(answerBy, workingDays ?? 0)}
          </Typography>
        )}
        {isOverdue && <Chip size="small" color="error" label={texts.overdue} />}
        {answerBy !== null && (
          <Button
            size="small"
            startIcon={<PrintOutlined />}
            component={Link}
            to={`/claims/${claim}/returns/${String(number)}`}
          >
            {texts.notice}
          </Button>
        )}
      </Stack>
      {reason !== null && <Prose text={reason} />}
      {lateReason !== null && (
        <Alert severity="warning" sx={{ my: 1 }}>
          {ui.of(texts.lateReason, lateReason)}
        </Alert>
      )}
      <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
        {items.map((item) => (
          <Box component="li" key={item.field} sx={{ mt: 0.75 }}>
            <Item item={item} />
          </Box>
        ))}
      </Box>
      {answeredOn !== null && (
        <>
          <Typography variant="body2" sx={{ fontWeight: 650, mt: 1.5, mb: 0.5 }}>
            {`${texts.differences} · ${texts.answered(answeredOn, answeredBy ?? '')}`}
          </Typography>
          <Differences changes={changes} />
        </>
      )}
    </>
  );
}

function Item({ item }: { item: ReturnItem }) {
  const texts = useMessages(returnMessages);
  const ui = useMessages(uiMessages);
  const bilingual = useBilingual();
  const { label, was, wrong, wanted, told, isChanged, answer } = item;
  return (
    <>
      <Stack direction="row" sx={{ gap: 0.75, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {bilingual(label)}
        </Typography>
        {told !== 'FIRST' && (
          <Chip size="small" color="warning" variant="outlined" label={told === 'LATE' ? texts.late : texts.again} />
        )}
        <Chip
          size="small"
          variant="outlined"
          color={isChanged === true ? 'success' : 'default'}
          label={isChanged === null ? texts.toDo : isChanged ? texts.changed : texts.kept}
        />
      </Stack>
      <Typography variant="body2">{ui.of(texts.wrong, wrong)}</Typography>
      <Typography variant="body2">{ui.of(texts.wanted, wanted)}</Typography>
      {was !== null && bilingual(was) !== '' && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
          {ui.of(texts.was, bilingual(was))}
        </Typography>
      )}
      {answer !== null && <Typography variant="body2">{ui.of(texts.answer, answer)}</Typography>}
    </>
  );
}
