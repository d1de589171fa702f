const MICROSECONDS = 1_000_000;

/**
 * Seconds of one core that the work takes: the processor's time of all of this process's threads, those of native code
 * and of the garbage collector included. What others do on the machine does not count.
 */
export async function coreSeconds(work: () => Promise<void> | void): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / MICROSECONDS;
}
