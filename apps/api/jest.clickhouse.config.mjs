// The event store in ClickHouse, against the real engine. Started by `npm run test:clickhouse`, which installs it.
import config from './jest.config.mjs';

export default { ...config, displayName: 'clickhouse', testMatch: ['<rootDir>/src/**/*.engine-spec.ts'], testTimeout: 120_000 };
