/** Seconds by the clock that the work takes. */
export async function wallSeconds(work: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
