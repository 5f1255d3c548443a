import { strFromU8, strToU8 } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Who wrote it, where, with what and for how long: replaced by parts that say nothing. */
const EMPTIED: Readonly<Record<string, string>> = {
  'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`,
  'docProps/app.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`,
  'docProps/custom.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`,
};

/** Where a part names people, by what it is: the attributes or elements that hold the name are emptied. */
const NAMING: readonly (readonly [part: RegExp, pattern: RegExp, replacement: string])[] = [
  // Comments, tracked changes, and the list of people behind them.
  [/^word\/.*\.xml$/, /\b(w\d*:(?:author|initials|userId|providerId))="[^"]*"/g, '$1=""'],
  [/^xl\/comments.*\.xml$/, /<author>[^<]*<\/author>/g, '<author></author>'],
  [/^xl\/persons\/.*\.xml$/, /\b(displayName|userId|providerId)="[^"]*"/g, '$1=""'],
  [/^xl\/(?:workbook|revisions\/.*)\.xml$/, /\b(userName|lastModifiedBy)="[^"]*"/g, '$1=""'],
  [/^xl\/workbook\.xml$/, /<x15ac:absPath\b[^>]*\/>/g, ''],
  [/^ppt\/(?:commentAuthors|authors)\.xml$/, /\b(name|initials|userId|providerId)="[^"]*"/g, '$1=""'],
];

/** The part without the names of people. */
export function withoutPeople(name: string, content: Uint8Array): Uint8Array {
  const emptied = EMPTIED[name];
  if (emptied !== undefined) return strToU8(emptied);
  const rules = NAMING.filter(([part]) => part.test(name));
  if (rules.length === 0) return content;
  const text = rules.reduce(
    (xml, [, pattern, replacement]) => xml.replace(pattern, replacement),
    strFromU8(content),
  );
  return strToU8(text);
}
