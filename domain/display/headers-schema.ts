import * as z from 'zod/mini';

const MOST_HEADERS = 10;

/**
 * What a receiver wants to see beside our own headers: ten at most, names of 64 and values of 256 visible ASCII
 * characters, names in lower case. They stand in the record, so they are no place for secrets: the signature is proof
 * enough of who sends.
 */
export const headersSchema = z
  .record(
    z.string().check(z.toLowerCase(), z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
    z.string().check(z.regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,254}[\x21-\x7e])?$/)),
  )
  .check(
    z.refine((headers) => Object.keys(headers).length <= MOST_HEADERS, `at most ${MOST_HEADERS} headers`),
  );
export type Headers = z.infer<typeof headersSchema>;
