export { sampleLoading } from './bring-in.ts';
export { loadSample } from './load.ts';
export { SAMPLE_ADMINISTRATOR, SAMPLE_DISTRICT } from './organisations.ts';
export { personas } from './personas.ts';
