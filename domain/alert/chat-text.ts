/**
 * The platforms read three dialects of Markdown, none with an escape that the others know. So the signs that mean
 * something in any of them become their full-width twins, which mean nothing and look the same in Chinese text.
 */
export const tame = (text: string, longest: number): string =>
  [...text.replace(/\s+/g, ' ').trim()]
    .slice(0, longest)
    .join('')
    .replace(/[<>[\]*_`#@&~|\\]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** An address may hold brackets, and they would end the link that it stands in. @throws TypeError for no address */
export const linkable = (url: string): string =>
  new URL(url).href.replace(/[()[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
