/** A browser's form with one part. */
export function multipartForm(name: string, content: string, filename?: string) {
  const boundary = 'x-boundary-x';
  const file = filename === undefined ? '' : `; filename="${filename}"`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${content}\r\n--${boundary}--\r\n`,
  };
}
