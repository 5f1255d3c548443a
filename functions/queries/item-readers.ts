import { ITEM_READS } from '../api/item-reads.ts';
import type { FileAccess } from '../shell/file-access.ts';
import type { PageOf } from '../shell/reading/boards.ts';
import type { BoardFilter } from '../shell/reading/lines.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type ReadRequest, type Within } from './answered.ts';

const item = ({ parameters }: ReadRequest): string => parameters.item ?? '';

/** @param access is made with the first link that somebody asks for */
export const itemReaders = (readings: Readings, within: Within, access: () => Promise<FileAccess>) =>
  answered(ITEM_READS, {
    districtBoard: ({ query }) => readings.districtBoard(query as PageOf),
    board: within((scope, reader, { query }) => readings.board(scope, reader, query as PageOf & BoardFilter)),
    items: within(async (scope, reader) => ({ items: await readings.items.all(scope, reader) })),
    item: within((scope, reader, request) =>
      readings.items.one(scope, item(request), reader, (request.query as { version?: number }).version),
    ),
    itemFile: within(async (scope, reader, request) => {
      const { version } = request.query as { version?: number };
      const id = request.parameters.file ?? '';
      const { card, ...open } = await readings.items.file(scope, item(request), id, reader, version);
      const { organisation } = scope;
      const links = await access();
      const thumbnail = card.thumbnail && links.thumbnail(organisation, open, request.now);
      return {
        ...card,
        ...links.link(organisation, open, request.now),
        ...(thumbnail && { thumbnailUrl: thumbnail.url }),
      };
    }),
    upload: within((scope, reader, { parameters }) =>
      readings.items.upload(scope, parameters.file ?? '', reader),
    ),
    record: within(async (scope, reader, request) => ({
      commits: await readings.items.record(scope, item(request), reader),
    })),
    itemFeedback: within(async (scope, reader, request) => ({
      feedback: await readings.opinions.all(scope, reader, item(request)),
    })),
    answers: within(async (scope, reader, request) => ({
      answers: await readings.opinions.answers(scope, item(request), reader),
    })),
    halfPairs: within(async (scope, reader) => ({ pairs: await readings.items.halfPairs(scope, reader) })),
    matches: within(async (scope, reader, { query }) => ({
      matches: await readings.matches(scope, reader, (query as { q: string }).q),
    })),
  });
