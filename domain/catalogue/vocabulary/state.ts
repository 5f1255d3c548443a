import type { DomainEvent, History } from '../../kernel/decider.ts';
import {
  DEFAULT_DOCUMENT_TYPES,
  type DocumentType,
  type DocumentTypes,
  findDocumentType,
} from '../document-types.ts';
import { DEFAULT_FORMS, type Form, type FormVocabulary } from '../forms.ts';
import { BUILT_IN_TEMPLATES } from '../templates.ts';

export type VocabularyEvent =
  | DomainEvent<'FormKept', { readonly form: Form; readonly reason: string }>
  | DomainEvent<'FormRetired', { readonly name: string; readonly reason: string }>
  | DomainEvent<'ClassKept', { readonly name: string; readonly reason: string }>
  | DomainEvent<'ClassRetired', { readonly name: string; readonly reason: string }>
  | DomainEvent<'DocumentTypeKept', { readonly documentType: DocumentType; readonly reason: string }>
  | DomainEvent<'DocumentTypeRetired', { readonly id: string; readonly reason: string }>;

/** The words that the district works with. Its own edits stand over what the sources bring along (HZ-12). */
export interface Vocabulary {
  readonly forms: FormVocabulary;
  /** Classes of the first level; absent until the district has edited them, and any may be named. */
  readonly classes?: readonly string[];
  /** Retired ones among them. */
  readonly documentTypes: DocumentTypes;
}

export const DEFAULT_VOCABULARY: Vocabulary = {
  forms: DEFAULT_FORMS,
  documentTypes: DEFAULT_DOCUMENT_TYPES,
};

/** Id of the district's only vocabulary stream. */
export const VOCABULARY_ID = 'main';

export const vocabularyHistory: History<VocabularyEvent, Vocabulary> = {
  initial: DEFAULT_VOCABULARY,
  evolve,
};

function evolve(state: Vocabulary, event: VocabularyEvent): Vocabulary {
  switch (event.type) {
    case 'FormKept': {
      const { form } = event.data;
      const others = state.forms.filter(({ name }) => name !== form.name);
      const isNew = others.length === state.forms.length;
      const forms = isNew
        ? [...others, form]
        : state.forms.map((known) => (known.name === form.name ? form : known));
      return { ...state, forms };
    }
    case 'FormRetired':
      return { ...state, forms: state.forms.filter(({ name }) => name !== event.data.name) };
    case 'ClassKept':
      return { ...state, classes: [...classesOf(state), event.data.name] };
    case 'ClassRetired':
      return { ...state, classes: classesOf(state).filter((name) => name !== event.data.name) };
    case 'DocumentTypeKept':
      return { ...state, documentTypes: withType(state.documentTypes, event.data.documentType) };
    case 'DocumentTypeRetired': {
      const known = findDocumentType(state.documentTypes, event.data.id);
      if (!known) return state;
      return { ...state, documentTypes: withType(state.documentTypes, { ...known, retired: true }) };
    }
  }
}

/** In its place, or as the last one. */
const withType = (types: DocumentTypes, type: DocumentType): DocumentTypes =>
  findDocumentType(types, type.id)
    ? types.map((known) => (known.id === type.id ? type : known))
    : [...types, type];

/** What the district listed, or the classes of the catalogues that are built in. */
export const classesOf = ({ classes }: Vocabulary): readonly string[] =>
  classes ?? [...new Set(BUILT_IN_TEMPLATES.flatMap(({ rows }) => rows.map(({ level1 }) => level1)))];
