import { downloadCSV } from 'react-admin';
import type { MonthlyBy } from '../api/schema/enums.generated.js';
import { useUser } from '../auth/use-user.js';
import { csvOf } from '../export/csv.js';
import { exportMessages } from '../export/messages.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { beijingTime } from '../ui/beijing-time.js';
import { usePersonName } from '../ui/person.js';
import { uiMessages } from '../ui/ui-messages.js';
import type { MonthlyFigures, MonthlySeries } from './documents.js';
import { monthMessages } from './messages.js';
import { seriesName } from './series-name.js';

/** Hands all figures of the months to the browser as a file: a line for each series and month, in yuan. */
export function useMonthsFile(): (figures: MonthlyFigures, by: MonthlyBy) => void {
  const texts = useMessages(monthMessages);
  const files = useMessages(exportMessages);
  const { aside, yuan } = useMessages(uiMessages);
  const bilingual = useBilingual();
  const personName = usePersonName();
  const user = useUser();
  return ({ position, series, total }, by) => {
    const { CLAIMS, REQUESTED, DETERMINED, PAID } = texts.figures;
    const head = [
      texts.bys[by],
      texts.month,
      CLAIMS,
      ...[REQUESTED, DETERMINED, PAID].map((name) => aside(name, yuan)),
    ];
    const lines = (name: string, { months }: Pick<MonthlySeries, 'months'>) =>
      months.map(({ month, claims, requested, determined, paid }) => {
        return [name, month, claims === null ? '' : String(claims), requested ?? '', determined, paid];
      });
    const rows = [
      [texts.title],
      [files.at(position)],
      [files.writtenAt(beijingTime(new Date().toISOString()))],
      ...(user === null ? [] : [[files.writtenBy(personName(user))]]),
      [texts.asItStands],
      [],
      head,
      ...series.flatMap((each) => lines(seriesName(each, bilingual), each)),
      ...lines(texts.all, total),
    ];
    downloadCSV(csvOf(rows), `${texts.title}-${position}`);
  };
}
