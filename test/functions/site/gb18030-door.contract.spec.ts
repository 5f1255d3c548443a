import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { expect, it } from 'vitest';
import { lambdaOf } from '../../../functions/edge/http.ts';
import { siteApp } from '../../../functions/site/site.tsx';
import { SCHOOL, sampleDistrict } from '../../browser/support/fixture.ts';
import { PUBLIC_URL } from './support.ts';

it('the gateway gets the bytes of GB 18030 as they are', async () => {
  const district = await sampleDistrict();
  const handler = lambdaOf(siteApp(district.services(PUBLIC_URL)));
  const ask = async (rawQueryString: string) => {
    const event = {
      version: '2.0',
      routeKey: '$default',
      rawPath: `/o/${SCHOOL}/ticker.txt`,
      rawQueryString,
      headers: { host: 'gongkai.example.edu.cn' },
      requestContext: {
        http: { method: 'GET', path: `/o/${SCHOOL}/ticker.txt` },
        timeEpoch: district.time,
        requestId: 'door-test',
      },
      isBase64Encoded: false,
    } as unknown as APIGatewayProxyEventV2;
    const { body, isBase64Encoded } = (await handler(event, {} as Context)) as {
      body: string;
      isBase64Encoded: boolean;
    };
    return Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  };
  const [utf8, gb18030] = [await ask(''), await ask('charset=gb18030')];
  expect(utf8.toString()).toContain('周启明');
  expect(new TextDecoder('gb18030', { fatal: true }).decode(gb18030)).toBe(utf8.toString());
});
