#!/usr/bin/env node
// Measures pages and clicks of a running installation:
//   npm run bench [-- address [connections [seconds]]]
// One connection at a time is answered per socket, as browsers do it. The client shares the machine with the server, so
// the numbers compare one day with another and say little about a server with a network in between.
import { Agent, request } from 'node:http';

const [address = 'http://127.0.0.1:4200', connections = '32', seconds = '5'] = process.argv.slice(2);

const home = await text('/');
if (home === null) {
  console.error(`Nothing answers at ${address}. Start Lynkify first: npm start`);
  process.exit(1);
}
const artist = /href="(?:https?:\/\/[^/"]+)?(\/[a-z0-9-]+)"/.exec(home)?.[1];
const bioPage = artist ? ((await text(artist)) ?? '') : '';
const release = artist ? new RegExp(`href="(?:https?://[^/"]+)?(${artist}/(?!go/)[a-z0-9-]+)"`).exec(bioPage)?.[1] : undefined;
const smartLink = release ? ((await text(release)) ?? '') : '';
const click = release ? new RegExp(`href="(?:https?://[^/"]+)?(${release}/go/[a-z0-9_-]+)"`).exec(smartLink)?.[1] : undefined;
if (!artist || !release || !click) {
  console.error('There is no published artist with a release to measure. Start with the demo workspace: npm start');
  process.exit(1);
}

console.log(`${address}, ${connections} connections, ${seconds} s each\n`);
for (const [name, path] of [['bio page', artist], ['smart link', release], ['click', click]]) {
  const { count, times } = await measure(path);
  const at = (share) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
  console.log(`${name.padEnd(11)} ${String(Math.round(count / Number(seconds))).padStart(7)}/s   p50 ${at(0.5)} ms   p99 ${at(0.99)} ms   ${path}`);
}

async function measure(path) {
  const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
  const times = [];
  const end = Date.now() + Number(seconds) * 1000;
  const one = async () => {
    while (Date.now() < end) {
      const began = performance.now();
      await answered(path, agent);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: Number(connections) }, one));
  agent.destroy();
  times.sort((a, b) => a - b);
  return { count: times.length, times };
}

function answered(path, agent) {
  return new Promise((resolve, reject) => {
    request(new URL(path, address), { agent, headers: { 'accept-encoding': 'br', 'user-agent': 'lynkify-bench' } }, (answer) => {
      if (answer.statusCode >= 400) reject(new Error(`${path} answered ${answer.statusCode}`));
      answer.resume().once('end', resolve);
    })
      .once('error', reject)
      .end();
  });
}

async function text(path) {
  try {
    const answer = await fetch(new URL(path, address), { headers: { 'user-agent': 'lynkify-bench' }, redirect: 'manual' });
    return await answer.text();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
