import {
  Button,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useDocument } from '../../api/use-document.js';
import { ClaimNumber } from '../../claims/list/ClaimNumber.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/Amount.js';
import { Answer } from '../../ui/Answer.js';
import { Section } from '../../ui/Section.js';
import { VersionSelect } from './Comparison.js';
import { type PolicyVersion, type VersionEffect, versionEffectsDocument } from './documents.js';
import { versionMessages } from './messages.js';

interface EffectsProps {
  policy: string;
  /** First day of the document. */
  begins: string;
  /** The latest first. */
  versions: readonly PolicyVersion[];
  /** First day whose matters are held against the version; what is proposed next begins on it. */
  from: string;
  onFrom: (from: string) => void;
}

/** What would come out differently by a version, from a day on; 50 claims at a time. */
export function Effects({ policy, begins, versions, from, onFrom }: EffectsProps) {
  const texts = useMessages(versionMessages);
  const [version, setVersion] = useState(versions[0]?.version ?? '');
  /** Where each further page begins; none is the first. */
  const [pages, setPages] = useState<readonly string[]>([]);
  const restart = (change: () => void) => {
    change();
    setPages([]);
  };
  return (
    <Section title={texts.effects}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {texts.effectsHint}
      </Typography>
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap', mb: 1 }}>
        <VersionSelect
          label={texts.effectsOf}
          value={version}
          onChange={(chosen) => restart(() => setVersion(chosen))}
          versions={versions}
        />
        <TextField
          type="date"
          size="small"
          label={texts.effectsFrom}
          value={from}
          onChange={(event) => event.target.value !== '' && restart(() => onFrom(event.target.value))}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: begins } }}
        />
      </Stack>
      {[null, ...pages].map((after, index) => (
        <EffectsPage
          key={after ?? ''}
          asked={{ policy, version, from, after }}
          comparedBefore={index * PAGE}
          isLast={index === pages.length}
          goOn={(next) => setPages([...pages, next])}
        />
      ))}
    </Section>
  );
}

/** Claims that the API compares in one answer. */
const PAGE = 50;

interface EffectsPageProps {
  asked: { policy: string; version: string; from: string; after: string | null };
  comparedBefore: number;
  isLast: boolean;
  goOn: (next: string) => void;
}

function EffectsPage({ asked, comparedBefore, isLast, goOn }: EffectsPageProps) {
  const texts = useMessages(versionMessages);
  const query = useDocument(versionEffectsDocument, asked);
  return (
    <Answer query={query}>
      {({ policyVersionEffects: found }) =>
        found && (
          <Stack sx={{ gap: 1 }}>
            {found.effects.length > 0 && <EffectsTable effects={found.effects} />}
            {isLast && (
              <Stack direction="row" sx={{ gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
                <Typography variant="body2" color="textSecondary" role="status">
                  {found.total === 0 ? texts.noClaims : texts.compared(comparedBefore + found.compared, found.total)}
                  {found.total > 0 && found.effects.length === 0 && ` · ${texts.noEffects}`}
                </Typography>
                {found.next !== null && (
                  <Button size="small" onClick={() => found.next !== null && goOn(found.next)}>
                    {texts.more}
                  </Button>
                )}
              </Stack>
            )}
          </Stack>
        )
      }
    </Answer>
  );
}

function EffectsTable({ effects }: { effects: readonly VersionEffect[] }) {
  const texts = useMessages(versionMessages);
  const bilingual = useBilingual();
  return (
    <TableContainer>
      <Table size="small" aria-label={texts.effects}>
        <TableHead>
          <TableRow>
            <TableCell>{texts.claim}</TableCell>
            <TableCell>{texts.clause}</TableCell>
            <TableCell>{texts.occurredOn}</TableCell>
            <TableCell>{texts.state}</TableCell>
            <TableCell align="right">{texts.before}</TableCell>
            <TableCell align="right">{texts.after}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {effects.map(({ claim, isDetermined, before, after, why }) => (
            <TableRow key={claim.id}>
              <TableCell>
                <ClaimNumber id={claim.id} />
              </TableCell>
              <TableCell>{bilingual(claim.measure.title)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{claim.occurredOn}</TableCell>
              <TableCell>{isDetermined ? texts.determined : texts.undetermined}</TableCell>
              <TableCell align="right">{before === null ? texts.none : <Amount value={before} />}</TableCell>
              <TableCell align="right">
                {after === null ? why === null ? texts.none : bilingual(why) : <Amount value={after} />}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
