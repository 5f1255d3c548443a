/** Filled in with the screen's page. */
export const displayScript = '';
