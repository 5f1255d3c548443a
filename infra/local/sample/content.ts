type Audience = 'named' | 'party' | 'unit' | 'public';

/** What a sample item says beside the usual; everything else of a content has a default here. */
export interface Draft {
  readonly row: string;
  readonly title: string;
  /** One entry a paragraph. */
  readonly text: readonly string[];
  readonly accountable: string;
  readonly audience: Audience;
  readonly forms: readonly string[];
  /** Absent: at once, to the whole audience. */
  readonly releasePlan?: readonly { readonly audience: Audience; readonly at?: string }[];
  readonly office?: string;
  readonly [more: string]: unknown;
}

export function contentOf({ text, office = '党务公开办公室', ...draft }: Draft): object {
  return {
    text: text.join('\n\n'),
    basis: 'statutory',
    documentType: 'matter',
    matter: 'ordinary',
    important: false,
    releasePlan: [{ audience: draft.audience }],
    provider: { kind: 'office', name: office },
    ...draft,
  };
}
