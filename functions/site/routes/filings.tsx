import type { Hono } from 'hono';
import { given, one } from '../forms/form-data.ts';
import { formRoutes, type OperationForms } from '../forms/operation-forms.ts';
import { deskOf, idFrom } from '../frames.ts';
import { FilingPage, NewFilingPage } from '../pages/summaries.tsx';
import type { SiteEnv, SiteServices } from '../services.ts';

const FILED = '已报送。';

/** Of the draft of a summary. */
export const filingForms: OperationForms = {
  file: {
    operation: 'fileSummary',
    read: (sent) => ({
      year: one(sent, 'file.year'),
      title: one(sent, 'file.title'),
      text: one(sent, 'file.text'),
    }),
    done: FILED,
    next: ({ id }, page) => filedAt(page, id),
  },
};

const specialForms: OperationForms = {
  file: {
    operation: 'fileSpecialReport',
    read: (sent) => ({
      receiver: one(sent, 'file.receiver'),
      title: one(sent, 'file.title'),
      text: one(sent, 'file.text'),
    }),
    done: FILED,
    next: ({ id }, page) => filedAt(page, id),
  },
};

const receivedForms: OperationForms = {
  /** What was done on another page leads here. */
  file: specialForms.file as OperationForms[string],
  acknowledge: {
    operation: 'acknowledgeFiling',
    read: (sent) => given(sent, 'remark', 'acknowledge.remark'),
    done: '已签收。',
  },
  return: {
    operation: 'returnFiling',
    read: (sent) => ({ reason: one(sent, 'return.reason') }),
    done: '已退回。',
  },
};

/** `/desk/o/<org>/…` of whoever filed it. */
function filedAt(page: string, id: string): string {
  const [, , , organisation = ''] = page.split('/');
  return `/desk/o/${organisation}/filings/${organisation}/${id}`;
}

/** 报送: special reports, and whatever was filed, with its receipt (HZ-36). */
export function filingRoutes(routes: Hono<SiteEnv>, services: SiteServices): void {
  const desk = '/desk/o/:org';

  formRoutes(routes, services, `${desk}/filings/new`, specialForms, async (c, page) => {
    const { frame, scope } = await deskOf(c, services, `/desk/o/${c.req.param('org')}/filings/new`);
    return (<NewFilingPage frame={frame} organisation={scope.organisation} page={page} />).toString();
  });

  formRoutes(routes, services, `${desk}/filings/:unit/:filing`, receivedForms, async (c, page) => {
    const [unit, id] = [idFrom(c, 'unit'), idFrom(c, 'filing')];
    const here = `/desk/o/${c.req.param('org')}/filings/${unit}/${id}`;
    const { frame, scope, reader } = await deskOf(c, services, here);
    const filing = await services.readings.summaries.filing(scope, unit, id, reader);
    const { organisation } = scope;
    return (<FilingPage frame={frame} organisation={organisation} filing={filing} page={page} />).toString();
  });
}
