// The process's clock, moved by whoever started it: `child.send({ moveClock: milliseconds })`. Timers go on as they are.
const RealDate = Date;
let moved = 0;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + moved);
    else super(...given);
  }

  static now() {
    return RealDate.now() + moved;
  }
};

// Only in the process that the test itself started: in those that this one starts, whoever listens first takes the
// messages that wait for the program.
if (process.env.MOVABLE_CLOCK) {
  delete process.env.MOVABLE_CLOCK;
  process.on('message', (message) => {
    if (typeof message?.moveClock !== 'number') return;
    moved = message.moveClock;
    process.send({ clockMoved: moved });
  });
}
