import { fen, formatYuanGrouped } from '@duixian/money';
import { useMessages } from '../i18n/messages.js';
import { uiMessages } from '../ui/ui-messages.js';
import { monthMessages } from './messages.js';
import { type MonthFigure, tenThousands } from './month-rows.js';

interface ShownValue {
  /** In a table: money in ten thousands. */
  shortly: (value: bigint, figure: MonthFigure) => string;
  /** Money to the fen, or claims, each with its unit. */
  exactly: (value: bigint, figure: MonthFigure) => string;
}

/** How the value of a figure is written. */
export function useShownValue(): ShownValue {
  const texts = useMessages(monthMessages);
  const { yuan } = useMessages(uiMessages);
  return {
    shortly: (value, figure) => (figure === 'CLAIMS' ? value.toLocaleString('en') : tenThousands(value)),
    exactly: (value, figure) =>
      figure === 'CLAIMS' ? texts.claims(value.toLocaleString('en')) : `${formatYuanGrouped(fen(value))} ${yuan}`,
  };
}
