/** Lines of the primary, in the shape of the program's own. */
export interface PrimaryLog {
  info(message: string, facts?: object): void;
  warn(message: string, facts?: object): void;
  error(message: string, facts?: object): void;
}

const ranks: Readonly<Record<string, number>> = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60, silent: 100 };

/** A few lines in an hour need no library for logs, which would have to be loaded into a process that does nothing. */
export function primaryLog(program: string, level: string, write: (line: string) => void = (line) => void process.stdout.write(line)): PrimaryLog {
  const least = ranks[level] ?? 30;
  const say = (name: 'info' | 'warn' | 'error') => (message: string, facts: object = {}) => {
    if ((ranks[name] ?? 0) >= least) write(`${JSON.stringify({ level: name, time: new Date().toISOString(), program: `${program}-primary`, ...facts, msg: message })}\n`);
  };
  return { info: say('info'), warn: say('warn'), error: say('error') };
}
