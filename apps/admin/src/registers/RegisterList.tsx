import UploadFile from '@mui/icons-material/UploadFile';
import { Button, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useDocument } from '../api/use-document.js';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Facts } from '../ui/Facts.js';
import { Page } from '../ui/Page.js';
import { Section } from '../ui/Section.js';
import { uiMessages } from '../ui/ui-messages.js';
import { registersDocument, type RegisterEdition, type RegisterWithEditions } from './documents.js';
import { EditionChip } from './EditionChip.js';
import { registerMessages } from './messages.js';
import { editionPath, importPath } from './paths.js';

/** In pixels: on a narrow screen the table is moved sideways. */
const WIDTH = 720;

/** The registers that the city keeps, each with its rule and its editions. */
export function RegisterList() {
  const texts = useMessages(registerMessages);
  const query = useDocument(registersDocument, {});
  return (
    <Page title={texts.title}>
      <Answer query={query}>
        {({ registers }) =>
          registers.length === 0 ? (
            <EmptyState title={texts.empty} hint={texts.emptyHint} />
          ) : (
            <Stack sx={{ gap: 2 }}>
              {registers.map((register) => (
                <RegisterSection key={register.id} register={register} />
              ))}
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}

function RegisterSection({ register }: { register: RegisterWithEditions }) {
  const { id, name, source, asked, years, keptBy, clearedBy, isMine, editions, inForce } = register;
  const texts = useMessages(registerMessages);
  const ui = useMessages(uiMessages);
  const bilingual = useBilingual();
  const { asOf } = useAsOf();
  return (
    <Section
      title={bilingual(name)}
      aside={
        isMine &&
        asOf === null && (
          <Button size="small" startIcon={<UploadFile />} component={Link} to={importPath(id)}>
            {texts.import}
          </Button>
        )
      }
    >
      <Stack sx={{ gap: 1.5 }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {inForce === null ? texts.noEdition : texts.inForce(inForce.no, inForce.publishedOn, inForce.rows)}
        </Typography>
        <Facts
          entries={[
            [texts.source, source],
            [texts.asked, ui.listed(asked.map((step) => texts.askedAt[step]))],
            [texts.lasts, years === null ? texts.whileListed : texts.forYears(years)],
            [texts.keptBy, bilingual(keptBy)],
            [texts.clearedBy, bilingual(clearedBy)],
          ]}
        />
        {editions.length > 0 && <EditionTable editions={editions} label={bilingual(name)} />}
      </Stack>
    </Section>
  );
}

function EditionTable({ editions, label }: { editions: RegisterEdition[]; label: string }) {
  const texts = useMessages(registerMessages);
  const { columns } = texts;
  return (
    <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={`${label} · ${texts.editions}`}>
      <Table size="small" sx={{ minWidth: WIDTH }}>
        <TableHead>
          <TableRow>
            {[columns.no, columns.title, columns.authority, columns.publishedOn, columns.rows, columns.standing].map(
              (header) => (
                <TableCell key={header}>{header}</TableCell>
              ),
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {editions.map((edition) => (
            <TableRow key={edition.id}>
              <TableCell>
                <Link to={editionPath(edition.register, edition.id)}>{texts.edition(edition.no)}</Link>
              </TableCell>
              <TableCell>{edition.title}</TableCell>
              <TableCell>{edition.authority}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{edition.publishedOn}</TableCell>
              <TableCell>{texts.counted(edition.rows, edition.refused)}</TableCell>
              <TableCell>
                <EditionChip standing={edition.standing} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
