import type { CarrierCard } from '../../../domain/display/carrier/carrier.ts';

/** How notices reach a display, in a few words. Secrets never come this far. */
export function CarrierSummary({ carrier }: { readonly carrier: CarrierCard | undefined }) {
  return <>{carrier ? carrier.name : '签名通知（Standard Webhooks）'}</>;
}
