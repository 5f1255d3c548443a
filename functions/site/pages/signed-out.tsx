import { type Frame, Page } from '../components/layout.tsx';

/** @param elsewhere where the provider itself signs people out; its session outlives ours on a shared computer */
export function SignedOutPage({ frame, elsewhere }: { frame: Frame; elsewhere: string | undefined }) {
  return (
    <Page frame={frame} title="已退出">
      <div class="sheet">
        <h1>已退出</h1>
        <p>您已退出党务公开系统。</p>
        {elsewhere && (
          <p>
            如使用的是公用电脑，请一并<a href={elsewhere}>退出统一身份认证</a>。
          </p>
        )}
        <p class="actions">
          <a class="button" href="/">
            返回首页
          </a>
        </p>
      </div>
    </Page>
  );
}
