import { setTimeout as sleep } from 'node:timers/promises';
import { signatureHeaders } from '../../domain/display/signature.ts';
import { sendWebhook } from '../../functions/adapters/webhook.ts';
import { FIRST_ATTEMPTS_AT_ONCE } from '../../infra/stacks/application/displays.ts';
import { type Measure, measure, median, percentile99 } from './measure.ts';
import { type Health, inLanes, Receivers, Walls } from './walls.ts';

const LANES = 8;
const ROUNDS = 7;
const WARM_UP = 2;
const PER_ROUND = 80;

/** Webhooks a second, beside a loop that signs and posts messages of the same kind and does nothing else. */
export async function deliveryRate(): Promise<Measure[]> {
  const receivers = await Receivers.start();
  const walls = await Walls.hang((ROUNDS + WARM_UP) * PER_ROUND, receivers);
  try {
    const senders = Array.from({ length: LANES }, () => walls.sender());
    const rates: { readonly ours: number; readonly bare: number }[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const events = walls.events.slice(round * PER_ROUND, (round + 1) * PER_ROUND);
      const ours = await rateOf(events, (event, lane) => (senders[lane] as (typeof senders)[0])(event));
      const bare = await rateOf(events, (_, lane) => signAndPost(receivers.urlOf(lane)));
      if (round >= WARM_UP) rates.push({ ours, bare });
    }
    return [
      measure('deliveries: bare sign and POST', median(rates.map(({ bare }) => bare)), 'a second'),
      measure(
        'deliveries: recorded, signed, posted, recorded',
        median(rates.map(({ ours }) => ours)),
        'a second',
        {
          ratio: median(rates.map(({ ours, bare }) => ours / bare)),
        },
      ),
    ];
  } finally {
    await Promise.all([walls.stop(), receivers.stop()]);
  }
}

async function rateOf<T>(
  all: readonly T[],
  act: (each: T, lane: number) => Promise<unknown>,
): Promise<number> {
  const start = performance.now();
  await inLanes(all, LANES, act);
  return (all.length * 1_000) / (performance.now() - start);
}

/** As long as a notice with a short text. */
const BODY = JSON.stringify({ type: 'notice.released', data: '示'.repeat(400) });

function signAndPost(url: string): Promise<unknown> {
  const message = { id: 'msg_bench', timestamp: Math.floor(Date.now() / 1000), body: BODY };
  const headers = signatureHeaders(message, [`whsec_${'A'.repeat(43)}=`]);
  return sendWebhook({ url, headers, body: BODY, allowedAddresses: ['127.0.0.1'] }, { opensLoopback: true });
}

const DISPLAYS = 1_000;
/** Of a hundred displays five never answer and five answer with an error. */
const healthOf = (display: number): Health =>
  display % 20 === 7 ? 'hangs' : display % 20 === 14 ? 'fails' : 'well';
const LIMIT = { on: 'ratio', most: 1.5 } as const;

/**
 * One notice for a thousand displays at once: when the last of a hundred healthy ones has it, with and without sick ones
 * among them, of which nobody knows yet that they are sick. As many senders as the template lets run at a time.
 */
export async function sickDisplays(): Promise<Measure[]> {
  const without = await arrivals(() => 'well');
  const among = await arrivals(healthOf);
  const ratio = among / without;
  return [
    measure(`${DISPLAYS} displays, all well: 99th percentile`, without, 'ms'),
    measure(`${DISPLAYS} displays, 5 % hang, 5 % fail: 99th of the well`, among, 'ms', {
      ratio,
      limit: LIMIT,
    }),
  ];
}

async function arrivals(health: (display: number) => Health): Promise<number> {
  const receivers = await Receivers.start(health);
  const walls = await Walls.hang(DISPLAYS, receivers);
  try {
    const senders = Array.from({ length: FIRST_ATTEMPTS_AT_ONCE }, () => walls.sender());
    const well = Array.from({ length: DISPLAYS }, (_, display) => display).filter(
      (display) => health(display) === 'well',
    );
    const start = performance.now();
    const sending = inLanes(walls.events, senders.length, (event, lane) =>
      (senders[lane] as (typeof senders)[0])(event),
    );
    const haveAll = () => well.every((display) => receivers.arrivals.has(display));
    while (!haveAll()) await sleep(20);
    await sending;
    const times = well.map((display) => (receivers.arrivals.get(display) ?? Number.NaN) - start);
    return percentile99(times);
  } finally {
    await Promise.all([walls.stop(), receivers.stop()]);
  }
}
