import type { TopicCommand } from '../../domain/topic/commands.ts';
import { supporterOf } from '../shell/pseudonyms.ts';
import { TopicCommands } from '../shell/topic-commands.ts';
import type { WholeGround } from './ground.ts';
import { commandOf, type Issue, idOf, issued, scopeOf } from './request.ts';

export function topicIssuer({ log, aggregates, district, permits, voice }: WholeGround): Issue {
  const topics = new TopicCommands(log, aggregates, district.id);
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
