import type { LightMyRequestResponse } from 'fastify';

/** A refusal in the one form that all of them have (RFC 9457); `paths` are among those that its errors name. */
export function expectProblem(answer: LightMyRequestResponse, status: number, paths: string[] = []): void {
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const problem = answer.json();
  expect(problem).toMatchObject({ type: expect.stringMatching(/^\/help#problem-/), title: expect.any(String), status });
  expect(problem.detail).not.toBe('');
  const named = (problem.errors ?? []).map((error: { path: string }) => error.path);
  expect(named).toEqual(expect.arrayContaining(paths));
}
