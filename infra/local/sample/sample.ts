export { type LoadOptions, loadSample } from './load.ts';
export { SAMPLE_ADMINISTRATOR, SAMPLE_DISTRICT } from './organisations.ts';
export { personas, type SamplePersona } from './personas.ts';
