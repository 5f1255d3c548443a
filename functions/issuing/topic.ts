import type { TopicCommand } from '../../domain/topic/commands.ts';
import { supporterOf } from '../shell/pseudonyms.ts';
import { rostersIn } from '../shell/rosters.ts';
import { TopicCommands } from '../shell/topic-commands.ts';
import type { Ground } from './ground.ts';
import { commandOf, type Issue, idOf, issued, scopeOf } from './request.ts';
import { voiceOf } from './voice.ts';

export function topicIssuer(ground: Ground): Issue {
  const { log, aggregates, views, district, permits } = ground;
  const voice = voiceOf(ground);
  const topics = new TopicCommands(log, aggregates, district.id, rostersIn(views, district.id));
  return async (request) => {
    const scope = scopeOf(request);
    const { command, person, address, now } = request;
    const isNew = command === 'RaiseTopic';
    const isVoice = isNew || command === 'SupportTopic';
    if (isNew && person === undefined) await voice.guard.admit(scope, 'leave', address, now);
    const id = idOf(scope, request, 'topic', isNew);
    const actor = await (isVoice ? permits.speaker(scope, request, true) : permits.worker(scope, request));
    const outcome = await topics.issue(scope, id, {
      ...commandOf<TopicCommand>(request, actor),
      person,
      supporter: isVoice ? supporterOf(voice.receipts, scope, person) : undefined,
      isNew,
    });
    return issued(id, outcome);
  };
}
