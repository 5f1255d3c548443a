import { OrgScope } from '../../../domain/kernel/scope.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { FileCommands } from '../../../functions/shell/file-commands.ts';
import { PEOPLE, SCHOOL } from '../../support/school.ts';
import { draft, ok, release } from './school.ts';
import type { World } from './world.ts';

/** A disclosed item with an attachment that passed its inspection. */
export async function withFile(world: World): Promise<{ attached: string; file: string }> {
  const { body } = await ok(world, 'POST', `/v1/organisations/${SCHOOL}/files`, {
    person: PEOPLE.clerk,
    body: { name: '公示栏照片' },
  });
  await new FileCommands(world.log, new Aggregates(world.log)).issue(new OrgScope(SCHOOL), body.id, {
    type: 'InspectFile',
    data: {
      sha256: 'a'.repeat(64),
      bytes: 1_000,
      type: 'jpeg',
      published: { sha256: 'b'.repeat(64), bytes: 900 },
      screening: { coverage: 'none', findings: [] },
    },
    now: world.now,
    actor: { kind: 'system', name: 'inspect-file' },
    commandId: 'inspect',
    correlation: 'test',
  });
  const attached = await draft(world, { attachments: [body.id] });
  await release(world, attached);
  return { attached, file: body.id };
}
