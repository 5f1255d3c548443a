import type { NewsCommand } from '../../domain/news/commands.ts';
import type { NewsEvent } from '../../domain/news/events.ts';
import { newsDecider } from '../../domain/news/news.ts';
import { type NewsState, newsStageOf } from '../../domain/news/state.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { Ground } from './ground.ts';
import { plainIssuer } from './plain.ts';
import type { Issue } from './request.ts';

export function newsIssuer(ground: Ground): Issue {
  const tenancy = new Tenancy(ground.aggregates);
  return plainIssuer<NewsCommand, NewsEvent, NewsState>(ground, {
    kind: 'NEWS',
    decider: newsDecider,
    id: 'news',
    creates: ['WriteNews'],
    actor: ({ scope, request }) => ground.permits.worker(scope, request),
    facts: ({ scope }) => tenancy.tenants(scope),
    stage: (state) => state && newsStageOf(state),
  });
}
