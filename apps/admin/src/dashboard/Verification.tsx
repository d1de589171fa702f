import { Box, Typography } from '@mui/material';
import { useDocument } from '../api/use-document.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { beijingTime } from '../ui/beijing-time.js';
import { Notice } from '../ui/Notice.js';
import { Section } from '../ui/Section.js';
import { type LastVerification, type VerificationDifference, verificationDocument } from './documents.js';
import { verificationMessages } from './verification-messages.js';

/** For auditors and administrators: whether what is stored is what was recorded, and when that was last looked at. */
export function Verification() {
  const texts = useMessages(verificationMessages);
  const mayRead = useMay('VERIFICATION_READ');
  const { data } = useDocument(verificationDocument, {}, { enabled: mayRead });
  if (!mayRead || data === undefined) return null;
  const { verification, verificationUnderWay } = data;
  return (
    <Section title={texts.title}>
      {verification === null ? (
        <Typography variant="body2">{texts.never}</Typography>
      ) : (
        <LastResult verification={verification} isUnderWay={verificationUnderWay !== null} />
      )}
      {verificationUnderWay !== null && (
        <Typography variant="body2" role="status" sx={{ mt: 1 }}>
          {texts.underWay(beijingTime(verificationUnderWay))}
        </Typography>
      )}
    </Section>
  );
}

function LastResult({ verification, isUnderWay }: { verification: LastVerification; isUnderWay: boolean }) {
  const texts = useMessages(verificationMessages);
  const { startedAt, intact, position, link, chainedLater, differences } = verification;
  const at = beijingTime(startedAt);
  const isOverdue = !isUnderWay && Date.now() - Date.parse(startedAt) > UNVERIFIED_MS_MAX;
  return (
    <>
      {intact ? (
        <Typography variant="body2">{texts.intact(at, position)}</Typography>
      ) : (
        <Notice tone="error" title={texts.changed(at)}>
          <Typography variant="body2">{texts.changedHint}</Typography>
          <Differences differences={differences} />
        </Notice>
      )}
      {isOverdue && (
        <Box sx={{ mt: 1 }}>
          <Notice tone="warning" title={texts.overdue} />
        </Box>
      )}
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
        {`${texts.link} ${link} · ${texts.linkHint}`}
        {chainedLater !== null && ` ${texts.chainedLater(chainedLater)}`}
      </Typography>
    </>
  );
}

/** Two nights without one are no accident. */
const UNVERIFIED_MS_MAX = 50 * 3_600_000;

function Differences({ differences }: { differences: VerificationDifference[] }) {
  const texts = useMessages(verificationMessages);
  return (
    <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>
      {differences.map(({ check, position, subject, field, stored, computed }) => (
        <Typography
          key={`${check} ${subject} ${field}`}
          component="li"
          variant="body2"
          sx={{ overflowWrap: 'anywhere' }}
        >
          {position !== null && `${texts.position(position)} · `}
          {`${texts.checks[check]} ${subject} · ${field} · ${texts.stored} ${stored ?? texts.nothing} · ${texts.computed} ${computed ?? texts.nothing}`}
        </Typography>
      ))}
    </Box>
  );
}
