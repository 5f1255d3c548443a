import type { ReportCommands } from './report-commands.ts';

/** Reports go up a few times a year: what they take is loaded with the first, and not at every start. */
export const reportsOver = (
  ...sources: ConstructorParameters<typeof ReportCommands>
): Pick<ReportCommands, 'issue'> => ({
  issue: async (...request) => {
    const { ReportCommands } = await import('./report-commands.ts');
    return new ReportCommands(...sources).issue(...request);
  },
});
