import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { Problem } from './problem.js';

/** A port that nobody listens on at this moment, on loopback. */
export async function freePort(wish?: number): Promise<number> {
  if (wish && !(await isTaken(wish, '127.0.0.1'))) return wish;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/**
 * @param wanted settings' names and their ports
 * @throws Problem that names every taken port, who holds it and what to do
 */
export async function requirePorts(wanted: Readonly<Record<string, number>>, host: string): Promise<void> {
  const problems: string[] = [];
  for (const [setting, port] of Object.entries(wanted)) {
    if (!(await isTaken(port, host))) continue;
    const holder = holderOf(port);
    problems.push(`Port ${port} is taken${holder ? ` by process ${holder.pid} (${holder.command})` : ' by another program'}.\nStop that program, or choose another port: ${setting}=${port + 10} npm start`);
  }
  if (problems.length > 0) throw new Problem(problems.join('\n\n'));
}

function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(true);
      else if (error.code === 'EACCES') reject(new Problem(`This user may not listen on port ${port}. Ports below 1024 belong to root; choose a higher one.`));
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(false)));
  });
}

/** Who listens on a port, where the system tells (Linux: proc(5)). */
function holderOf(port: number): { pid: number; command: string } | null {
  if (process.platform !== 'linux') return null;
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listenersIn(table, port)));
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const holds = readdirSync(`/proc/${pid}/fd`).some((fd) => inodes.has(socketInode(`/proc/${pid}/fd/${fd}`)));
      if (holds) return { pid: Number(pid), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim().slice(0, 80) };
    } catch (error) {
      // Gone meanwhile, or somebody else's: the port is named without its holder then.
      if (!['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  return null;
}

function listenersIn(table: string, port: number): string[] {
  const listening = '0A';
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  let text: string;
  try {
    text = readFileSync(table, 'utf8');
  } catch (error) {
    // A kernel without IPv6 has no such table.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(suffix) && fields[3] === listening)
    .map((fields) => fields[9] ?? '');
}

function socketInode(path: string): string {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(path))?.[1] ?? '-';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '-';
    throw error;
  }
}
