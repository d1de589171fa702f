import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Facts } from '../../ui/Facts.js';
import { Section } from '../../ui/Section.js';
import type { Claim } from '../fragments.js';
import { claimPageMessages } from './messages.js';

export function FactsSection({ claim }: { claim: Claim }) {
  const texts = useMessages(claimPageMessages);
  const bilingual = useBilingual();
  return (
    <Section title={texts.facts}>
      <Facts
        entries={[
          ...claim.facts.map((fact) => [bilingual(fact.label), bilingual(fact.display)] as const),
          claim.subject === null ? null : [texts.subject, claim.subject],
          [texts.occurredOn, claim.occurredOn],
          [texts.year, claim.year],
        ]}
      />
    </Section>
  );
}
