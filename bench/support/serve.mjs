// What every measured process does: tells its parent where it listens, and how much CPU it has used.

/** @param port where the server of this process listens. */
export function announce(port) {
  process.on('message', (message) => {
    if (message === 'collect') globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    process.send({ cpuMicros: user + system, memoryBytes: process.memoryUsage().rss });
  });
  // Whoever measures has gone: nobody needs this process any more.
  process.on('disconnect', () => process.exit());
  process.send({ port });
}
