import { StartProblem } from './problem.ts';

/** What a target gets of an event: all of it, a part, a fixed text, or a text made from parts. */
export interface TargetInput {
  readonly Input?: string;
  readonly InputPath?: string;
  readonly InputTransformer?: {
    readonly InputPathsMap?: Record<string, string>;
    readonly InputTemplate: string;
  };
}

/** @throws StartProblem for a JSON path that is more than names and numbers. */
export function transformer(owner: string, input: TargetInput): (event: unknown) => string {
  if (input.Input !== undefined) {
    const text = input.Input;
    return () => text;
  }
  if (input.InputPath !== undefined) {
    const pick = path(owner, input.InputPath);
    return (event) => JSON.stringify(pick(event));
  }
  if (input.InputTransformer === undefined) return (event) => JSON.stringify(event);
  const { InputPathsMap: paths = {}, InputTemplate: template } = input.InputTransformer;
  const picks = new Map(Object.entries(paths).map(([name, each]) => [name, path(owner, each)]));
  return (event) => fill(template, (name) => picks.get(name)?.(event), event);
}

function path(owner: string, text: string): (event: unknown) => unknown {
  const steps = [...text.slice(1).matchAll(/\.([\w-]+)|\['([^']+)'\]|\[(\d+)\]/gy)];
  const read = steps.map((step) => step[0]).join('');
  if (!text.startsWith('$') || read !== text.slice(1)) {
    throw new StartProblem(
      `${owner} 的路径 ${text} 无法在本机运行:只支持 $.a.b[0] 形式。请改写后重新合成。`,
      `The path ${text} of ${owner} cannot run here: only the form $.a.b[0] is supported. Write it otherwise and synthesise again.`,
    );
  }
  const names = steps.map(([, name, quoted, index]) => name ?? quoted ?? (index as string));
  return (event) => names.reduce((value, name) => (value as Record<string, unknown> | null)?.[name], event);
}

/** Inside quotes a text is put in as it is; elsewhere every value is put in as JSON. */
function fill(template: string, pick: (name: string) => unknown, event: unknown): string {
  return template.replace(/(")?<([\w.-]+)>(")?/g, (_, before = '', name: string, after = '') => {
    const value = name === 'aws.events.event' || name === 'aws.events.event.json' ? event : pick(name);
    const json = JSON.stringify(value) ?? '""';
    if (before === '' && after === '') return json;
    return typeof value === 'string' ? `${before}${json.slice(1, -1)}${after}` : json;
  });
}
