/** A row of `read.yearly_total`; money is fen as a text. */
export interface YearlyTotalRow {
  readonly tenant: string;
  readonly uscc: string;
  readonly measure: string;
  readonly year: number;
  readonly reserved: string;
  readonly paid: string;
  readonly city: string;
  readonly county: string;
  readonly granted: string;
  readonly persons_reserved: string;
  readonly persons_paid: string;
  readonly persons_city: string;
  readonly persons_county: string;
  readonly persons: string;
  readonly counted_reserved: string;
  readonly counted_paid: string;
  readonly counted_city: string;
  readonly counted_county: string;
  readonly counted: string;
}
