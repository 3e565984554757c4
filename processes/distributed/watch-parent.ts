// Loaded before a program that must not outlive the one that started it: ends it in order, as SIGTERM would, when that one
// was killed and could not pass anything on. For systems whose kernel does not tell.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 200).unref();
