import type { FieldValues } from '../../../domain/display/carrier/fields.ts';
import type { Keys } from '../../../domain/display/carrier/request.ts';
import type { Carrier, XiboCarrier } from '../../../domain/display/carrier/schema.ts';
import type { Answer } from '../../../domain/display/delivery-commands.ts';
import { Caller, type CallerOptions } from './caller.ts';
import { sendByTemplate } from './http-api.ts';
import { Tokens } from './tokens.ts';
import { XiboCms } from './xibo-cms.ts';

/** A system that takes no signed webhooks. */
export interface System<C extends Carrier> {
  readonly url: string;
  readonly carrier: C;
  /** In clear. */
  readonly keys: Keys;
  /** Private networks that the organisation's policy opens. */
  readonly allowedAddresses: readonly string[];
}

/** A message to it. */
export interface Conveyance extends System<Carrier> {
  /** Of the display; systems with tables of their own have no use for them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly values: FieldValues;
}

/** Brings a message to a system by its carrier, once. */
export type Convey = (conveyance: Conveyance) => Promise<Answer>;

/** Takes the items off the table of a system of which it is said that they should be gone. */
export type Sweep = (
  system: System<XiboCarrier>,
  isGone: (item: string) => Promise<boolean>,
) => Promise<Answer>;

export interface Carriers {
  readonly convey: Convey;
  readonly sweep: Sweep;
}

/** The tokens that systems give out are kept from one call to the next. */
export function carriersOver(options: CallerOptions): Carriers {
  const tokens = new Tokens(options.clock);
  const cmsOf = ({ url, carrier, keys, allowedAddresses }: System<XiboCarrier>) =>
    new XiboCms(url, carrier, keys.key ?? '', new Caller(options, allowedAddresses), tokens);
  return {
    convey: async (conveyance) => {
      const { carrier, values, allowedAddresses } = conveyance;
      if (carrier.kind === 'http-template') {
        const caller = new Caller(options, allowedAddresses);
        return sendByTemplate({ ...conveyance, carrier }, caller, tokens, options.clock());
      }
      const cms = cmsOf({ ...conveyance, carrier });
      if (values.status === 'test') return cms.check();
      return values.status === 'on-show' ? cms.show(values) : cms.remove(values.id);
    },
    sweep: (system, isGone) => cmsOf(system).removeWhere(isGone),
  };
}
