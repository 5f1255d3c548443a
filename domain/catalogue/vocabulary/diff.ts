import { typesInForce } from '../document-types.ts';
import { classesOf, type Vocabulary } from './state.ts';

export const WORD_KINDS = { forms: '公开形式', classes: '目录类别', documentTypes: '文种' } as const;
export type WordKind = keyof typeof WORD_KINDS;

/** What is compared of a word, in the order in which a table shows it. */
export const WORD_ATTRIBUTES = {
  name: '名称',
  aliases: '别名',
  widest: '最大公开范围',
  online: '本系统公开',
  boardPage: '公开栏网页',
  display: '公示屏',
  officeSystem: '办公系统',
  document: '纸质材料',
  asksObjections: '征求异议',
} as const;
export type WordAttribute = keyof typeof WORD_ATTRIBUTES;
const ATTRIBUTES = Object.keys(WORD_ATTRIBUTES) as readonly WordAttribute[];

export const WORD_CHANGES = { added: '增列', retired: '停用', changed: '修改' } as const;

/** One word that is not what it was. */
export interface WordChange {
  readonly kind: WordKind;
  /** By which it is known: the name of a form or class, the id of a document type. */
  readonly id: string;
  readonly name: string;
  readonly change: keyof typeof WORD_CHANGES;
  /** Of a word that stayed in use. */
  readonly attributes: readonly {
    readonly attribute: WordAttribute;
    readonly before?: unknown;
    readonly after?: unknown;
  }[];
}

type Word = Readonly<Partial<Record<WordAttribute, unknown>>> & { readonly name: string };
type Words = ReadonlyMap<string, Word>;

/** What became of the words in use from one version to another. A retired word that is used again counts as added. */
export function diffVocabularies(before: Vocabulary, after: Vocabulary): readonly WordChange[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  return (Object.keys(WORD_KINDS) as WordKind[]).flatMap((kind) => [
    ...[...now[kind]].flatMap(([id, word]) => changeOf(kind, id, old[kind].get(id), word)),
    ...[...old[kind]]
      .filter(([id]) => !now[kind].has(id))
      .map(([id, { name }]) => ({ kind, id, name, change: 'retired' as const, attributes: [] })),
  ]);
}

function changeOf(kind: WordKind, id: string, before: Word | undefined, after: Word): WordChange[] {
  const { name } = after;
  if (!before) return [{ kind, id, name, change: 'added', attributes: [] }];
  const attributes = ATTRIBUTES.filter(
    (attribute) => textOf(before[attribute]) !== textOf(after[attribute]),
  ).map((attribute) => ({
    attribute,
    ...(before[attribute] !== undefined && { before: before[attribute] }),
    ...(after[attribute] !== undefined && { after: after[attribute] }),
  }));
  return attributes.length > 0 ? [{ kind, id, name, change: 'changed', attributes }] : [];
}

/** What a form was never said to do, it does not do. */
const textOf = (value: unknown): string | undefined => JSON.stringify(value || undefined);

const wordsOf = (vocabulary: Vocabulary): Readonly<Record<WordKind, Words>> => ({
  forms: new Map(vocabulary.forms.map((form) => [form.name, form])),
  classes: new Map(classesOf(vocabulary).map((name) => [name, { name }])),
  documentTypes: new Map(typesInForce(vocabulary.documentTypes).map((type) => [type.id, type])),
});
