/** By which a body differs from its command. Loaded with the schemas, on demand, and never all of zod at once. */
export { extend, omit } from 'zod/mini';
