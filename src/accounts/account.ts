import type { Reference, Span, When } from '#base/index.js';
import type { Block, Carried, Change, DocumentFacts, RowKind, Words } from '#record/index.js';

/** One wording of an account, as it was read: the text without the furniture of its page. */
export interface AccountText {
  /** What it is called on screens and in decisions: a Reference of a Version, or a file name. */
  readonly name: string;
  /** The Version; null for a text that is not held. */
  readonly version: Reference | null;
  readonly facts: DocumentFacts;
  /** What all offsets count in. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** When it was captured; null for a text that is not held. */
  readonly captured: When | null;
}

/** All that one side published of one encounter, and its earlier accounts of the same pair. */
export interface SideTexts {
  /** The name of the side where somebody says so; else it is found out. */
  readonly name: string | null;
  /** The wording that is compared. */
  readonly account: AccountText;
  /** The same account in other languages. */
  readonly translations: readonly AccountText[];
  /** All wordings of the account in order of appearance, the compared one among them. */
  readonly wordings: readonly AccountText[];
  /** Accounts that this side gave of earlier encounters of the same pair, newest first. */
  readonly earlier: readonly AccountText[];
}

/** A sentence of an account: the unit that is paired. Offsets count in the account's text. */
export interface Unit extends Words {
  /** Number within the account, from 1: "a3" is unit 3 of side a. */
  readonly n: number;
  /** Number of its paragraph, from 0. */
  readonly paragraph: number;
}

/** On what ground two words of two accounts stand for each other. */
export type LinkGround =
  | 'same word'
  | 'word family'
  | 'synonym'
  | 'name'
  | 'number'
  | 'date'
  | 'act'
  | 'matter of the meeting';

/** Two stretches of words that were taken for the same thing, and why. */
export interface WordLink {
  readonly ground: LinkGround;
  readonly a: Words;
  readonly b: Words;
  /** How much it counted; rare words more. For ordering. */
  readonly weight: number;
}

/** What two paired sentences differ in, of what an analyst reads first. */
export interface Distinction {
  readonly what: 'act' | 'label' | 'number' | 'date' | 'name' | 'negation' | 'condition' | 'words';
  /** null: that side has none. */
  readonly a: Words | null;
  readonly b: Words | null;
}

/** Two sentences of two sides that were paired: on what ground, what differs, and the word differences. */
export interface Pairing {
  /** Indices of the two sides. */
  readonly sides: readonly [number, number];
  /** Numbers of the two units. */
  readonly units: readonly [number, number];
  readonly links: readonly WordLink[];
  readonly distinctions: readonly Distinction[];
  /** What makes the one sentence into the other; offsets count in the two accounts. Empty where the languages differ. */
  readonly changes: readonly Change[];
  /** The two are so much the same, word for word, that the changes are what one wants to see. */
  readonly close: boolean;
  /** Share of what the shorter sentence says that stands in the other too, 0 to 1. For ordering. */
  readonly score: number;
}

/** Sentences that one side's row lacks a partner for, nearest first: shown in grey, never counted. */
export interface Nearest {
  readonly side: number;
  readonly unit: number;
  readonly words: Words;
  readonly links: readonly WordLink[];
}

/** Of a row that a person made or parted: who and when; when is null where the decision is not kept. */
export interface DecidedBy {
  readonly by: string;
  readonly at: When | null;
}

/** A row of the encounter: what each side tells of one matter; an empty cell is *not mentioned*. */
export interface AccountRow {
  /** both alike: nothing that is tracked differs between those who tell it. */
  readonly kind: RowKind;
  /** Index of its topic. */
  readonly topic: number;
  /** For each side the numbers of its units, in order. */
  readonly cells: readonly (readonly number[])[];
  readonly pairings: readonly Pairing[];
  /** For each side without a cell its nearest sentence, if one comes near. */
  readonly nearest: readonly Nearest[];
  /** null: paired by rule. */
  readonly decided: DecidedBy | null;
}

/** What a topic is called, where it stands in each account and how much of it it takes. */
export interface Topic {
  /** Words of the accounts themselves. */
  readonly title: string;
  /** For each side the place among its topics, from 1, and the share of its words, 0 to 1; null: not mentioned. */
  readonly sides: readonly ({ readonly order: number; readonly share: number; readonly words: number } | null)[];
}

/** Words that one side's account gives to another side, and whether that side's own account carries them. */
export interface AttributedWords {
  readonly by: number;
  readonly to: number;
  /** The unit of the account that gives them. */
  readonly unit: number;
  /** Who is named as the speaker, as printed. */
  readonly speaker: Words;
  /** The verb, and what kind of act it names: "reaffirmed". */
  readonly act: ActUse;
  /** What is said to have been said. */
  readonly words: Words;
  readonly carried: Carried;
  /** Where the other side's own account carries them, or comes nearest; null if nothing comes near. */
  readonly own: { readonly unit: number; readonly words: Words; readonly links: readonly WordLink[] } | null;
  /** Where earlier accounts of that side carry them, newest first. */
  readonly earlier: readonly {
    readonly account: string;
    readonly said: When | null;
    readonly carried: Carried;
    readonly words: Words;
  }[];
}

/** A named act of a party, as an account tells it. */
export interface ActUse extends Words {
  /** Name of the row of ACT_WORDS. */
  readonly act: string;
  readonly unit: number;
  /** Index of the side that acts, joint: several together, null: not told or somebody else. */
  readonly subject: number | 'joint' | null;
}

/** How an account calls the talks. */
export interface LabelUse extends Words {
  readonly label: string;
  readonly unit: number;
}

/** What a side states of the encounter itself; a side may also say nothing. */
export interface StatedFact extends Words {
  readonly side: number;
  readonly what: 'begins' | 'ends' | 'lasts' | 'asked for by' | 'channel' | 'place';
  readonly unit: number;
  /** Of begins and ends: "10:00". */
  readonly time: string | null;
  /** Of lasts: minutes, as near as the words allow. */
  readonly minutes: number | null;
  /** Of asked for by: the side named; null if none of the sides. */
  readonly party: number | null;
}

/** A moment of the encounter and of the life of its accounts, in order. */
export interface ClockEntry {
  readonly what: 'begins' | 'ends' | 'appears' | 'translated' | 'edited';
  readonly side: number;
  /** null: no day is known. */
  readonly when: When | null;
  /** Whether `when` is what the side states, when its text was published, or only when it was first captured. */
  readonly ground: 'stated in the text' | 'published' | 'captured';
  /** Name of the wording that appears. */
  readonly account: string;
  /** The words that state it, in the account that is compared. */
  readonly stated: Words | null;
  /** Of an edit: what makes the wording before into this one. */
  readonly changes: readonly Change[];
}

/** One account as it stands in the encounter. */
export interface SideAccount {
  /** "a", "b", "c" …: prefix of its units. */
  readonly letter: string;
  readonly name: string;
  /** stated: by the text or by who asked; guessed: found in it. */
  readonly basis: 'stated' | 'guessed';
  readonly account: AccountText;
  readonly units: readonly Unit[];
  /** Words of all units. */
  readonly words: number;
  readonly labels: readonly LabelUse[];
  readonly acts: readonly ActUse[];
  /** The account before this one: its words and labels, and how many more are held. */
  readonly previous: {
    readonly account: AccountText;
    readonly words: number;
    readonly labels: readonly string[];
    readonly held: number;
  } | null;
  readonly translations: readonly AccountText[];
}

/** A meeting as its sides tell it. */
export interface Encounter {
  readonly sides: readonly SideAccount[];
  readonly stated: readonly StatedFact[];
  readonly clock: readonly ClockEntry[];
  readonly topics: readonly Topic[];
  readonly rows: readonly AccountRow[];
  readonly attributed: readonly AttributedWords[];
  /** Version of the rules that decided. */
  readonly rules: string;
}

/** A person's decision on two sentences, by the places where they stand; b null: a has no partner at all. */
export interface PairingDecision {
  readonly state: 'paired' | 'apart';
  readonly a: { readonly account: string; readonly span: Span };
  readonly b: { readonly account: string; readonly span: Span } | null;
  readonly decided: DecidedBy;
}
