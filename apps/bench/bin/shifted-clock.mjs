// Shifts the clock of a program and of everything that it starts: `node --import shifted-clock.mjs`, with the
// milliseconds in the file that SHIFTED_CLOCK names. They may change while it runs. Timers go on as they are.
import { readFileSync, statSync } from 'node:fs';

const file = process.env.SHIFTED_CLOCK;
const RealDate = Date;
let shift = 0;
let seen = -1;

function look() {
  const changed = statSync(file).mtimeMs;
  if (changed === seen) return;
  seen = changed;
  shift = Number(readFileSync(file, 'utf8')) || 0;
}

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shift);
    else super(...given);
  }

  static now() {
    return RealDate.now() + shift;
  }
};

look();
setInterval(look, 20).unref();
