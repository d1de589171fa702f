/** Loaded before a program (`node --import`): its clock is as many days ahead as FAULTS_CLOCK_DAYS says; less than 0: behind. */
const shiftMs = Number(process.env.FAULTS_CLOCK_DAYS) * 86_400_000;
const Real = Date;

globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length === 0 ? [Real.now() + shiftMs] : given));
  }

  static now() {
    return Real.now() + shiftMs;
  }
};
