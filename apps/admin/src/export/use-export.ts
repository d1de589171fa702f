import { useRef, useState } from 'react';
import { type Identifier, type RaRecord, useDataProvider, useListContext, useLogoutIfAccessDenied } from 'react-admin';
import { apiMessages, errorSentence } from '../api/api-messages.js';
import { pageSizeMax } from '../api/pages.js';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { useUser } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { beijingTime } from '../ui/beijing-time.js';
import { useFilterValues } from '../ui/list/use-filter-values.js';
import { usePersonName } from '../ui/person.js';
import { uiMessages } from '../ui/ui-messages.js';
import { type ExportKind, filterWords } from './export-kind.js';
import { exportMessages } from './messages.js';
import { type WholeList, exportedMax, readAll } from './read-all.js';
import type { FileFormat } from './sheet.js';
import { useDownload } from './use-download.js';

export type ExportState =
  | { at: 'rest' }
  | { at: 'reading'; read: number; total: number }
  /** @property gone how many of those that were selected are not in the list any more. */
  | { at: 'done'; count: number; gone: number }
  | { at: 'refused'; why: string };

interface Export {
  state: ExportState;
  /** @param selected those that are wanted; null = all that the filter leaves. */
  begin: (selected: readonly Identifier[] | null, format: FileFormat) => Promise<void>;
  /** Gives up what is being read, or what was said. */
  end: () => void;
}

/** Reads a list as it is filtered and sorted on the screen, and hands it to the browser as a file. */
export function useExport<Row extends RaRecord>(kind: ExportKind<Row>): Export {
  const texts = useMessages(exportMessages);
  const api = useMessages(apiMessages);
  const { resource, sort } = useListContext();
  const filter = useFilterValues();
  const dataProvider = useDataProvider();
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  const { asOf } = useAsOf();
  const headOf = useHead(kind);
  const download = useDownload();
  const [state, setState] = useState<ExportState>({ at: 'rest' });
  const round = useRef(0);

  const begin: Export['begin'] = async (selected, format) => {
    round.current += 1;
    const own = round.current;
    setState({ at: 'reading', read: 0, total: 0 });
    try {
      const read = await readAll<Row>({
        getPage: (page) =>
          dataProvider.getList(resource, {
            pagination: { page, perPage: pageSizeMax },
            sort,
            filter,
            ...(asOf === null ? {} : { meta: { asOf } }),
          }),
        wanted: selected === null ? null : new Set(selected),
        onProgress: (done, total) => own === round.current && setState({ at: 'reading', read: done, total }),
        isCancelled: () => own !== round.current,
      });
      if (read === null) return;
      if ('tooMany' in read) {
        setState({ at: 'refused', why: texts.tooMany(shown(read.tooMany), shown(exportedMax)) });
        return;
      }
      const { rows, position } = read;
      const sheet = {
        title: kind.title,
        above: headOf(read, selected !== null),
        columns: kind.columns.map(({ label }) => label),
        rows: rows.map((row) => kind.columns.map(({ value }) => value(row))),
      };
      await download(sheet, position, format);
      setState({ at: 'done', count: rows.length, gone: selected === null ? 0 : selected.length - rows.length });
    } catch (error) {
      if (await logoutIfAccessDenied(error)) return;
      if (own === round.current) setState({ at: 'refused', why: `${texts.failed} ${errorSentence(error, api)}` });
    }
  };
  const end = () => {
    round.current += 1;
    setState({ at: 'rest' });
  };
  return { state, begin, end };
}

function shown(count: number): string {
  return count.toLocaleString('en');
}

/** Gives the function that says above the lines what they are: of which state, by which filter, when and by whom. */
function useHead(kind: ExportKind<never>): (read: WholeList<unknown>, isSelection: boolean) => string[] {
  const texts = useMessages(exportMessages);
  const ui = useMessages(uiMessages);
  const filter = useFilterValues();
  const personName = usePersonName();
  const user = useUser();
  return ({ rows, position }, isSelection) => {
    const words = filterWords(filter, kind, ui);
    return [
      kind.title,
      texts.at(position),
      texts.writtenAt(beijingTime(new Date().toISOString())),
      ...(user === null ? [] : [texts.writtenBy(personName(user))]),
      words.length === 0 ? texts.noFilter : texts.filter(words.join(texts.separator)),
      isSelection ? texts.selected(shown(rows.length)) : texts.count(shown(rows.length)),
    ];
  };
}
