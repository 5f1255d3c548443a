import type { SchemeText } from '../../../domain/profile/commands.ts';
import {
  RULE_NAMES,
  RULES,
  SCHEME_PARTS,
  type SchemePart,
  USUAL_PRINCIPLES,
} from '../../../domain/profile/vocabulary.ts';
import { AreaField, type Choice, ChoiceField, type Filled, TextField } from '../components/field.tsx';

interface SchemeFieldsProps {
  readonly filled: Filled;
  readonly bases: readonly Choice[];
  readonly isFirst: boolean;
}

/** 四个明确, 五个部分 and 四项制度; only the motto may be left out (DF-05, ZH-05, TZ-14, TZ-03). */
export function SchemeFields({ filled, bases, isFirst }: SchemeFieldsProps) {
  return (
    <>
      <TextField filled={filled} name="scheme.title" label="方案名称" max={120} />
      <TextField
        filled={filled}
        name="scheme.motto"
        label="工作要求"
        hint="例如“坚决、可行、真实、管用、主动、用心”。"
        optional
        max={60}
      />
      {(Object.keys(SCHEME_PARTS) as SchemePart[]).map((part) => (
        <AreaField
          filled={filled}
          name={`scheme.${part}`}
          label={SCHEME_PARTS[part]}
          hint={part === 'principles' ? '一行一条。' : undefined}
          max={2_000}
        />
      ))}
      {RULE_NAMES.map((rule) => (
        <fieldset class="field">
          <legend>{RULES[rule]}</legend>
          <TextField filled={filled} name={`scheme.rules.${rule}.title`} label="制度名称" max={120} />
          <AreaField filled={filled} name={`scheme.rules.${rule}.text`} label="制度内容" max={5_000} />
        </fieldset>
      ))}
      {bases.length > 0 && (
        <ChoiceField filled={filled} name="scheme.bases" label="依据文件" optional several choices={bases} />
      )}
      {!isFirst && <AreaField filled={filled} name="scheme.reason" label="修订原因" max={1_000} />}
    </>
  );
}

/** As it is in force; at first the principles that are usual. */
export function schemeValues(scheme: SchemeText | undefined): Filled['values'] {
  if (!scheme) return { 'scheme.principles': USUAL_PRINCIPLES.join('\n') };
  const { principles, rules, bases, title, motto, reason: _, ...parts } = scheme;
  return {
    'scheme.title': title,
    'scheme.motto': motto,
    'scheme.principles': principles.join('\n'),
    'scheme.bases': bases,
    ...Object.fromEntries(
      Object.keys(SCHEME_PARTS)
        .filter((part) => part !== 'principles')
        .map((part) => [`scheme.${part}`, (parts as unknown as Readonly<Record<string, string>>)[part]]),
    ),
    ...Object.fromEntries(
      RULE_NAMES.flatMap((rule) => [
        [`scheme.rules.${rule}.title`, rules[rule].title],
        [`scheme.rules.${rule}.text`, rules[rule].text],
      ]),
    ),
  };
}
