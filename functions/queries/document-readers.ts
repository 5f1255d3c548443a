import { asyncApiDocument } from '../api/asyncapi.ts';
import { DOCUMENT_READS } from '../api/document-reads.ts';
import { openApiDocument } from '../api/openapi.ts';
import { answered } from './answered.ts';

/** Made anew each time: programmers ask for them, and seldom. */
export const documentReaders = () =>
  answered(DOCUMENT_READS, { openapi: openApiDocument, asyncapi: async () => asyncApiDocument() });
