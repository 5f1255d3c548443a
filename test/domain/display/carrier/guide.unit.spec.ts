import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FIELDS, LASTING_FIELDS, PATH_FIELDS } from '../../../../domain/display/carrier/fields.ts';
import { PRESET_NAMES } from '../../../../domain/display/carrier/presets.ts';
import { displayCommands } from '../../../../domain/display/commands.ts';
import { displayDecider } from '../../../../domain/display/display.ts';
import { given } from '../../../support/decider.ts';
import { display, facts } from '../samples.ts';

const member = { id: 'zhang-san', name: '张三', partyMember: true, staff: true };
const MEMBERS = {
  ...facts(),
  organisation: { ...facts().organisation, people: { [member.id]: member } },
};

/** The guides are what somebody has open who registers a display. */
describe.each(['docs/displays.md', 'docs/displays.zh-CN.md'])('%s', (path) => {
  const guide = readFileSync(path, 'utf8');
  const examples = [...guide.matchAll(/```(?:json|http)\n([\s\S]*?)```/g)].map(([, block = '']) => {
    const given = JSON.parse(block.slice(block.indexOf('{'))) as { kind?: string };
    return given.kind ? { name: '屏', place: '门', url: 'https://api.example.cn/', carrier: given } : given;
  });

  test('holds examples that can be registered as they stand, once their secrets are sealed', () => {
    expect(examples).toHaveLength(3);
    for (const example of examples) {
      const data = displayCommands.RegisterDisplay.parse(example);
      const secrets = { key: 'sealed1.AAAA' };
      const carrier = data.carrier && { ...data.carrier, secrets };
      given(displayDecider)
        .when(display('RegisterDisplay', { ...data, carrier }, { facts: MEMBERS }))
        .thenTypes('DisplayRegistered');
    }
  });

  test('names every preset and every variable', () => {
    for (const name of [...PRESET_NAMES, ...FIELDS]) expect(guide).toContain(`\`${name}\``);
  });

  test('names what is left of an item that is down', () => {
    const names = [...LASTING_FIELDS].map((name) => `\`${name}\``);
    const paragraph = guide
      .split('\n')
      .join(' ')
      .match(/(?:Once an item is down|撤下时已没有标题).*?(?:are left|`place`)/)?.[0];
    for (const name of names) expect(paragraph).toContain(name);
    const gone = FIELDS.filter((name) => !LASTING_FIELDS.has(name));
    for (const name of gone) expect(paragraph).not.toContain(`\`${name}\``);
    expect([...PATH_FIELDS].every((name) => guide.includes(`\`${name}\``))).toBe(true);
  });
});
