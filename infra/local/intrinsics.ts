import type { Stack } from './assembly.ts';
import { ACCOUNT, PARTITION, REGION, URL_SUFFIX } from './identity.ts';
import { StartProblem } from './problem.ts';

/** What a resolver needs to know about the world outside one value. */
export interface Surroundings {
  /** Parameter of a stack, or undefined when nobody gave it. */
  parameter(stack: Stack, name: string): unknown;
  /** `Ref` of a resource; undefined when the stack has no such resource. */
  ref(stack: Stack, logicalId: string): string | undefined;
  /** `Fn::GetAtt` of a resource. */
  attribute(stack: Stack, logicalId: string, name: string): string;
  /** `Fn::ImportValue`. */
  imported(name: string): unknown;
  /** Body of `{{resolve:…}}`. */
  dynamicReference(reference: string): string;
}

const NO_VALUE = Symbol('AWS::NoValue');

const PSEUDO: Readonly<Record<string, unknown>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Region': REGION,
  'AWS::Partition': PARTITION,
  'AWS::URLSuffix': URL_SUFFIX,
  'AWS::NotificationARNs': [],
  'AWS::NoValue': NO_VALUE,
};

const DYNAMIC_REFERENCE = /\{\{resolve:([^{}]+)\}\}/g;

type Intrinsic = (this: Resolver, argument: unknown) => unknown;

/** Turns values of one stack's template into what CloudFormation would hand to the service. */
export class Resolver {
  private readonly stack: Stack;
  private readonly surroundings: Surroundings;

  constructor(stack: Stack, surroundings: Surroundings) {
    this.stack = stack;
    this.surroundings = surroundings;
  }

  /** @throws StartProblem for an intrinsic that is not known, or that points nowhere. */
  resolve(value: unknown): unknown {
    const resolved = this.value(value);
    return resolved === NO_VALUE ? undefined : resolved;
  }

  condition(name: string): boolean {
    const conditions = this.stack.template.Conditions ?? {};
    if (!(name in conditions)) throw this.problem(`Condition ${name}`, 'points nowhere');
    return this.value(conditions[name]) === true;
  }

  private value(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) {
      return value.map((each) => this.value(each)).filter((each) => each !== NO_VALUE);
    }
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value);
    const [first] = entries;
    if (entries.length === 1 && first !== undefined && isIntrinsicName(first[0])) {
      const intrinsic = INTRINSICS[first[0]];
      if (intrinsic === undefined) throw this.problem(first[0], 'is not supported');
      const result = intrinsic.call(this, first[1]);
      return typeof result === 'string' ? this.text(result) : result;
    }
    return Object.fromEntries(
      entries.map(([key, each]) => [key, this.value(each)]).filter(([, each]) => each !== NO_VALUE),
    );
  }

  private text(text: string): string {
    if (!text.includes('{{resolve:')) return text;
    return text.replace(DYNAMIC_REFERENCE, (_, body: string) => this.surroundings.dynamicReference(body));
  }

  reference(name: string): unknown {
    if (name === 'AWS::StackName') return this.stack.name;
    if (name === 'AWS::StackId') {
      return `arn:${PARTITION}:cloudformation:${REGION}:${ACCOUNT}:stack/${this.stack.name}/local`;
    }
    if (name in PSEUDO) return PSEUDO[name];
    if (this.stack.template.Parameters?.[name] !== undefined) {
      const given = this.surroundings.parameter(this.stack, name);
      if (given !== undefined) return given;
      throw new StartProblem(
        `堆栈 ${this.stack.name} 的参数 ${name} 没有值:请在启动时给出。`,
        `Parameter ${name} of stack ${this.stack.name} has no value: give one at the start.`,
      );
    }
    const resource = this.surroundings.ref(this.stack, name);
    if (resource !== undefined) return resource;
    throw this.problem(`Ref ${name}`, 'points nowhere');
  }

  attributeOf(argument: unknown): unknown {
    const [logicalId, ...path] = Array.isArray(argument)
      ? argument.map((each) => String(this.value(each)))
      : String(argument).split('.');
    return this.surroundings.attribute(this.stack, logicalId as string, path.join('.'));
  }

  list(argument: unknown, name: string): unknown[] {
    const list = this.value(argument);
    if (Array.isArray(list)) return list;
    throw this.problem(name, 'needs a list');
  }

  either(argument: unknown): unknown {
    const [condition, whenTrue, whenFalse] = argument as [string, unknown, unknown];
    return this.value(this.condition(condition) ? whenTrue : whenFalse);
  }

  substitute(argument: unknown): string {
    const [text, variables] = (Array.isArray(argument) ? argument : [argument, {}]) as [string, object];
    const own = this.value(variables) as Record<string, unknown>;
    return text.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in own) return String(own[name]);
      return String(name.includes('.') ? this.attributeOf(name) : this.reference(name));
    });
  }

  lookUp(argument: unknown): unknown {
    const [map, first, second] = this.list(argument, 'Fn::FindInMap').map(String);
    const found = this.stack.template.Mappings?.[map ?? '']?.[first ?? '']?.[second ?? ''];
    if (found === undefined) throw this.problem(`Fn::FindInMap ${map}.${first}.${second}`, 'points nowhere');
    return found;
  }

  importValue(argument: unknown): unknown {
    return this.surroundings.imported(String(this.value(argument)));
  }

  private problem(what: string, why: 'points nowhere' | 'is not supported' | 'needs a list'): StartProblem {
    const chinese = {
      'points nowhere': '没有指向任何内容',
      'is not supported': '不受支持',
      'needs a list': '需要一个列表',
    };
    return new StartProblem(
      `堆栈 ${this.stack.name} 的模板有误:${what} ${chinese[why]}。请修改模板后重新合成。`,
      `The template of stack ${this.stack.name} cannot run: ${what} ${why}. Change it and synthesise again.`,
    );
  }
}

const isIntrinsicName = (name: string): boolean =>
  name === 'Ref' || name === 'Condition' || name.startsWith('Fn::');

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref(name) {
    return this.reference(String(name));
  },
  // `Condition` is an intrinsic inside conditions, and an ordinary key (of a policy statement, say) elsewhere.
  Condition(name) {
    return typeof name === 'string' ? this.condition(name) : { Condition: this.resolve(name) };
  },
  'Fn::GetAtt'(argument) {
    return this.attributeOf(argument);
  },
  'Fn::Join'(argument) {
    const [separator, parts] = argument as [string, unknown];
    return this.list(parts, 'Fn::Join').join(separator);
  },
  'Fn::Sub'(argument) {
    return this.substitute(argument);
  },
  'Fn::Select'(argument) {
    const [index, list] = argument as [unknown, unknown];
    return this.list(list, 'Fn::Select')[Number(this.resolve(index))];
  },
  'Fn::Split'(argument) {
    const [separator, text] = argument as [string, unknown];
    return String(this.resolve(text)).split(separator);
  },
  'Fn::ImportValue'(argument) {
    return this.importValue(argument);
  },
  'Fn::FindInMap'(argument) {
    return this.lookUp(argument);
  },
  'Fn::If'(argument) {
    return this.either(argument);
  },
  'Fn::Equals'(argument) {
    const [left, right] = this.list(argument, 'Fn::Equals');
    return String(left) === String(right);
  },
  'Fn::Not'(argument) {
    return this.list(argument, 'Fn::Not')[0] !== true;
  },
  'Fn::And'(argument) {
    return this.list(argument, 'Fn::And').every((each) => each === true);
  },
  'Fn::Or'(argument) {
    return this.list(argument, 'Fn::Or').some((each) => each === true);
  },
};
