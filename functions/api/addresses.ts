/** Under which nearly everything stands. Segments in braces are parameters. */
export const ORGANISATION = '/v1/organisations/{organisation}';
