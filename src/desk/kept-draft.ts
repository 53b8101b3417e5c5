/**
 * A draft in work, kept by the tab that it is written in (sessionStorage, HTML standard): a reload, or a server that
 * was stopped, loses nothing; when the tab is closed it is gone. Unpublished drafts are confidential, so neither the
 * server nor the browser's lasting storage has them. Who signs is remembered for good: it is no secret.
 */
import type { Decided } from './decisions.js';

export interface KeptDraft {
  readonly text: string;
  readonly name: string;
  readonly decisions: Readonly<Record<string, Decided>>;
  /** The sheet of it that was signed off last. */
  readonly earlier: string | null;
}

const DRAFT = 'onrecord.draft';
const SIGNER = 'onrecord.signer';

/** The draft of this tab; null: none, or nothing that can be read. */
export function keptDraft(): KeptDraft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(DRAFT) ?? 'null') as Partial<KeptDraft> | null;
    if (typeof kept?.text !== 'string' || kept.text.trim() === '') return null;
    const { text, name = '', decisions = {}, earlier = null } = kept;
    return { text, name, decisions, earlier };
  } catch {
    return null;
  }
}

export function keepDraft(draft: KeptDraft): void {
  try {
    if (draft.text.trim() === '') sessionStorage.removeItem(DRAFT);
    else sessionStorage.setItem(DRAFT, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing, or a draft longer than it keeps: the editor works on.
  }
}

export function forgetDraft(): void {
  sessionStorage.removeItem(DRAFT);
}

/** Who signed last in this browser; empty: nobody yet. */
export function signer(): string {
  try {
    return localStorage.getItem(SIGNER) ?? '';
  } catch {
    return '';
  }
}

export function rememberSigner(by: string): void {
  try {
    localStorage.setItem(SIGNER, by);
  } catch {
    // It is asked for again.
  }
}
