import { parse } from '../../../domain/display/carrier/answer-rule.ts';
import type { FieldValues } from '../../../domain/display/carrier/fields.ts';
import type { XiboCarrier } from '../../../domain/display/carrier/schema.ts';
import { columnsFault, idColumn, importBody, readRows } from '../../../domain/display/carrier/xibo.ts';
import type { Answer } from '../../../domain/display/delivery-commands.ts';
import type { HttpReply } from '../outbound.ts';
import { callAuthorised } from './authorised.ts';
import { type Caller, isOk } from './caller.ts';
import type { Client, Tokens } from './tokens.ts';

/** The CMS gives ten entries at a time unless it is asked for more. */
const PAGE = 50;
const MOST_COLUMNS = 500;
/** Pages of rows that are looked through; a DataSet for notices holds far less. */
const MOST_PAGES = 40;

/** A step that failed, and with it the message: it is tried again as a whole, and nothing in it happens twice. */
class Failed extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super('the CMS did not take a step');
    this.answer = answer;
  }
}

/**
 * One DataSet of a Xibo CMS, for the length of one message. An import neither saves the DataSet nor tells the players,
 * and the call that adds a row makes another one when it is repeated; so rows are imported under their key, and the
 * display group is told to collect at the end.
 */
export class XiboCms {
  readonly #base: string;
  readonly #carrier: XiboCarrier;
  readonly #client: Client;
  readonly #caller: Caller;
  readonly #tokens: Tokens;

  /** @param url where the CMS stands, with or without a path */
  constructor(url: string, carrier: XiboCarrier, clientSecret: string, caller: Caller, tokens: Tokens) {
    this.#base = url.replace(/[?#].*$/, '').replace(/\/+$/, '');
    this.#carrier = carrier;
    this.#client = {
      tokenUrl: `${this.#base}/api/authorize/access_token`,
      clientId: carrier.clientId,
      clientSecret,
    };
    this.#caller = caller;
    this.#tokens = tokens;
  }

  /** Puts the item into its row, which is made when there is none. */
  show(item: FieldValues): Promise<Answer> {
    return this.#answering(async () => {
      await this.#checkColumns();
      const body = importBody(this.#carrier.columns, [item]);
      await this.#step('POST', `/dataset/importjson/${this.#carrier.dataset}`, body);
      return this.#tellScreens();
    });
  }

  /** Deletes the rows of the item. Also when there is none left: an earlier attempt may have got as far as that. */
  remove(id: string): Promise<Answer> {
    return this.#answering(async () => {
      await this.#checkColumns();
      // The CMS looks for texts that contain the id, which may be those of other items.
      const rows = await this.#rows({ [idColumn(this.#carrier.columns)]: id });
      for (const { row } of rows.filter((each) => each.id === id)) await this.#delete(row);
      return this.#tellScreens();
    });
  }

  /** Deletes every row of whose item that is said, e.g. that it is no longer on show. */
  removeWhere(isGone: (id: string) => Promise<boolean>): Promise<Answer> {
    return this.#answering(async () => {
      await this.#checkColumns();
      for (const { row, id } of await this.#rows({})) if (await isGone(id)) await this.#delete(row);
      return this.#tellScreens();
    });
  }

  /** Whether everything is there that a notice would need. Nothing is changed, but the screens collect. */
  check(): Promise<Answer> {
    return this.#answering(async () => {
      await this.#checkColumns();
      return this.#tellScreens();
    });
  }

  async #answering(steps: () => Promise<Answer>): Promise<Answer> {
    try {
      return await steps();
    } catch (error) {
      if (error instanceof Failed) return error.answer;
      throw error;
    }
  }

  async #tellScreens(): Promise<Answer> {
    const group = this.#carrier.displayGroup;
    return this.#caller.answerOf(await this.#step('POST', `/displaygroup/${group}/action/collectNow`));
  }

  async #delete(row: number): Promise<void> {
    await this.#step('DELETE', `/dataset/data/${this.#carrier.dataset}/${row}`, undefined, [404]);
  }

  async #checkColumns(): Promise<void> {
    const { dataset, columns } = this.#carrier;
    const reply = await this.#step('GET', `/dataset/${dataset}/column?start=0&length=${MOST_COLUMNS}`);
    const fault = columnsFault(bodyOf(reply), columns);
    if (fault) throw new Failed(this.#caller.answerOf(reply, fault));
  }

  async #rows(filter: Readonly<Record<string, string>>) {
    const { dataset, columns } = this.#carrier;
    const found: { row: number; id: string }[] = [];
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = new URLSearchParams({ ...filter, start: String(page * PAGE), length: String(PAGE) });
      const reply = await this.#step('GET', `/dataset/data/${dataset}?${query}`);
      const rows = readRows(bodyOf(reply), columns);
      if (!rows) throw new Failed(this.#caller.answerOf(reply, 'the CMS does not list the rows'));
      found.push(...rows);
      if (rows.length < PAGE) break;
    }
    return found;
  }

  /** @throws Failed when the status is none of success */
  async #step(
    method: string,
    path: string,
    json?: string,
    alsoFine: readonly number[] = [],
  ): Promise<HttpReply> {
    const request = {
      method,
      url: `${this.#base}/api${path}`,
      headers: { accept: 'application/json', ...(json && { 'content-type': 'application/json' }) },
      body: json ?? '',
    };
    const called = await callAuthorised(this.#caller, this.#tokens, this.#client, request);
    if ('answer' in called) throw new Failed(called.answer);
    const { reply } = called;
    if ('status' in reply && (isOk(reply) || alsoFine.includes(reply.status))) return reply;
    throw new Failed(this.#caller.answerOf(reply));
  }
}

const bodyOf = ({ body }: HttpReply): unknown => parse(body);
