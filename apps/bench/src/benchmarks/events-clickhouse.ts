import type { Experiment } from '../experiment.js';
import { measureEvents } from './events.js';

export default {
  kind: 'bench',
  name: 'events-clickhouse',
  description: 'The same in ClickHouse, whose engine is installed when it is not there (half a gigabyte). --events=N --shipped=N',
  run: (context) => measureEvents(context, 'clickhouse'),
} satisfies Experiment;
