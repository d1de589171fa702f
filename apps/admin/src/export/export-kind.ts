export interface ExportColumn<Row> {
  label: string;
  /** Amounts as the API writes them, to the fen. */
  value: (row: Row) => string | number | null;
}

/** What is exported of a list, and how its filter is said. */
export interface ExportKind<Row> {
  /** Of the list, also the file's name. */
  title: string;
  columns: readonly ExportColumn<Row>[];
  /** Labels of its filters, by the names that the address bar has for them. */
  filters: Readonly<Record<string, string>>;
  /** The names of a filter's values, where they have such: statuses, places, clauses. */
  values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** How a value of a filter is said: by its name where it has one. */
export function valueWord(values: ExportKind<unknown>['values'], name: string, value: unknown): string {
  return values[name]?.[String(value)] ?? String(value);
}

/** What the list is filtered by, as a person reads it: `状态：已拨付、公示中`. */
export function filterWords(
  filter: Readonly<Record<string, unknown>>,
  { filters, values }: Pick<ExportKind<unknown>, 'filters' | 'values'>,
  {
    yes,
    of,
    listed,
  }: { yes: string; of: (what: string, matter: string) => string; listed: (parts: string[]) => string },
): string[] {
  return Object.entries(filter).map(([name, value]) => {
    const parts = (Array.isArray(value) ? value : [value]).map((one) =>
      one === true ? yes : valueWord(values, name, one),
    );
    return of(filters[name] ?? name, listed(parts));
  });
}
