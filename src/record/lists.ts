/**
 * The closed lists of the field's vocabulary. They are string literals in the code and in JSON, and are translated
 * only on screens. Adding a word here is a change of the vocabulary and of the JSON schema.
 */

export const DOCUMENT_KINDS = [
  'verbatim transcript',
  'official report',
  'speech as prepared',
  'speech as delivered',
  'statement',
  'release',
  'letter',
  'post',
  'interview',
  'bulletin',
  'rush draft',
  'corrected transcript',
  'inserted, not spoken',
  'minutes',
  'readout',
  'joint statement',
  'press report',
  'captions',
  'machine transcript',
  'official translation',
  'unofficial translation',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const TURN_KINDS = ['speech', 'question', 'answer', 'interruption', 'procedure', 'narrative'] as const;
/** What one uninterrupted contribution is (Akoma Ntoso speech, question, answer, narrative). */
export type TurnKind = (typeof TURN_KINDS)[number];

export const DIFFERENCE_CLASSES = [
  'omission',
  'addition',
  'replacement',
  'move',
  'speaker change',
  'filler only',
  'grammar only',
  'punctuation only',
  'continuation',
] as const;
export type DifferenceClass = (typeof DIFFERENCE_CLASSES)[number];

export const ATTENTION_FLAGS = [
  'negation',
  'number',
  'name',
  'place',
  'date',
  'modality',
  'condition',
  'tense',
  'quantity word',
] as const;
/** What a difference touches; says that an editor should look, never that the change matters. */
export type AttentionFlag = (typeof ATTENTION_FLAGS)[number];

export const WORDINGS = [
  'exact',
  'exact with marked edits',
  'altered in form only',
  'inflected',
  'altered in words',
  'stitched',
  'reordered',
  'not held',
] as const;
/** The first answer of a Check: how the quoted words stand to the nearest held words. */
export type Wording = (typeof WORDINGS)[number];

export const ATTRIBUTION_FINDINGS = [
  'agrees',
  'wrong speaker',
  'wrong occasion',
  'second-hand only',
  'unknown',
] as const;
/** The second answer of a Check: whether the words are held from the speaker and occasion that the draft names. */
export type AttributionFinding = (typeof ATTRIBUTION_FINDINGS)[number];

export const RECORDS_FINDINGS = ['agree', 'disagree', 'follows a translation', 'only one held'] as const;
/** The third answer of a Check: whether the held records of these words say the same. */
export type RecordsFinding = (typeof RECORDS_FINDINGS)[number];

/** Headline statuses, gravest first: the precedence table. The first that applies is the status. */
export const STATUSES = [
  'not held',
  'wrong speaker',
  'wrong occasion',
  'altered in words',
  'stitched',
  'reordered',
  'records disagree',
  'second-hand only',
  'follows a translation',
  'inflected',
  'altered in form only',
  'exact with marked edits',
  'exact',
] as const;
export type Status = (typeof STATUSES)[number];

export const CONTEXT_FLAGS = [
  'in a question',
  'speaker quoting another',
  'negated',
  'conditional',
  'later corrected',
] as const;
/** What the surroundings of the held words change about them. */
export type ContextFlag = (typeof CONTEXT_FLAGS)[number];

export const QUOTATION_KINDS = ['direct', 'fragment', 'scare', 'title'] as const;
/** direct: words of somebody; fragment: a word or two that anyone could have said; scare: distance; title: a name. */
export type QuotationKind = (typeof QUOTATION_KINDS)[number];

export const SENTENCE_AGES = [
  'first held',
  'first by this body',
  'first by this speaker',
  'known, exact',
  'known, with insert',
  'known, with drop',
  'known, with swap',
] as const;
/** How a sentence stands to all that is held before it. */
export type SentenceAge = (typeof SENTENCE_AGES)[number];

export const ROW_KINDS = [
  'only A',
  'only B',
  'only C',
  'only D',
  'only E',
  'only F',
  'both alike',
  'both, different',
] as const;
/** What a row of an Encounter is; with more than two sides *both* means all who mention it. */
export type RowKind = (typeof ROW_KINDS)[number];

export const CARRIED = ['present', 'worded differently', 'absent'] as const;
/** Whether a side's own account carries words that another's attributes to it. */
export type Carried = (typeof CARRIED)[number];

export const POLL_OUTCOMES = [
  'present-same',
  'present-changed',
  'moved',
  'gone',
  'absent',
  'blocked',
  'failing',
  'withheld by robots',
  'not checked',
] as const;
/** What one look at a place or a text found. Only gone and absent may be called removal. */
export type PollOutcome = (typeof POLL_OUTCOMES)[number];

export const ANCHOR_STATES = ['same', 'same words, moved', 'words changed', 'gone', 'source not reachable'] as const;
/** How the words that an anchor names stand in the newest wording of their text. */
export type AnchorState = (typeof ANCHOR_STATES)[number];

export const DECISIONS = ['accepted', 'to ask', 'source wording used', 'omission marked'] as const;
/** What an editor decided about a quotation. to ask: the reporter is to be asked, so it is open. */
export type Decided = (typeof DECISIONS)[number];

export const FINDING_PARTS = ['status', 'wording', 'attribution', 'records', 'context', 'source'] as const;
/** What of a finding can be otherwise than when it was signed; source: the held words themselves. */
export type FindingPart = (typeof FINDING_PARTS)[number];
