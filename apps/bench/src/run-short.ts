import { missed, type Experiment, type Figure } from './experiment.js';
import { runExperiment } from './runner.js';

/** The short version of an experiment, for its spec: the figures that are not as they have to be. */
export async function missesOf(experiment: Experiment): Promise<Figure[]> {
  const figures = await runExperiment(experiment, { short: true, say: () => undefined });
  if (figures.length === 0) throw new Error(`${experiment.name} measured nothing.`);
  return missed(figures);
}
