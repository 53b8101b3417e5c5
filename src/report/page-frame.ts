/**
 * The frame around every page: one file, nothing loaded from anywhere, no script. A page of archived and pasted
 * words must not be able to act, so the policy allows the one style sheet by its digest, forms to where the page
 * came from, and nothing else.
 */
import { WORDS } from './catalogue.js';
import { safe } from './display-text.js';
import { html, Markup } from './markup.js';
import { STYLE, STYLE_DIGEST } from './page-style.js';

/** A link in the bar at the top of a served page; pages kept as files have none. */
export interface PageLink {
  readonly href: string;
  readonly words: string;
  readonly current?: boolean;
  /** It begins a group. */
  readonly begins?: boolean;
}

export interface Assets {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** The nonce of the server's content-security-policy, for style elements that an editor brings. */
  readonly nonce: string;
}

export interface FrameOptions {
  readonly nav?: readonly PageLink[];
  /**
   * Style sheets and scripts of the server that the page came from. A page with them is no file to be kept: what it
   * may do is said by the server's header, and not in the page.
   */
  readonly assets?: Assets;
}

/** Style that one kind of page needs beside STYLE, with its content-security-policy source ("sha256-…"). */
export interface PageStyle {
  readonly css: string;
  readonly digest: string;
}

/** What a page may do; also sent as a header by the server, with what only headers can forbid. */
export const PAGE_POLICY = `default-src 'none'; style-src '${STYLE_DIGEST}'; base-uri 'none'; form-action 'self'`;

/** What pages may do that bring styles of their own. */
export function policyWith(...styles: readonly PageStyle[]): string {
  return PAGE_POLICY.replace(STYLE_DIGEST, [STYLE_DIGEST, ...styles.map(({ digest }) => digest)].join(`' '`));
}

/** The whole page as text. `cover` stands at the right of the bar: what the archive holds. */
export function frame(
  title: string,
  main: Markup,
  {
    nav = [],
    cover = '',
    skip = '',
    style,
    assets,
  }: FrameOptions & { readonly cover?: string; readonly skip?: string; readonly style?: PageStyle } = {},
): string {
  const policy = style ? policyWith(style) : PAGE_POLICY;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${assets === undefined && html`<meta http-equiv="Content-Security-Policy" content="${policy}">`}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${safe(title)} · ${WORDS.product}</title>
<style>${new Markup(STYLE)}</style>${style !== undefined && html`<style>${new Markup(style.css)}</style>`}${assets?.styles.map((href) => html`<link rel="stylesheet" href="${href}">`) ?? false}${
    assets?.scripts.map((source) => html`<script type="module" src="${source}" nonce="${assets.nonce}"></script>`) ??
    false
  }
</head>
<body>
${skip !== '' && html`<a class="skip" href="${skip}">${WORDS.skip}</a>`}
<header class="bar">${
    nav.length === 0
      ? html`<span class="name">${WORDS.product}</span>`
      : html`<a class="name" href="/">${WORDS.product}</a><nav>${nav.map(
          ({ href, words, current, begins }) =>
            html`<a${begins === true && html` class="begins"`} href="${href}"${current === true && html` aria-current="page"`}>${words}</a>`,
        )}</nav>`
  }<span class="cover">${cover}</span></header>
${main}
</body>
</html>
`.text;
}
