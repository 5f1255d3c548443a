import { DOCUMENT_READS } from '../api/document-reads.ts';
import { answered } from './answered.ts';

export const documentReaders = () =>
  answered(DOCUMENT_READS, {
    openapi: async () => (await import('./aside.ts')).openApiDocument(),
    asyncapi: async () => (await import('./aside.ts')).asyncApiDocument(),
  });
