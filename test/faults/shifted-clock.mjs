/**
 * Loaded before a program (`node --import`): whenever it gets SIGUSR2 its clock jumps, as when somebody sets that of the
 * machine: by as many days as FAULTS_CLOCK_DAYS says (less than 0: back), and the next time to where it was.
 */
const byMs = Number(process.env.FAULTS_CLOCK_DAYS) * 86_400_000;
const Real = Date;
let shiftMs = 0;

process.on('SIGUSR2', () => {
  shiftMs = shiftMs === 0 ? byMs : 0;
});

globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length === 0 ? [Real.now() + shiftMs] : given));
  }

  static now() {
    return Real.now() + shiftMs;
  }
};
