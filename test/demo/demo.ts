import { parseArgs } from 'node:util';
import { synthesise } from '../../infra/synth.ts';
import { showItem } from './item.ts';
import { showYear } from './year.ts';

/**
 * `npm run demo`: under a virtual clock, on the real template and bundles, with engines that keep nothing, first the
 * life of one item, then a year of a district. `-- --item` and `-- --year` show one of them. Exits with 1 when anything
 * is not as it should be.
 */
const { values } = parseArgs({
  options: { item: { type: 'boolean', default: false }, year: { type: 'boolean', default: false } },
});

await synthesise();
if (values.item || !values.year) await showItem();
if (values.year || !values.item) await showYear();
