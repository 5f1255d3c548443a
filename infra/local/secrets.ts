import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface GenerateSecretString {
  readonly PasswordLength?: number;
  readonly ExcludeCharacters?: string;
  readonly ExcludePunctuation?: boolean;
  readonly ExcludeNumbers?: boolean;
  readonly ExcludeLowercase?: boolean;
  readonly ExcludeUppercase?: boolean;
  readonly SecretStringTemplate?: string;
  readonly GenerateStringKey?: string;
}

/** Secrets that the template asks for: each made at random once, then kept in `<folder>/secrets.json` (mode 0600). */
export class Secrets {
  private readonly file: string | undefined;
  private readonly values: Record<string, string>;

  constructor(folder: string | undefined) {
    this.file = folder === undefined ? undefined : join(folder, 'secrets.json');
    this.values =
      this.file !== undefined && existsSync(this.file) ? JSON.parse(readFileSync(this.file, 'utf8')) : {};
  }

  /** The secret of that name, made by `make` if there is none yet. */
  keep(name: string, make: () => string): string {
    const known = this.values[name];
    if (known !== undefined) return known;
    const made = make();
    this.values[name] = made;
    if (this.file !== undefined) {
      writeFileSync(`${this.file}.new`, `${JSON.stringify(this.values, undefined, 2)}\n`, { mode: 0o600 });
      renameSync(`${this.file}.new`, this.file);
    }
    return made;
  }
}

const CLASSES = [
  ['ExcludeLowercase', 'abcdefghijklmnopqrstuvwxyz'],
  ['ExcludeUppercase', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['ExcludeNumbers', '0123456789'],
  ['ExcludePunctuation', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'],
] as const;

/** What Secrets Manager's GenerateSecretString would make. */
export function generateSecret(options: GenerateSecretString): string {
  const excluded = new Set(options.ExcludeCharacters ?? '');
  const alphabet = CLASSES.flatMap(([exclude, characters]) =>
    options[exclude] ? [] : [...characters],
  ).filter((character) => !excluded.has(character));
  const length = options.PasswordLength ?? 32;
  const password = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
  if (options.GenerateStringKey === undefined) return password;
  const template = JSON.parse(options.SecretStringTemplate ?? '{}');
  return JSON.stringify({ ...template, [options.GenerateStringKey]: password });
}
