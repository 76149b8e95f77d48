/**
 * Loaded before a program that `npm start` runs (`node --import`): ends the program when the launcher is gone, be it by
 * `kill -9`. The channel to it closes by itself then.
 */
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 6_000).unref();
});
// Listening must not keep a program alive that has nothing else to do.
process.channel?.unref();
