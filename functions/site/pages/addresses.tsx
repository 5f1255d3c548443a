import { type Frame, Page } from '../components/layout.tsx';

export interface AddressList {
  readonly name: string;
  readonly about: string;
  /** What may be fetched there, by name. */
  readonly addresses: readonly (readonly [name: string, url: string])[];
  /** The addresses hold a token. */
  readonly isSecret: boolean;
}

interface AddressesProps {
  readonly frame: Frame;
  readonly lists: readonly AddressList[];
  /** One line of HTML for the website of the school. */
  readonly embed: string;
}

/** 取用地址: what screens, websites and signage systems fetch by themselves, each address ready to be copied. */
export function AddressesPage({ frame, lists, embed }: AddressesProps) {
  return (
    <Page frame={frame} title="取用地址" section="desk" trail={[{ href: '/desk', name: '我的待办' }]}>
      <div class="title-row">
        <h1>
          取用地址
          <small lang="en">Where screens and websites fetch what is on show</small>
        </h1>
      </div>
      <section class="sheet">
        <h2>嵌入本单位网站</h2>
        <p>把下面一行加入本单位网站的栏目页面。网站的地址须先由区里登记为允许嵌入的网站。</p>
        <p>
          <code>{embed}</code>
        </p>
      </section>
      {lists.map(({ name, about, addresses, isSecret }) => (
        <section class="sheet">
          <h2>{name}</h2>
          <p>{about}</p>
          {isSecret && (
            <p class="note warn">
              地址中含有该屏的密钥，只能填入该屏的播放设备，不得转发。更换该屏密钥后，旧地址随旧密钥失效。
            </p>
          )}
          {isSecret === false && addresses.some(([, url]) => url.includes('token=')) && (
            <p class="note">
              网页地址中的密钥用来报告该屏在线，请只填入该屏的播放设备；办公电脑上查看，请去掉“?token=”及以后的部分。
            </p>
          )}
          <dl class="facts">
            {addresses.map(([what, url]) => (
              <>
                <dt>{what}</dt>
                <dd>
                  <code>{url}</code>
                </dd>
              </>
            ))}
          </dl>
        </section>
      ))}
    </Page>
  );
}
