export { processSettings, readProcessSettings, type ProcessSettings } from './process-settings.js';
export type { Program } from './program.js';
export { runProgram } from './run-program.js';
export type { Life, Serving } from './life.js';
export { RequestCounts } from './metrics/request-counts.js';
export { counter, gauge, histogram, type Metric, type Sample } from './metrics/metric.js';
