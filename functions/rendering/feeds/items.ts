import type { Feed } from './feed.ts';

/**
 * A flat array, one flat object an item, every field always there: signage systems map columns, not trees. Absent
 * values are empty text. The stream is there where several are asked for.
 */
export const items = ({ organisation, entries }: Feed): string =>
  JSON.stringify(
    entries.map((entry) => ({
      id: entry.id,
      version: entry.version,
      title: entry.title,
      summary: entry.summary,
      ...(entry.stream !== undefined && { stream: entry.stream }),
      documentType: entry.kind,
      category: entry.category,
      organisation,
      url: entry.url,
      important: entry.important,
      publishedAt: entry.releasedAt,
      expiresAt: entry.until ?? '',
      contact: entry.contact?.contact ?? '',
      phone: entry.contact?.phone ?? '',
      supervisionPhone: entry.contact?.supervisionPhone ?? '',
    })),
  );
