/** Path of an operation or address with its parameters filled in. */
export const fillPath = (path: string, parameters: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));

/** As Hono writes it. */
export const routeOf = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Nothing that the API serves is a page. */
export const API_HEADERS = {
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  xFrameOptions: 'DENY',
};

/** Every route of the API, of reading and of writing; asked for only when somebody has lost their way. */
export const allRoutes = async () => (await import('./routes.ts')).ALL_ROUTES;

/** The data of a command that stands in the path instead of the body; see `CommandOperation.fromPath`. */
export const fieldsFromPath = (
  { fromPath = {} }: { readonly fromPath?: Readonly<Record<string, string>> },
  parameters: Readonly<Record<string, string>>,
): object => Object.fromEntries(Object.entries(fromPath).map(([name, field]) => [field, parameters[name]]));
