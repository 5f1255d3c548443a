/** The documents take every schema there is, and are asked for by programmers only. */
export { asyncApiDocument } from '../api/asyncapi.ts';
export { openApiDocument } from '../api/openapi.ts';
