import type { ProblemDetails } from '../problem';
import { BareLayout } from './layout';
import { documentOf } from './render';

const NEXT: Record<number, string> = {
  400: 'Check the address, or start again from the first page.',
  403: 'Open the page here and send it again from there.',
  404: 'It may have been removed, or the address has a slip in it.',
  405: 'Go back and use the buttons on the page.',
  409: 'Go back and have a look at how things stand now.',
  410: 'Open Afterview itself; what the link was for may still be open there.',
  413: 'Send something smaller. A mail may have up to 25 MB, a form up to 6 MB.',
  415: 'Go back and send the form as the page offers it.',
  421: 'Use the address that was printed when Afterview was started.',
  422: 'Go back and have another look at what you entered.',
  503: 'Wait a moment and load the page again. Nothing was half done, and what you typed in a form is kept.',
};

/** A refusal as a page: what happened, and what to do next. */
export function errorPage(problem: ProblemDetails): string {
  return documentOf(
    <BareLayout title={problem.title}>
      <h1>{problem.title}</h1>
      <p>{problem.detail}</p>
      {problem.errors ? (
        <ul>
          {problem.errors.map(({ path, message }) => (
            <li key={path + message}>
              {path} {message}
            </li>
          ))}
        </ul>
      ) : null}
      <p>{NEXT[problem.status] ?? 'Try it once more. If it happens again, the log says more.'}</p>
      <p>
        <a class="button" href="/">
          Go to the first page
        </a>
      </p>
    </BareLayout>,
  );
}
