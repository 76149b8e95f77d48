import type { Figure } from '../experiment.js';
import { percentile } from '../system/load.js';
import type { System } from '../system/system.js';
import type { EventsWorld } from './world.js';

/** Everything that the dashboard asks of Numbers, in one fragment. */
const everything = `
  visits visitors clicks clickThrough captures verifiedFans
  byDay { day visits clicks captures }
  byPlatform { key name visits clicks captures } byChannel { key name visits clicks captures } byReferrer { key name visits clicks captures }
  byCountry { key name visits clicks captures } byDevice { key name visits clicks captures } otherTraffic { key name visits clicks captures }`;

const most = 200;

/** Every screen that draws numbers, asked over and over as a member asks it; p95 of each. */
export async function askCharts(system: System, world: EventsWorld, times: number): Promise<Figure[]> {
  const workspace = await system.workspace();
  const today = new Date().toISOString().slice(0, 10);
  const ago = (days: number) => new Date(Date.now() - (days - 1) * 86_400_000).toISOString().slice(0, 10);
  const ranges = [7, 28, 90, 365].map((days) => ({ days, variables: { from: ago(days), to: today } }));
  const questions = [
    ...ranges.map(({ days, variables }) => ({ name: `workspace, ${days} days`, text: `query ($from: Date!, $to: Date!) { numbers(from: $from, to: $to) { ${everything} } }`, variables })),
    ...ranges.slice(-1).flatMap(({ days, variables }) => [
      { name: `artist, ${days} days`, text: `query ($id: ID!, $from: Date!, $to: Date!) { artist(id: $id) { numbers(from: $from, to: $to) { ${everything} } } }`, variables: { ...variables, id: world.bigArtistId } },
      { name: `smart link, ${days} days`, text: `query ($id: ID!, $from: Date!, $to: Date!) { release(id: $id) { title status publicUrl numbers(from: $from, to: $to) { ${everything} } } }`, variables: { ...variables, id: world.bigReleaseId } },
    ]),
    {
      name: 'home',
      text: `query { home { todos { kind title action releaseId artistId } thisWeek { visits visitors clicks clickThrough captures byDay { day visits clicks captures } } lastWeek { visits visitors clicks clickThrough captures byDay { day visits clicks captures } } newestFans { id email } latestRelease { id title } } }`,
      variables: {},
    },
  ];
  const figures: Figure[] = [];
  for (const { name, text, variables } of questions) {
    const took: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const began = performance.now();
      await workspace.ask(text, variables);
      took.push(performance.now() - began);
    }
    took.sort((a, b) => a - b);
    figures.push({ name: `p95 of ${name}`, value: Math.round(percentile(took, 0.95)), unit: 'ms', limit: { is: 'at most', value: most }, note: `median ${Math.round(percentile(took, 0.5))} ms` });
  }
  return figures;
}
