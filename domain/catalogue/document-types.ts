/** A kind of document (文种) that the district works with. */
export interface DocumentType {
  /** Never changes: items, filters and receivers know the type by it. */
  readonly id: string;
  readonly name: string;
  /** Asks for objections, as a 公示 does: whoever uses it says for how long, whom to call and how to object. */
  readonly asksObjections: boolean;
  /** Nothing new is written as one. It keeps its place, since there are documents that are one. */
  readonly retired?: true;
}

/** The types that a district knows, retired ones among them. A value, so that the district can edit it. */
export type DocumentTypes = readonly DocumentType[];

/**
 * 公示. It cannot be retired, nor be had without its terms: whatever the district names its documents, there is one by
 * which people are asked for objections before a matter is settled, and everybody knows it by this id.
 */
export const PUBLIC_NOTICE = 'public-notice';

const type = (id: string, name: string): DocumentType => ({ id, name, asksObjections: id === PUBLIC_NOTICE });

/** What a district starts with: the five of JX-20, the 通知, and what has no set form. */
export const DEFAULT_DOCUMENT_TYPES: DocumentTypes = [
  type('document', '文件'),
  type(PUBLIC_NOTICE, '公示'),
  type('announcement', '公告'),
  type('bulletin', '通报'),
  type('notice', '通知'),
  type('briefing', '简报'),
  type('matter', '公开事项'),
];

export const findDocumentType = (types: DocumentTypes, id: string): DocumentType | undefined =>
  types.find((known) => known.id === id);

/** Those that a new text may be written as. */
export const typesInForce = (types: DocumentTypes): DocumentTypes => types.filter(({ retired }) => !retired);

/** What a text is that has no set form: 公开事项, or another while that is retired. */
export function plainType(types: DocumentTypes): string {
  const inForce = typesInForce(types);
  const plain = findDocumentType(inForce, 'matter') ?? inForce.find(({ asksObjections }) => !asksObjections);
  return plain?.id ?? PUBLIC_NOTICE;
}

/** What says of which type a text is. */
export interface Typed {
  readonly documentType: string;
  /** What the type was called when the text was written; absent for the name that districts start with. */
  readonly documentTypeName?: string | undefined;
}

/** The type of a text by the name that its readers got to see, whatever the district calls it by now. */
export const typeNameOf = ({ documentType, documentTypeName }: Typed): string =>
  documentTypeName ?? findDocumentType(DEFAULT_DOCUMENT_TYPES, documentType)?.name ?? documentType;

/** What a text records of the name of its type: nothing when {@link typeNameOf} knows it anyway. */
export const namedType = ({ id, name }: DocumentType): Pick<Typed, 'documentTypeName'> =>
  name === typeNameOf({ documentType: id }) ? {} : { documentTypeName: name };
