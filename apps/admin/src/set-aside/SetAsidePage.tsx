import { Stack, Typography } from '@mui/material';
import { useDocument } from '../api/use-document.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Page } from '../ui/Page.js';
import { Section } from '../ui/Section.js';
import { CorrectionItem } from './CorrectionItem.js';
import { setAsideDocument } from './documents.js';
import { setAsideMessages } from './messages.js';
import { SetAsideItem } from './SetAsideItem.js';
import { waitMessages } from './wait-messages.js';
import { Waits } from './Waits.js';

/** What lists and totals could not hold, why, and what administrators put in its place. */
export function SetAsidePage() {
  const texts = useMessages(setAsideMessages);
  const waitTexts = useMessages(waitMessages);
  const query = useDocument(setAsideDocument, {});
  return (
    <Page title={texts.title}>
      <Answer query={query}>
        {({ setAsideRecords, databaseWaits, corrections }) => (
          <Stack sx={{ gap: 2 }}>
            <Section title={texts.records}>
              {setAsideRecords.length === 0 ? (
                <EmptyState title={texts.empty} hint={texts.emptyHint} />
              ) : (
                <Stack component="ul" sx={{ gap: 2, m: 0, p: 0, listStyle: 'none' }}>
                  {setAsideRecords.map((record) => (
                    <SetAsideItem
                      key={record.stream}
                      record={record}
                      isOpen={corrections.some((one) => one.position === record.position && one.standing === 'OPEN')}
                    />
                  ))}
                </Stack>
              )}
            </Section>
            <Section title={waitTexts.title}>
              <Waits waits={databaseWaits} />
            </Section>
            <Section title={texts.corrections}>
              {corrections.length === 0 && (
                <Typography variant="body2" color="textSecondary">
                  {texts.noCorrections}
                </Typography>
              )}
              <Stack component="ul" sx={{ gap: 2, m: 0, p: 0, listStyle: 'none' }}>
                {corrections.map((correction) => (
                  <CorrectionItem key={correction.id} correction={correction} />
                ))}
              </Stack>
            </Section>
          </Stack>
        )}
      </Answer>
    </Page>
  );
}
