import { AutocompleteInput, BooleanInput, SelectArrayInput, SelectInput, TextInput } from 'react-admin';
import { useDocument } from '../../api/use-document.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { DivisionInput } from '../../policies/try/DivisionInput.js';
import { choicesOf } from '../../ui/choices.js';
import { roundChoicesDocument } from '../../rounds/documents.js';
import { FilterBar, onOrAbsent } from '../../ui/list/FilterBar.js';
import { NarrowedBy } from '../../ui/list/NarrowedBy.js';
import { deadlineMessages } from '../deadline/messages.js';
import { assignMessages } from '../assign/messages.js';
import { claimMessages } from '../messages.js';
import { useClaimableMeasures } from '../use-claimable-measures.js';
import { useClaimFilterWords } from './use-claim-filter-words.js';

export function ClaimFilters() {
  const { filters, narrowedBy, statuses } = useMessages(claimMessages);
  const { lights } = useMessages(deadlineMessages);
  const { assignee, filters: assigned } = useMessages(assignMessages);
  const bilingual = useBilingual();
  const { measures, isPending } = useClaimableMeasures();
  const { values } = useClaimFilterWords();
  const rounds = useDocument(roundChoicesDocument, {}).data?.rounds ?? [];
  return (
    <>
      <FilterBar>
        <TextInput source="query" label={filters.query} resettable />
        <SelectArrayInput source="status" label={filters.status} choices={choicesOf(statuses)} />
        <SelectArrayInput source="light" label={filters.light} choices={choicesOf(lights)} />
        <AutocompleteInput
          source="measure"
          label={filters.measure}
          choices={measures.map(({ id, title }) => ({ id, name: `${bilingual(title)} ${id}` }))}
          isPending={isPending}
          slotProps={{ popper: { style: { width: 380 }, placement: 'bottom-start' } }}
        />
        <DivisionInput source="division" label={filters.division} under={null} offered="ever" />
        <TextInput source="year" label={filters.year} resettable />
        <BooleanInput source="waitingForMe" label={filters.waitingForMe} parse={onOrAbsent} />
        <BooleanInput source="escalatedToMe" label={filters.escalatedToMe} parse={onOrAbsent} />
        <SelectInput source="assigned" label={assignee} choices={choicesOf(assigned)} />
        <SelectInput
          source="round"
          label={filters.round}
          choices={rounds.map(({ id, name }) => ({ id, name: bilingual(name) }))}
        />
        <BooleanInput source="held" label={filters.held} parse={onOrAbsent} />
      </FilterBar>
      <NarrowedBy labels={narrowedBy} words={values} />
    </>
  );
}
