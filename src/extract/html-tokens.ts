/**
 * The linear way through a page: parse5's tokenizer without its tree. Its cost grows with the length alone, whatever
 * is nested in whatever; what a tree would mend (tables, lists left open) stays as written.
 */
import { Tokenizer, TokenizerMode, type Token } from 'parse5';
import type { HeadReader } from './html-head.js';
import type { Setter } from './html-setter.js';

/** More open elements than this are not remembered. */
const MAX_OPEN = 512;
const RAW = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['noscript', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
]);
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);
/** Of what is hidden, these hide all up to their end. */
const HIDES_REST = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'title',
  'svg',
  'iframe',
  'textarea',
  'select',
  'object',
  'audio',
  'video',
  'canvas',
]);

/** What a paragraph ends, though it was left open. */
const BREAKS_OUT = new Set(['svg', 'select', 'canvas', 'audio', 'video', 'object']);
const BLOCK = new Set(['p', 'div', 'table', 'ul', 'ol', 'h1', 'h2', 'h3', 'blockquote', 'article', 'section']);

export function readTokens(html: string, setter: Setter, head: HeadReader): void {
  let hiding: string | null = null;
  let hidden = 0;
  let raw = '';
  let open = 0;
  let pending: { tag: string; attributes: Map<string, string> } | null = null;
  const text = ({ chars }: Token.CharacterToken): void => {
    if (hiding === null) setter.text(chars);
    else if (raw.length < 200_000) raw += chars;
  };
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onComment: () => {},
      onDoctype: () => {},
      onEof: () => {},
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: () => {},
      onStartTag: ({ tagName, attrs, selfClosing }: Token.TagToken) => {
        const mode = RAW.get(tagName);
        if (mode !== undefined) tokenizer.state = mode;
        if (hiding !== null) {
          if (tagName === hiding) hidden++;
          if (!BREAKS_OUT.has(hiding) || !BLOCK.has(tagName)) return;
          hiding = null;
        }
        const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
        if (tagName === 'html' || tagName === 'head' || tagName === 'body') return;
        if (HIDES_REST.has(tagName)) {
          if (selfClosing && mode === undefined) return;
          [hiding, hidden, raw, pending] = [tagName, 1, '', { tag: tagName, attributes }];
          return;
        }
        head.element(tagName, attributes, () => '');
        if (VOID.has(tagName)) {
          if (tagName === 'br') setter.open('br', attributes);
          return;
        }
        if (open >= MAX_OPEN) {
          setter.flush();
          return;
        }
        if (setter.open(tagName, attributes)) open++;
        else [hiding, hidden, raw, pending] = [tagName, 1, '', null];
      },
      onEndTag: ({ tagName }: Token.TagToken) => {
        if (hiding !== null) {
          if (tagName !== hiding || --hidden > 0) return;
          const content = raw;
          if (pending) head.element(pending.tag, pending.attributes, () => content);
          hiding = null;
          return;
        }
        if (VOID.has(tagName)) return;
        if (open > 0) open--;
        setter.close(tagName);
      },
    },
  );
  tokenizer.write(html, true);
  setter.end();
}
