/** What a month is made of; the prices have the same names. */
interface Bill {
  readonly 'DynamoDB, write units': number;
  readonly 'DynamoDB, read units': number;
  readonly 'DynamoDB, GB stored and backed up': number;
  readonly 'Lambda, invocations': number;
  readonly 'Lambda, GB-seconds (arm64)': number;
  readonly 'EventBridge, events': number;
  readonly 'SQS, requests': number;
  readonly 'Scheduler, invocations': number;
  readonly 'HTTP API, requests': number;
  readonly 'Internet, GB out': number;
  readonly 'CloudWatch, GB of logs': number;
  readonly 'CloudWatch, alarms': number;
  readonly 'Secrets Manager, secrets': number;
}
type Item = keyof Bill;

/** As `npm run bench` counts them: `refresh`, `ledger`, `log` and `views`, `dashboard`, `scan`. */
const COUNTED = {
  opening: { writes: 2.01 + 4, reads: 10.1 + 3 },
  /** A command on an item: one unit on the record, 53 on views and indexes in a life of 15 commands. */
  command: { writes: 1 + 53 / 15 },
  disclosureInLedger: { writes: 4 },
  alertInLedger: { writes: 5.9 },
  /** Of a day on which something changed, with the anchor above: a unit for seven streams, and 24 for 300 schools. */
  seal: { writes: 1 + 1 + 24 / 300 },
  dashboard: { reads: 48.5 },
  clock: { reads: 4 },
  alarms: 43,
  queues: 14,
} as const;

/** A school and its quarter, unless it says otherwise. */
const ASSUMED = {
  disclosures: 20,
  commandsPerDisclosure: 6,
  opinions: 4,
  commandsPerOpinion: 4,
  displays: 1,
  commandsPerDelivery: 2,
  alerts: 4,
  publicPagesPerDay: 30,
  deskPagesPerWorkingDay: 10,
  dashboardsPerDistrictAndWorkingDay: 20,
  schoolsPerDistrict: 300,
  yearsKept: 3,
  readsPerPage: 8,
  readsPerCommand: 8,
  tallyWritesPerDistrictAndDay: 15,
  /** Days of a month on which something changes in a school. */
  sealedDays: 12,
  kilobytesPerCommand: 3,
  kilobytesPerPage: 20,
  queuesPerEvent: 1.4,
  /** Sent, received, deleted: with little to do a batch is one message. */
  requestsPerMessage: 3,
  /** Five pollers ask for twenty seconds each, whether or not there is anything. */
  pollsPerQueueAndMonth: (5 * 30 * 86_400) / 20,
  pageGbSeconds: 1 * 0.06,
  workGbSeconds: 0.5 * 0.05,
  logKilobytesPerInvocation: 0.5,
} as const;

const DAYS = 30;
const WORKING_DAYS = 22;
const MONTHS = 3;

/** A month of a system of so many schools, averaged over the quarter. */
function billOf(schools: number): Bill {
  const districts = Math.max(1, schools / ASSUMED.schoolsPerDistrict);
  const perMonth = (inQuarter: number) => (schools * inQuarter) / MONTHS;
  const disclosures = perMonth(ASSUMED.disclosures);
  const openings = perMonth(1);
  const alerts = perMonth(ASSUMED.alerts);
  const answers = perMonth(ASSUMED.opinions);
  const commands =
    disclosures * (ASSUMED.commandsPerDisclosure + ASSUMED.displays * ASSUMED.commandsPerDelivery) +
    answers * ASSUMED.commandsPerOpinion;
  const tallies = districts * DAYS;
  const commits = commands + disclosures + answers + alerts + openings + tallies;
  const dashboards = districts * WORKING_DAYS * ASSUMED.dashboardsPerDistrictAndWorkingDay;
  const pages =
    schools * (DAYS * ASSUMED.publicPagesPerDay + WORKING_DAYS * ASSUMED.deskPagesPerWorkingDay) + dashboards;
  const minutes = DAYS * 24 * 60;
  const messages = commits * ASSUMED.queuesPerEvent;
  const requests = pages + commands;
  const work = commits + messages + minutes;
  return {
    'DynamoDB, write units':
      commands * COUNTED.command.writes +
      (disclosures + answers) * COUNTED.disclosureInLedger.writes +
      alerts * COUNTED.alertInLedger.writes +
      openings * COUNTED.opening.writes +
      schools * ASSUMED.sealedDays * COUNTED.seal.writes +
      tallies * ASSUMED.tallyWritesPerDistrictAndDay,
    'DynamoDB, read units':
      pages * ASSUMED.readsPerPage +
      (dashboards + tallies) * COUNTED.dashboard.reads +
      commits * ASSUMED.readsPerCommand +
      openings * COUNTED.opening.reads +
      minutes * COUNTED.clock.reads,
    'DynamoDB, GB stored and backed up':
      (commits * ASSUMED.kilobytesPerCommand * 12 * ASSUMED.yearsKept) / 1e6,
    'Lambda, invocations': requests + work,
    'Lambda, GB-seconds (arm64)': requests * ASSUMED.pageGbSeconds + work * ASSUMED.workGbSeconds,
    'EventBridge, events': commits,
    'SQS, requests': messages * ASSUMED.requestsPerMessage + COUNTED.queues * ASSUMED.pollsPerQueueAndMonth,
    'Scheduler, invocations': minutes + DAYS,
    'HTTP API, requests': requests,
    'Internet, GB out': (pages * ASSUMED.kilobytesPerPage) / 1e6,
    'CloudWatch, GB of logs': ((requests + work) * ASSUMED.logKilobytesPerInvocation) / 1e6,
    'CloudWatch, alarms': COUNTED.alarms,
    'Secrets Manager, secrets': 1,
  };
}

const MILLION = 1e6;

/** US dollars, us-east-1, without free tiers; docs/costs.md says where each is from. */
const DOLLARS: Bill = {
  'DynamoDB, write units': 0.625 / MILLION,
  'DynamoDB, read units': 0.125 / MILLION,
  'DynamoDB, GB stored and backed up': 0.25 + 0.2,
  'Lambda, invocations': 0.2 / MILLION,
  'Lambda, GB-seconds (arm64)': 0.0000133334,
  'EventBridge, events': 1 / MILLION,
  'SQS, requests': 0.4 / MILLION,
  'Scheduler, invocations': 1 / MILLION,
  'HTTP API, requests': 1 / MILLION,
  'Internet, GB out': 0.09,
  'CloudWatch, GB of logs': 0.5,
  'CloudWatch, alarms': 0.1,
  'Secrets Manager, secrets': 0.4,
};

/** Where no price in yuan was found. */
const YUAN_PER_DOLLAR = 7.2;

/** Yuan, Beijing and Ningxia. What is not written here is assumed to cost what it costs in dollars. */
const YUAN: Bill = {
  ...(Object.fromEntries(
    Object.entries(DOLLARS).map(([item, price]) => [item, price * YUAN_PER_DOLLAR]),
  ) as unknown as Bill),
  'DynamoDB, write units': 11.1538 / MILLION,
  'DynamoDB, read units': 11.1538 / 5 / MILLION,
  'CloudWatch, alarms': 0.622,
};

const SIZES = { 'district, 300': 300, 'province, 30,000': 30_000, 'nation, 500,000': 500_000 } as const;

const rounded = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 2 : 0 });

/** The tables of docs/costs.md, in Markdown. */
function tables(): string {
  const bills = Object.values(SIZES).map(billOf);
  const items = Object.keys(DOLLARS) as Item[];
  const heading = (title: string) =>
    `| ${[title, ...Object.keys(SIZES)].join(' | ')} |\n|---|${'---:|'.repeat(bills.length)}`;
  const row = (name: string, values: readonly number[]) =>
    `| ${[name, ...values.map(rounded)].join(' | ')} |`;
  const priced = (title: string, prices: Bill) => {
    const sums = bills.map((bill) => items.reduce((sum, item) => sum + bill[item] * prices[item], 0));
    const perSchool = Object.values(SIZES).map((schools, index) => (sums[index] ?? Number.NaN) / schools);
    return [
      heading(title),
      ...items.map((item) =>
        row(
          item,
          bills.map((bill) => bill[item] * prices[item]),
        ),
      ),
      row('**together**', sums),
      row('a school', perSchool),
    ].join('\n');
  };
  const usage = [
    heading('a month'),
    ...items.map((item) =>
      row(
        item,
        bills.map((bill) => bill[item]),
      ),
    ),
  ];
  return [
    usage.join('\n'),
    priced('yuan, Beijing / Ningxia', YUAN),
    priced('dollars, us-east-1', DOLLARS),
  ].join('\n\n');
}

console.log(tables());
