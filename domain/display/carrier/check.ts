import { checkAddress } from '../address.ts';
import { secretsNeeded, tokenUrlOf } from './carrier.ts';
import { CONTENT_TYPES, type ContentTypeName } from './content-types.ts';
import { FIELDS, type Field, LASTING_FIELDS, PATH_FIELDS } from './fields.ts';
import { completed } from './presets.ts';
import { refuse } from './refusals.ts';
import type { Carrier, MessageTemplate, TemplateCarrier, XiboCarrier } from './schema.ts';
import { hasStrayBraces, isField, unknownVariables, variablesIn } from './template.ts';

/**
 * What can be said of a carrier before anything is sent.
 *
 * @throws Refusal of the carrier, `address-…`; Error when a secret has not been sealed
 */
export function checkCarrier(
  carrier: Carrier,
  url: string | undefined,
  networks: Parameters<typeof checkAddress>[1],
): void {
  if (url === undefined) refuse('carrier-without-address', { field: 'url' });
  const tokenUrl = tokenUrlOf(carrier);
  if (tokenUrl !== undefined) checkAddress(tokenUrl, networks, 'carrier.authentication.tokenUrl');
  if (carrier.kind === 'xibo-dataset') checkColumns(carrier);
  else checkTemplates(carrier);
  for (const secret of secretsNeeded(carrier)) {
    if (carrier.secrets[secret] === undefined)
      refuse('carrier-secret-missing', { secret, field: `carrier.secrets.${secret}` });
  }
  const isClear = Object.values(carrier.secrets).some((each) => each !== undefined && !SEALED.test(each));
  if (isClear) throw new Error('a secret of a carrier has come to the record unsealed');
}

/** See functions/adapters/sealed.ts. */
const SEALED = /^sealed\d+\.[\w-]+$/;

function checkColumns({ columns }: XiboCarrier): void {
  if (columns.id === undefined) refuse('carrier-id-column-missing', { field: 'carrier.columns.id' });
  const seen = new Set<string>();
  for (const [field, column] of Object.entries(columns)) {
    const name = column.toLowerCase();
    if (seen.has(name)) refuse('carrier-column-twice', { column, field: `carrier.columns.${field}` });
    seen.add(name);
  }
}

function checkTemplates(carrier: TemplateCarrier): void {
  const template = completed(carrier);
  const { contentType, show, withdraw, signing } = template ?? missing('carrier.show');
  checkMessage(show, contentType, 'carrier.show', ALL_FIELDS);
  checkMessage(withdraw ?? missing('carrier.withdraw'), contentType, 'carrier.withdraw', LASTING_FIELDS);
  if (signing?.scheme === 'feishu' && contentType !== 'json') {
    malformed('carrier.signing', { zh: '飞书签名只能用于 JSON', en: 'a signature of 飞书 takes JSON' });
  }
}

const ALL_FIELDS: ReadonlySet<Field> = new Set(FIELDS);

function checkMessage(
  { path = '', body }: MessageTemplate,
  contentType: ContentTypeName,
  place: string,
  available: ReadonlySet<Field>,
): void {
  checkVariables(path, `${place}.path`, PATH_FIELDS, available);
  checkVariables(body, `${place}.body`, ALL_FIELDS, available);
  if (body.trim() === '') return;
  const fault = CONTENT_TYPES[contentType].fault(body);
  if (fault) malformed(`${place}.body`, fault);
}

function checkVariables(
  text: string,
  field: string,
  known: ReadonlySet<Field>,
  available: ReadonlySet<Field>,
): void {
  const names = variablesIn(text);
  const list = (fields: ReadonlySet<Field>) => [...fields].filter((each) => known.has(each)).join('、');
  const [strange] = [...unknownVariables(text), ...names.filter((name) => isField(name) && !known.has(name))];
  if (strange !== undefined)
    refuse('carrier-variable-unknown', { variable: strange, known: list(known), field });
  const gone = names.find((name) => isField(name) && !available.has(name));
  if (gone !== undefined) refuse('carrier-variable-gone', { variable: gone, known: list(available), field });
  if (hasStrayBraces(text)) malformed(field, { zh: '双花括号没有成对', en: 'double braces do not pair up' });
}

/** A screen that can be told what to show and not what to take down would show it for ever. */
const missing = (field: string): never => refuse('carrier-template-missing', { field });

const malformed = (field: string, { zh, en }: { zh: string; en: string }): never =>
  refuse('carrier-template-malformed', { zh, en, field });
