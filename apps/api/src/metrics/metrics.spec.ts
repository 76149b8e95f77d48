import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Metric } from '@lynkify/workers';
import { aClick, aVisit, seedTenant, ship } from '../testing/audience.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';
import { MetricsCollector } from './metrics-collector.js';

describe('what the API counts', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const collect = () => api.app.get(MetricsCollector).collect();
  const value = (metrics: Metric[], name: string, labels: Record<string, string> = {}) =>
    metrics.find((metric) => metric.name === name)?.values.find((one) => Object.entries(labels).every(([label, text]) => one.labels[label] === text))?.value;

  it('is every answer by kind and status, without an address in it', async () => {
    await request(api.url).get('/healthz').expect(200);
    await request(api.url).get('/v1/releases/a-secret/nowhere').expect(404);

    const metrics = await collect();

    expect(value(metrics, 'lynkify_api_answers_total', { kind: 'health', status: '200' })).toBeGreaterThanOrEqual(1);
    expect(value(metrics, 'lynkify_api_answers_total', { status: '404' })).toBeGreaterThanOrEqual(1);
    expect(JSON.stringify(metrics)).not.toContain('a-secret');
  });

  it('is every GraphQL operation by how it came out', async () => {
    const ask = (query: string) => request(api.url).post('/graphql').set('apollo-require-preflight', '1').send({ query });
    await ask('{ __typename }');
    await ask('{ thisIsNoField }');
    await ask('{ me { user { id } } }');

    const metrics = await collect();

    expect(value(metrics, 'lynkify_api_graphql_operations_total', { kind: 'query', outcome: 'OK' })).toBeGreaterThanOrEqual(1);
    expect(value(metrics, 'lynkify_api_graphql_operations_total', { outcome: 'GRAPHQL_VALIDATION_FAILED' }) ?? value(metrics, 'lynkify_api_graphql_operations_total', { outcome: 'BAD_USER_INPUT' })).toBe(1);
  });

  it('is what renderers shipped, stored and put aside', async () => {
    const tenant = await seedTenant(api);
    await ship(api, [aVisit(tenant), aClick(tenant), 'this is no JSON']);

    const metrics = await collect();

    expect(value(metrics, 'lynkify_api_ingest_batches_total', { outcome: 'taken' })).toBe(1);
    expect(value(metrics, 'lynkify_api_ingest_events_total', { outcome: 'stored' })).toBe(2);
    expect(value(metrics, 'lynkify_api_ingest_events_total', { outcome: 'rejected' })).toBe(1);
    expect(value(metrics, 'lynkify_api_ingest_seconds_total')).toBeGreaterThan(0);
  });

  it('is the queue of jobs and the connections to the database', async () => {
    await api.sql(`select graphile_worker.add_job('nobody-does-this', '{}'::json, run_at => now() - interval '1 minute')`);

    const metrics = await collect();

    expect(value(metrics, 'lynkify_api_database_up')).toBe(1);
    expect(value(metrics, 'lynkify_api_jobs', { state: 'waiting' })).toBeGreaterThanOrEqual(1);
    expect(value(metrics, 'lynkify_api_jobs_oldest_waiting_seconds')).toBeGreaterThanOrEqual(60);
    expect(value(metrics, 'lynkify_api_database_connections', { state: 'open' })).toBeGreaterThanOrEqual(1);
  });
});
