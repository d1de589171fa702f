import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useDocument } from '../../api/use-document.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Answer } from '../../ui/Answer.js';
import { today } from '../../ui/beijing-time.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Page } from '../../ui/Page.js';
import { Section } from '../../ui/Section.js';
import { policyMessages } from '../messages.js';
import { Comparison } from './Comparison.js';
import { type PolicyVersions, policyVersionsDocument } from './documents.js';
import { Effects } from './Effects.js';
import { versionMessages } from './messages.js';
import { PolicyNotices } from './PolicyNotices.js';
import { VersionItem } from './VersionItem.js';

/** The versions of a policy on record: which decides from when, how two differ, and what would come out differently. */
export function VersionsPage() {
  const texts = useMessages(policyMessages);
  const { id = '' } = useParams();
  const query = useDocument(policyVersionsDocument, { policy: id });
  return (
    <Answer query={query}>
      {({ policy, policyVersions }) =>
        policy === null || policyVersions === null ? (
          <EmptyState
            title={texts.notFound}
            hint={texts.notFoundHint}
            action={
              <Button component={Link} to="/policies">
                {texts.toList}
              </Button>
            }
          />
        ) : (
          <VersionsView policy={policy} found={policyVersions} />
        )
      }
    </Answer>
  );
}

interface VersionsViewProps {
  policy: { id: string; title: { zh: string; en: string }; from: string };
  found: PolicyVersions;
}

function VersionsView({ policy, found }: VersionsViewProps) {
  const texts = useMessages(versionMessages);
  const bilingual = useBilingual();
  const { versions, notices, isMyOffice } = found;
  const [from, setFrom] = useState(versions[0]?.proposal?.from ?? today());
  const withContent = versions.filter(({ standing }) => standing !== 'MISSING');
  return (
    <Page
      title={`${texts.title} · ${bilingual(policy.title)}`}
      actions={
        <Button component={Link} to={`/policies/${policy.id}/show`}>
          {texts.back}
        </Button>
      }
    >
      <Stack sx={{ gap: 2 }}>
        <PolicyNotices notices={notices} />
        <Section title={texts.list}>
          {versions.length === 0 && <EmptyState title={texts.empty} hint={texts.emptyHint} />}
          <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 2 }}>
            {versions.map((version) => (
              <VersionItem
                key={version.version}
                policy={policy.id}
                begins={policy.from}
                from={from}
                version={version}
                mayAct={isMyOffice}
              />
            ))}
          </Stack>
        </Section>
        {withContent.length > 1 && (
          <>
            <Comparison policy={policy.id} versions={withContent} />
            <Effects policy={policy.id} begins={policy.from} versions={withContent} from={from} onFrom={setFrom} />
          </>
        )}
      </Stack>
    </Page>
  );
}
