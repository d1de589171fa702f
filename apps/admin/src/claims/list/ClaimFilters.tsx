import { AutocompleteInput, BooleanInput, SelectArrayInput, TextInput } from 'react-admin';
import { useDocument } from '../../api/use-document.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { measureChoicesDocument } from '../../policies/documents.js';
import { DivisionInput } from '../../policies/try/DivisionInput.js';
import { FilterBar, onOrAbsent } from '../../ui/list/FilterBar.js';
import { claimMessages } from '../messages.js';
import { claimStatus } from '../shapes.js';

const dayMs = 86_400_000;

export function ClaimFilters() {
  const { filters, statuses } = useMessages(claimMessages);
  const bilingual = useBilingual();
  const measures = useDocument(measureChoicesDocument, {}, { staleTimeMs: dayMs });
  return (
    <FilterBar>
      <TextInput source="query" label={filters.query} resettable />
      <SelectArrayInput
        source="status"
        label={filters.status}
        choices={claimStatus.options.map((status) => ({ id: status, name: statuses[status] }))}
      />
      <AutocompleteInput
        source="measure"
        label={filters.measure}
        choices={(measures.data?.measures ?? [])
          .filter((measure) => measure.payable)
          .map((measure) => ({ id: measure.id, name: `${bilingual(measure.title)} ${measure.id}` }))}
        isPending={measures.isPending}
        slotProps={{ popper: { style: { width: 380 }, placement: 'bottom-start' } }}
      />
      <DivisionInput source="division" label={filters.division} under={null} />
      <TextInput source="year" label={filters.year} resettable />
      <BooleanInput source="waitingForMe" label={filters.waitingForMe} parse={onOrAbsent} />
      <BooleanInput source="held" label={filters.held} parse={onOrAbsent} />
    </FilterBar>
  );
}
