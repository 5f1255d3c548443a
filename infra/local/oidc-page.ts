import type { Persona } from './personas.ts';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; }
  body { margin: 0 auto; max-width: 44rem; padding: 1rem; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
  button { width: 100%; text-align: start; font: inherit; padding: .6rem .9rem; border: 1px solid; border-radius: .4rem;
    background: transparent; color: inherit; cursor: pointer; }
  button:focus-visible { outline: 3px solid #c00; outline-offset: 2px; }
  small { display: block; }`;

/**
 * The page to pick a persona on: a form, readable and usable without scripts.
 *
 * @param request parameters of the authorization request, sent along with the choice.
 */
export function personaPage(personas: readonly Persona[], request: URLSearchParams): string {
  const groups = Map.groupBy(personas, (persona) => persona.organisation ?? '');
  const hidden = [...request]
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  const sections = [...groups].map(([organisation, members]) => section(organisation, members)).join('');
  return page(
    '选择登录身份',
    `<p>这是本机演示用的登录页,无需密码。请选择一个身份。</p>
     <p lang="en"><small>Sign-in for trying things out on this machine; no password. Pick a persona.</small></p>
     <form method="post" action="/authorize">${hidden}${sections || '<p>暂无可选身份。</p>'}</form>`,
  );
}

export function messagePage(title: string, text: string): string {
  return page(title, `<p>${escapeHtml(text)}</p>`);
}

function section(organisation: string, members: readonly Persona[]): string {
  const heading = organisation === '' ? '' : `<h2>${escapeHtml(organisation)}</h2>`;
  return `<section>${heading}<ul>${members.map(item).join('')}</ul></section>`;
}

const item = ({ sub, name, description }: Persona): string =>
  `<li><button name="persona" value="${escapeHtml(sub)}">${escapeHtml(name)}<small>${escapeHtml(description)}</small></button></li>`;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
