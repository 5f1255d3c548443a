/** A local cloud in a process of its own, to be killed: prints one JSON line once it runs, or its StartProblem. */
import { startCloud } from '../../infra/local/cloud.ts';
import { exitOnStartProblem } from '../../infra/local/problem.ts';

const [template = '', state = '', httpPort = '0'] = process.argv.slice(2);
try {
  const cloud = await startCloud({ template, state, ports: { http: Number(httpPort) } });
  console.log(JSON.stringify({ url: cloud.url, endpoints: cloud.endpoints }));
} catch (error) {
  exitOnStartProblem(error);
}
