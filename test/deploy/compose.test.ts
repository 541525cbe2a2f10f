import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { parse } from 'yaml';
import { searchAttributes } from '../../workers/engine/search-attributes';

type Service = {
  image?: string;
  command?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
};

const root = join(__dirname, '..', '..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const text = read('docker-compose.yml');
const compose = parse(text, { merge: true }) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
};

describe('docker-compose.yml', () => {
  test('follows the Compose specification', () => {
    // The schema (Apache-2.0) is the one that compose-go v2.16.2 carries, the library inside `docker compose`.
    const schema = JSON.parse(read('test', 'deploy', 'compose-spec.json')) as object;
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    expect(validate(compose) ? [] : validate.errors).toEqual([]);
    expect(validate({ services: { web: { imagee: 'typo' } } })).toBe(false);
  });

  test('starts in order: database, schema, server, namespace, then worker and web', () => {
    const waitsFor = (name: string) =>
      Object.fromEntries(Object.entries(service(name).depends_on ?? {}).map(([on, { condition }]) => [on, condition]));
    expect(waitsFor('temporal-schema')).toEqual({ postgresql: 'service_healthy' });
    expect(waitsFor('temporal')).toEqual({ 'temporal-schema': 'service_completed_successfully' });
    expect(waitsFor('temporal-namespace')).toEqual({ temporal: 'service_healthy' });
    for (const ours of ['worker', 'web']) {
      expect(waitsFor(ours)).toEqual({
        postgresql: 'service_healthy',
        'temporal-namespace': 'service_completed_successfully',
      });
    }
  });

  test('has a health check wherever somebody waits for health', () => {
    for (const { depends_on } of Object.values(compose.services)) {
      for (const [name, { condition }] of Object.entries(depends_on ?? {})) {
        if (condition === 'service_healthy') expect(service(name).healthcheck).toBeDefined();
      }
    }
    expect(service('web').healthcheck).toBeDefined();
  });

  test('publishes ports on loopback only, and the database not at all', () => {
    const published = Object.values(compose.services).flatMap(({ ports }) => ports ?? []);
    expect(published.length).toBeGreaterThan(0);
    for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(service('postgresql').ports).toBeUndefined();
  });

  test('holds no secret: every password comes from the environment and must be set there', () => {
    const secrets = [...text.matchAll(/^.*(?:PASSWORD|PWD|SMTP_URL|DATABASE_URL): (.*)$/gm)].map(([, value]) => value);
    expect(secrets.length).toBeGreaterThanOrEqual(7);
    for (const value of secrets) expect(value).toMatch(/\$\{[A-Z_]+:\?/);
    const required = new Set([...text.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name));
    const example = read('deploy', 'example.env');
    for (const name of required) expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
  });

  test('runs the server and UI releases that devserver pins', () => {
    const pinned = (module: string) => new RegExp(`${module} v(\\S+)`).exec(read('devserver', 'go.mod'))?.[1];
    expect(service('temporal').image).toBe(`temporalio/server:${pinned('go.temporal.io/server')}`);
    for (const job of ['temporal-schema', 'temporal-namespace']) {
      expect(service(job).image).toBe(`temporalio/admin-tools:${pinned('go.temporal.io/server')}`);
    }
    expect(service('temporal-ui').image).toBe(`temporalio/ui:${pinned('github.com/temporalio/ui-server/v2')}`);
  });

  test('runs the Node release that package.json asks for', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const image = /^FROM node:(\d+\.\d+)/m.exec(read('deploy', 'Dockerfile'))?.[1];
    expect(engines.node).toMatch(new RegExp(`^>=${image}`));
  });

  test('makes the search attributes that the workflows use', () => {
    const listed = /<<'ATTRIBUTES'\n([\s\S]*?)ATTRIBUTES/.exec(read('deploy', 'temporal', 'namespace.sh'))?.[1] ?? '';
    expect(
      Object.fromEntries(
        listed
          .trim()
          .split('\n')
          .map((line) => line.split(' ')),
      ),
    ).toEqual(searchAttributes);
  });

  test('mounts only what exists, and every script is sound shell', () => {
    for (const { volumes } of Object.values(compose.services)) {
      for (const [from = ''] of (volumes ?? []).map((volume) => volume.split(':'))) {
        if (from.startsWith('./')) expect(readdirSync(join(root, from)).length).toBeGreaterThan(0);
        else expect(compose.volumes).toHaveProperty(from);
      }
    }
    const scripts = ['deploy/postgres/10-databases.sh', 'deploy/temporal/schema.sh', 'deploy/temporal/namespace.sh'];
    for (const script of [...scripts, '.ci/run']) execFileSync('sh', ['-n', join(root, script)]);
  });
});
