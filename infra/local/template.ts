import type { RawResource, Stack } from './assembly.ts';
import { readAssembly } from './assembly.ts';
import { type Addresses, attributeOf } from './attributes.ts';
import { Resolver, type Surroundings } from './intrinsics.ts';
import { StartProblem } from './problem.ts';
import { checkResourceTypes, IGNORED, type IgnoredResource, ignoredResources } from './resource-types.ts';
import { generateSecret, type Secrets } from './secrets.ts';

/** A resource with every intrinsic resolved. */
export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  /** Physical name: the one in the template, or stack and logical id. */
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: shape given by CloudFormation, per type.
  readonly properties: Record<string, any>;
}

export interface Template {
  /** Every resource that runs here and exists under the conditions. */
  readonly all: readonly Resource[];
  /** Those of some types. */
  resources(...types: string[]): readonly Resource[];
  /** Folder of a function's code on this machine. */
  assetPath(resource: Resource, objectKey: string): string | undefined;
  readonly ignored: readonly IgnoredResource[];
}

export interface TemplateOptions {
  readonly folder: string;
  /** Values for parameters of whichever stack declares them. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly addresses: Addresses;
  readonly secrets: Secrets;
  /** Secrets that stand outside the template, by ARN. */
  readonly givenSecrets?: Readonly<Record<string, string>>;
}

/** Longest physical name of each type; the end of a logical id is what makes it unique. */
const NAME_PROPERTY: Readonly<Record<string, readonly [property: string, longest: number]>> = {
  'AWS::DynamoDB::Table': ['TableName', 255],
  'AWS::DynamoDB::GlobalTable': ['TableName', 255],
  'AWS::SQS::Queue': ['QueueName', 80],
  'AWS::S3::Bucket': ['BucketName', 63],
  'AWS::Lambda::Function': ['FunctionName', 64],
  'AWS::Events::EventBus': ['Name', 256],
  'AWS::Events::Rule': ['Name', 64],
  'AWS::Scheduler::Schedule': ['Name', 64],
  'AWS::IAM::Role': ['RoleName', 64],
  'AWS::SNS::Topic': ['TopicName', 256],
};

/**
 * Reads every stack of a synthesised app as one template, cross-stack references included.
 *
 * @throws StartProblem for a resource type or intrinsic that cannot run here, and for a parameter without value.
 */
export function readTemplate(options: TemplateOptions): Template {
  const stacks = readAssembly(options.folder);
  checkResourceTypes(stacks);
  const linker = new Linker(stacks, options);
  const resources = stacks.flatMap((stack) => linker.resourcesOf(stack));
  return {
    all: resources,
    ignored: ignoredResources(stacks),
    resources: (...types) => resources.filter((resource) => types.includes(resource.type)),
    assetPath: (resource, objectKey) =>
      stacks.find((stack) => stack.name === resource.stack)?.assets.get(objectKey),
  };
}

class Linker implements Surroundings {
  private readonly stacks: readonly Stack[];
  private readonly options: TemplateOptions;
  private readonly resolvers: Map<Stack, Resolver>;

  constructor(stacks: readonly Stack[], options: TemplateOptions) {
    this.stacks = stacks;
    this.options = options;
    this.resolvers = new Map(stacks.map((stack) => [stack, new Resolver(stack, this)]));
  }

  resourcesOf(stack: Stack): Resource[] {
    const resolver = this.resolver(stack);
    return Object.entries(stack.template.Resources ?? {})
      .filter(([, raw]) => raw.Condition === undefined || resolver.condition(raw.Condition))
      .filter(([, raw]) => IGNORED[raw.Type] === undefined)
      .map(([logicalId, raw]) => ({
        stack: stack.name,
        logicalId,
        type: raw.Type,
        name: this.nameOf(stack, logicalId, raw),
        properties: resolver.resolve(raw.Properties ?? {}) as Record<string, unknown>,
      }));
  }

  parameter(stack: Stack, name: string): unknown {
    const { Default, AllowedPattern: pattern } = stack.template.Parameters?.[name] ?? {};
    const value = this.options.parameters[name] ?? Default;
    if (value === undefined || pattern === undefined || new RegExp(pattern).test(String(value))) return value;
    throw new StartProblem(
      `参数 ${name} 的值 ${value} 不符合模板要求的格式 ${pattern}:请改用其他值。`,
      `The value ${value} of parameter ${name} does not fit the pattern ${pattern} of the template: choose another.`,
    );
  }

  ref(stack: Stack, logicalId: string): string | undefined {
    return stack.template.Resources?.[logicalId] === undefined
      ? undefined
      : this.attribute(stack, logicalId, '');
  }

  attribute(stack: Stack, logicalId: string, attribute: string): string {
    const raw = stack.template.Resources?.[logicalId];
    if (raw === undefined) {
      throw new StartProblem(
        `堆栈 ${stack.name} 的模板引用了不存在的资源 ${logicalId}:请重新合成。`,
        `The template of stack ${stack.name} refers to ${logicalId}, which does not exist: synthesise again.`,
      );
    }
    const name = this.nameOf(stack, logicalId, raw);
    const resource = { stack: stack.name, logicalId, type: raw.Type, name };
    return attributeOf(resource, attribute, this.options.addresses);
  }

  imported(name: string): unknown {
    for (const stack of this.stacks) {
      for (const output of Object.values(stack.template.Outputs ?? {})) {
        const resolver = this.resolver(stack);
        if (output.Export !== undefined && resolver.resolve(output.Export.Name) === name) {
          return resolver.resolve(output.Value);
        }
      }
    }
    throw new StartProblem(
      `没有堆栈导出 ${name}:请合成全部堆栈。`,
      `No stack exports ${name}: synthesise all stacks.`,
    );
  }

  /** `secretsmanager:<arn>:SecretString:<key>:<stage>:<version>`; the key picks a field of a JSON secret. */
  dynamicReference(reference: string): string {
    const match = /^secretsmanager:(.+?):SecretString:([^:]*)(?::.*)?$/.exec(reference);
    const secret = match === null ? undefined : this.secret(match[1] as string);
    if (match === null || secret === undefined) {
      throw new StartProblem(
        `模板中的动态引用 {{resolve:${reference}}} 无法在本机解析:请改为引用模板内的 Secrets Manager 密钥。`,
        `The dynamic reference {{resolve:${reference}}} cannot be resolved here: refer to a secret of the template.`,
      );
    }
    return match[2] === '' ? secret : String(JSON.parse(secret)[match[2] as string]);
  }

  private secret(arn: string): string | undefined {
    const outside = this.options.givenSecrets?.[arn];
    if (outside !== undefined) return outside;
    for (const stack of this.stacks) {
      for (const [logicalId, raw] of Object.entries(stack.template.Resources ?? {})) {
        if (raw.Type !== 'AWS::SecretsManager::Secret' || this.ref(stack, logicalId) !== arn) continue;
        const properties = this.resolver(stack).resolve(raw.Properties ?? {}) as Record<string, unknown>;
        const given = properties.SecretString;
        if (typeof given === 'string') return given;
        return this.options.secrets.keep(`${stack.name}/${logicalId}`, () =>
          generateSecret(properties.GenerateSecretString ?? {}),
        );
      }
    }
    return undefined;
  }

  private nameOf(stack: Stack, logicalId: string, raw: RawResource): string {
    const [property, longest] = NAME_PROPERTY[raw.Type] ?? ['', 64];
    const given = this.resolver(stack).resolve(raw.Properties?.[property]);
    if (typeof given === 'string') return given;
    const name = `${stack.name}-${logicalId}`.slice(-longest);
    return raw.Type === 'AWS::S3::Bucket' ? name.toLowerCase() : name;
  }

  private resolver(stack: Stack): Resolver {
    return this.resolvers.get(stack) as Resolver;
  }
}
