import { raw } from 'hono/html';
import type { Summary } from '../../domain/summary/draft.ts';
import { textOf } from '../../domain/summary/text.ts';
import { renderMarkdown } from '../rendering/markdown.tsx';

/** The summary as one HTML file that needs nothing else, to be kept, sent and printed. */
export const summaryDocument = (summary: Summary): string =>
  (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{summary.title}</title>
        </head>
        <body>
          <main>
            <h1>{summary.title}</h1>
            <h2>正文</h2>
            {renderMarkdown(textOf(summary))}
          </main>
        </body>
      </html>
    </>
  ).toString();
