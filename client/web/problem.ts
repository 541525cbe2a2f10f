import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { InvalidInput, NotFound, type Problem, Refused, Unavailable } from '../service';

/** Problem details (RFC 9457): what every refused API call answers, as `application/problem+json`. */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: Problem[];
}

/** Thrown by routes for what no service error says. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  constructor(
    readonly status: number,
    detail: string,
    readonly problems: Problem[] = [],
  ) {
    super(detail);
  }
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** One row for each status that this server refuses with. The texts are shown on the help page too. */
export const PROBLEM_TITLES: Record<number, { slug: string; title: string }> = {
  400: { slug: 'bad-request', title: 'The request could not be read' },
  401: { slug: 'unverified', title: 'The caller could not be verified' },
  403: { slug: 'cross-site', title: 'The request came from another site' },
  404: { slug: 'not-found', title: 'There is no such thing here' },
  405: { slug: 'method', title: 'This address does not take that method' },
  408: { slug: 'too-slow', title: 'The request came too slowly' },
  409: { slug: 'refused', title: 'Refused' },
  410: { slug: 'link-expired', title: 'This link no longer works' },
  413: { slug: 'too-large', title: 'The request is too large' },
  414: { slug: 'long-address', title: 'The address is too long' },
  415: { slug: 'media-type', title: 'This content type is not taken here' },
  421: { slug: 'wrong-host', title: 'This server does not answer for that host' },
  422: { slug: 'invalid-input', title: 'Some of the input is not right' },
  431: { slug: 'headers', title: 'The headers are too large' },
  500: { slug: 'error', title: 'Something went wrong here' },
  503: { slug: 'unavailable', title: 'Not available just now' },
};

/** Makes the problem details of a status. */
export function problemDetails(status: number, detail: string, errors?: Problem[]): ProblemDetails {
  const known = PROBLEM_TITLES[status] ?? PROBLEM_TITLES[status < 500 ? 400 : 500];
  return {
    type: `/help#problem-${known?.slug ?? 'error'}`,
    title: known?.title ?? 'Error',
    status,
    detail,
    ...(errors ? { errors } : {}),
  };
}

/** Turns whatever a route threw into problem details. Never tells the outside what broke inside. */
export function problemOf(error: unknown): ProblemDetails {
  if (error instanceof InvalidInput) return invalid(error.problems);
  if (error instanceof NotFound) return problemDetails(404, error.message || 'There is no such thing here.');
  if (error instanceof Refused) return problemDetails(409, error.message);
  if (error instanceof Unavailable)
    return problemDetails(503, error.message || 'Nothing was changed. Try again in a moment.');
  if (error instanceof HttpProblem)
    return problemDetails(error.status, error.message, error.problems.length > 0 ? error.problems : undefined);
  if (hasZodFastifySchemaValidationErrors(error)) return ofValidation(error);
  return ofFastify(error as Partial<FastifyError>);
}

function invalid(problems: Problem[]): ProblemDetails {
  const detail =
    problems.length === 1 ? 'One field needs another look.' : `${problems.length} fields need another look.`;
  return problemDetails(422, detail, problems);
}

function ofValidation(
  error: Omit<FastifyError, 'validation'> & { validation: { instancePath: string; message?: string }[] },
) {
  const problems = error.validation.map((found) => ({
    path: found.instancePath.replace(/^\//, '').replaceAll('/', '.'),
    message: found.message ?? 'is not right',
  }));
  if (error.validationContext === 'params') return problemDetails(404, 'There is no such thing here.');
  if (error.validationContext === 'body') return invalid(problems);
  return problemDetails(400, 'The query or a header is not right.', problems);
}

const FASTIFY_WORDS: Record<string, string> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is larger than this address takes.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Send JSON with `Content-Type: application/json`, or what the API description names.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is not as long as `Content-Length` says.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not valid JSON.',
  FST_REQ_FILE_TOO_LARGE: 'The file is larger than this address takes.',
};

function ofFastify(error: Partial<FastifyError>): ProblemDetails {
  const status = error.statusCode;
  if (status === undefined || status < 400 || status >= 500)
    return problemDetails(500, 'This is a fault of ours; it is in the log. Nothing more was done.');
  const words = error.code === undefined ? undefined : FASTIFY_WORDS[error.code];
  return problemDetails(status, words ?? 'The request could not be read.');
}
