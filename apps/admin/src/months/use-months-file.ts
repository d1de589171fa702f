import { useNotify } from 'react-admin';
import type { MonthlyBy } from '../api/schema/enums.generated.js';
import { useUser } from '../auth/use-user.js';
import { exportMessages } from '../export/messages.js';
import type { FileFormat } from '../export/sheet.js';
import { useDownload } from '../export/use-download.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { beijingTime } from '../ui/beijing-time.js';
import { usePersonName } from '../ui/person.js';
import { uiMessages } from '../ui/ui-messages.js';
import type { MonthlyFigures, MonthlySeries } from './documents.js';
import { monthMessages } from './messages.js';
import { seriesName } from './series-name.js';

/** Hands all figures of the months to the browser as a file: a line for each series and month, in yuan. */
export function useMonthsFile(): (figures: MonthlyFigures, by: MonthlyBy, format: FileFormat) => void {
  const texts = useMessages(monthMessages);
  const files = useMessages(exportMessages);
  const { aside, yuan } = useMessages(uiMessages);
  const bilingual = useBilingual();
  const personName = usePersonName();
  const user = useUser();
  const download = useDownload();
  const notify = useNotify();
  return ({ position, series, total }, by, format) => {
    const { CLAIMS, REQUESTED, DETERMINED, PAID } = texts.figures;
    const columns = [
      texts.bys[by],
      texts.month,
      CLAIMS,
      ...[REQUESTED, DETERMINED, PAID].map((name) => aside(name, yuan)),
    ];
    const lines = (name: string, { months }: Pick<MonthlySeries, 'months'>) =>
      months.map(({ month, claims, requested, determined, paid }) => {
        return [name, month, claims, requested, determined, paid];
      });
    const above = [
      texts.title,
      files.at(position),
      files.writtenAt(beijingTime(new Date().toISOString())),
      ...(user === null ? [] : [files.writtenBy(personName(user))]),
      texts.asItStands,
    ];
    const rows = [...series.flatMap((each) => lines(seriesName(each, bilingual), each)), ...lines(texts.all, total)];
    download({ title: texts.title, above, columns, rows }, position, format).catch(() =>
      notify(files.failed, { type: 'warning' }),
    );
  };
}
