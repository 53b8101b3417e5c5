/**
 * The editor of a draft: CodeMirror with every quotation underlined and numbered as the last check found it. Between
 * checks the marks move with what is typed (a position map), so that a keystroke costs no more than the map.
 */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, placeholder, WidgetType } from '@codemirror/view';
import type { Replacement } from './draft-edits.js';

/** A quotation as it is marked: its pieces, its number, and the class of its status. */
export interface Marked {
  readonly n: number;
  readonly tone: string;
  /** Read by screen readers: "quotation 2, altered in words". */
  readonly label: string;
  readonly pieces: readonly { readonly start: number; readonly end: number }[];
  readonly selected: boolean;
}

export interface DraftEditor {
  readonly text: () => string;
  mark(quotations: readonly Marked[]): void;
  /** Makes the edits as one step that can be undone. */
  edit(replacements: readonly Replacement[]): void;
  /** Scrolls to a place without taking the focus from the list. */
  show(at: number): void;
  focus(): void;
  replace(text: string): void;
  destroy(): void;
}

class NumberMark extends WidgetType {
  readonly n: number;
  readonly tone: string;

  constructor(n: number, tone: string) {
    super();
    this.n = n;
    this.tone = tone;
  }

  override eq(other: NumberMark): boolean {
    return this.n === other.n && this.tone === other.tone;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('sup');
    mark.className = `num ${this.tone}`;
    mark.textContent = String(this.n);
    mark.setAttribute('aria-hidden', 'true');
    return mark;
  }
}

const setMarks = StateEffect.define<DecorationSet>();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (held, transaction) => {
    for (const effect of transaction.effects) if (effect.is(setMarks)) return effect.value;
    return held.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly hint: string;
  /** The nonce of the page's content-security-policy: CodeMirror brings a style element of its own. */
  readonly nonce: string;
  /** The text has changed; `whole`: by a paste, not by a key. */
  readonly changed: (whole: boolean) => void;
  /** The cursor was set into a quotation. */
  readonly chosen: (n: number) => void;
}

export function draftEditor({ parent, text, label, hint, nonce, changed, chosen }: EditorOptions): DraftEditor {
  let shown: readonly Marked[] = [];
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.cspNonce.of(nonce),
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', dir: 'auto' }),
        EditorView.perLineTextDirection.of(true),
        placeholder(hint),
        marks,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.transactions.some((each) => each.isUserEvent('input.paste')));
          else if (update.selectionSet && update.state.selection.main.empty) {
            const at = update.state.selection.main.head;
            update.state.field(marks).between(at, at, (_, __, { spec }) => {
              const n = (spec as { n?: number }).n;
              if (n === undefined) return;
              chosen(n);
              return false;
            });
          }
        }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    mark: (quotations) => {
      shown = quotations;
      view.dispatch({ effects: setMarks.of(Decoration.set(rangesOf(shown, view.state.doc.length), true)) });
    },
    edit: (replacements) =>
      view.dispatch({
        changes: replacements.map(({ from, to, insert }) => ({ from, to, insert })),
        userEvent: 'input',
      }),
    show: (at) =>
      view.dispatch({ effects: EditorView.scrollIntoView(Math.min(at, view.state.doc.length), { y: 'center' }) }),
    focus: () => view.focus(),
    replace: (whole) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: whole } }),
    destroy: () => view.destroy(),
  };
}

function rangesOf(quotations: readonly Marked[], length: number): Range<Decoration>[] {
  const ranges: Range<Decoration>[] = [];
  for (const { n, tone, label, pieces, selected } of quotations) {
    for (const { start, end } of pieces) {
      if (start >= end || end > length) continue;
      ranges.push(
        Decoration.mark({
          class: `q ${tone}${selected ? ' chosen' : ''}`,
          attributes: { title: label },
          n,
        }).range(start, end),
      );
    }
    const last = pieces.at(-1);
    if (last && last.end <= length)
      ranges.push(Decoration.widget({ widget: new NumberMark(n, tone), side: 1 }).range(last.end));
  }
  return ranges;
}
