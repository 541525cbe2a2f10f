import { type Story, startStory } from '../support/story';

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { content?: Record<string, unknown> }>;
}
let story: Story;
let paths: Record<string, Record<string, Operation>>;
let document: { openapi: string; components: { schemas: Record<string, unknown> } };
beforeAll(async () => {
  story = await startStory();
  const answer = await story.app.inject('/openapi.json');
  expect(answer.headers['content-type']).toContain('application/json');
  document = answer.json();
  paths = answer.json().paths;
});
afterAll(() => story.app.close());

const operations = () =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

test('every route of the contract is listed', () => {
  const listed = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  expect(listed.sort()).toEqual(
    [
      'GET /api/candidates/{id}/offers',
      'GET /api/inbox',
      'GET /api/inbox/{id}',
      'GET /api/interviews',
      'GET /api/interviews/{id}',
      'GET /api/interviews/{id}/messages',
      'GET /api/interviews/{id}/plan',
      'GET /api/interviews/{id}/tasks',
      'GET /api/interviews/{id}/timeline',
      'GET /api/settings',
      'GET /healthz',
      'GET /readyz',
      'POST /api/candidates/{id}/offers',
      'POST /api/inbox',
      'POST /api/inbox/{id}/decide',
      'POST /api/inbox/{id}/undo',
      'POST /api/interviews',
      'POST /api/interviews/{id}/approval',
      'POST /api/interviews/{id}/events',
      'POST /api/interviews/{id}/fast-forward',
      'POST /api/interviews/{id}/messages/{messageId}/approve',
      'POST /api/interviews/{id}/messages/{messageId}/edit',
      'POST /api/interviews/{id}/messages/{messageId}/settle',
      'POST /api/interviews/{id}/messages/{messageId}/skip',
      'POST /api/interviews/{id}/tasks/{taskId}/dismiss',
      'POST /api/interviews/{id}/tasks/{taskId}/done',
      'POST /api/interviews/{id}/tasks/{taskId}/snooze',
      'POST /webhooks/email/raw',
      'POST /webhooks/email/{provider}',
      'PUT /api/settings',
    ].sort(),
  );
});

test('it is OpenAPI 3.1, every reference leads somewhere, every name is used once', () => {
  expect(document.openapi).toBe('3.1.0');
  for (const [, name] of JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
    expect(Object.keys(document.components.schemas)).toContain(name);
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every operation names its parameters, its refusals and what they look like', () => {
  for (const { path, method, operation } of operations()) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect((operation.parameters ?? []).filter(({ in: where }) => where === 'path').map(({ name }) => name)).toEqual(
      inPath,
    );
    expect(operation.summary).not.toBe('');
    if (path.startsWith('/healthz') || path.startsWith('/readyz')) continue;
    const statuses = Object.keys(operation.responses);
    expect(statuses).toEqual(expect.arrayContaining(['421', '503']));
    if (method !== 'get' && !path.startsWith('/webhooks')) expect(statuses).toContain('403');
    if (method !== 'get') expect(statuses).toContain('413');
    for (const [status, response] of Object.entries(operation.responses))
      if (Number(status) >= 400) expect(Object.keys(response.content ?? {})).toEqual(['application/problem+json']);
  }
});

test('the intake is described field by field, and a mail as what it is', () => {
  const intake = JSON.stringify(document.components.schemas);
  for (const field of ['promisedDate', 'presentEmployer', 'recruiterContactId', 'moveOnWorkingDays'])
    expect(intake).toContain(field);
  const raw = paths['/webhooks/email/raw']?.post;
  expect(Object.keys(raw?.requestBody?.content ?? {})).toEqual(['message/rfc822']);
  expect(raw?.parameters).toEqual([expect.objectContaining({ name: 'recipient', in: 'query' })]);
});

/** A small schemathesis: odd input at every operation gets an answer that the document knows, and never a 5xx. */
test('odd input gets documented answers only', async () => {
  const bodies = [
    '',
    '{}',
    '[]',
    'null',
    '7',
    '"x"',
    '{"a":"\\u0000"}',
    '{"days":1e999}',
    '{',
    '\ufeff{}',
    JSON.stringify({ kind: 1, until: {}, step: [], organisation: {}, type: 'call_logged' }),
  ];
  const ids = ['i1', 'none', '%00', '%F0%9F%98%80', '..%2f', 'a'.repeat(300)];
  for (const { path, method, operation } of operations())
    for (const id of ids)
      for (const payload of method === 'get' ? [''] : bodies) {
        const url = path.replace(/\{\w+\}/g, id);
        const answer = await story.app.inject({
          method: method.toUpperCase() as 'GET',
          url,
          ...(method === 'get' ? {} : { payload, headers: { 'content-type': 'application/json' } }),
        });
        const known = [...Object.keys(operation.responses), '404', '405'].includes(String(answer.statusCode));
        if (!known || answer.statusCode >= 500)
          throw new Error(`${method} ${url} ${payload}: ${answer.statusCode} ${answer.body}`);
      }
});
