/** A path on this server that a form may send the browser back to; `/` for everything else (no open redirects). */
export function localPath(wanted: string | undefined): string {
  if (wanted === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted)) return '/';
  const base = 'http://here.invalid';
  try {
    const url = new URL(wanted, base);
    return url.origin === base ? url.pathname + url.search : '/';
  } catch {
    return '/';
  }
}

/** Adds the key of what was done to a local path, and the place on the page to look at. */
export function withDone(path: string, done: string, anchor = ''): string {
  const url = new URL(path, 'http://here.invalid');
  url.searchParams.set('done', done);
  return url.pathname + url.search + (anchor === '' ? '' : `#${encodeURIComponent(anchor)}`);
}
