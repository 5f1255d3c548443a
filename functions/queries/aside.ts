/** The document takes every schema there is, and is asked for by programmers only. */
export { openApiDocument } from '../api/openapi.ts';
