import { ASSETS, findAsset } from '../../functions/site/assets.ts';
import { bring, content, NOTICE_TEXT, SCHOOL, sampleDistrict } from '../browser/support/fixture.ts';
import { Site } from '../functions/site/support.ts';

/** As many as a screen takes: `MOST` of functions/site/outlets.ts. */
export const FULL = 30;

/** The page of a screen with a full board in every mode, one item in six as long as a 公示, and what it loads beside. */
export async function fullScreen(): Promise<{ readonly page: string; readonly code: string }> {
  const district = await sampleDistrict();
  for (let each = 0; each < FULL; each += 1) {
    const text = each % 6 === 0 ? { text: NOTICE_TEXT } : {};
    await bring(
      district,
      `full-${each}`,
      content({ title: `第${each + 1}项公开事项的情况`, ...text }),
      'approved',
    );
  }
  const page = await new Site(district).text(`/display/${SCHOOL}?mode=touch,elder,contrast`);
  const slides = page.match(/class="slide"/g)?.length ?? 0;
  if (slides !== FULL) throw new Error(`the page shows ${slides} items`);
  const bodyOf = (path: string) => findAsset(path.slice('/assets/'.length))?.body ?? '';
  return { page, code: bodyOf(ASSETS.display) + bodyOf(ASSETS.displayStyles) };
}
