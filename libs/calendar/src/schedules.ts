import { checkedSchedules } from './check-schedules.js';

/** What the State Council's office publishes for a year, each November before: how its days depart from Monday to Friday. */
export interface YearSchedule {
  /** Number of the notice (文号), and of the one that changed it since, where there is one. */
  readonly notices: readonly string[];
  /** Mondays to Fridays without work, `MM-DD`. */
  readonly off: readonly string[];
  /** Saturdays and Sundays with work (调休上班), `MM-DD`. */
  readonly worked: readonly string[];
}

const days = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));

/**
 * 国务院办公厅关于部分节假日安排的通知, one entry a year. Days taken over from the npm package chinese-days 1.5.7
 * (MIT); a new year is added here when its notice is out, with its number, and the tables of due days are built anew
 * (`readProjection.version`).
 */
export const SCHEDULES: ReadonlyMap<number, YearSchedule> = checkedSchedules([
  [
    2019,
    {
      notices: ['国办发明电〔2018〕15号', '国办发明电〔2019〕3号'],
      off: days(
        '01-01 02-04 02-05 02-06 02-07 02-08 04-05 05-01 05-02 05-03 06-07 09-13 10-01 10-02 10-03 10-04 10-07',
      ),
      worked: days('02-02 02-03 04-28 05-05 09-29 10-12'),
    },
  ],
  [
    2020,
    {
      notices: ['国办发明电〔2019〕16号', '国办发明电〔2020〕1号'],
      off: days(
        '01-01 01-24 01-27 01-28 01-29 01-30 01-31 04-06 05-01 05-04 05-05 06-25 06-26 10-01 10-02 10-05 10-06 10-07 10-08',
      ),
      worked: days('01-19 04-26 05-09 06-28 09-27 10-10'),
    },
  ],
  [
    2021,
    {
      notices: ['国办发明电〔2020〕27号'],
      off: days(
        '01-01 02-11 02-12 02-15 02-16 02-17 04-05 05-03 05-04 05-05 06-14 09-20 09-21 10-01 10-04 10-05 10-06 10-07',
      ),
      worked: days('02-07 02-20 04-25 05-08 09-18 09-26 10-09'),
    },
  ],
  [
    2022,
    {
      notices: ['国办发明电〔2021〕11号'],
      off: days(
        '01-03 01-31 02-01 02-02 02-03 02-04 04-04 04-05 05-02 05-03 05-04 06-03 09-12 10-03 10-04 10-05 10-06 10-07',
      ),
      worked: days('01-29 01-30 04-02 04-24 05-07 10-08 10-09'),
    },
  ],
  [
    2023,
    {
      notices: ['国办发明电〔2022〕16号'],
      off: days(
        '01-02 01-23 01-24 01-25 01-26 01-27 04-05 05-01 05-02 05-03 06-22 06-23 09-29 10-02 10-03 10-04 10-05 10-06',
      ),
      worked: days('01-28 01-29 04-23 05-06 06-25 10-07 10-08'),
    },
  ],
  [
    2024,
    {
      notices: ['国办发明电〔2023〕7号'],
      off: days(
        '01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 10-04 10-07',
      ),
      worked: days('02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12'),
    },
  ],
  [
    2025,
    {
      notices: ['国办发明电〔2024〕12号'],
      off: days(
        '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08',
      ),
      worked: days('01-26 02-08 04-27 09-28 10-11'),
    },
  ],
  [
    2026,
    {
      notices: ['国办发明电〔2025〕7号'],
      off: days(
        '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07',
      ),
      worked: days('01-04 02-14 02-28 05-09 09-20 10-10'),
    },
  ],
]);
