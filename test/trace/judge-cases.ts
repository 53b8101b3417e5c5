/** Held texts and quotations for the judgment, with what must be found. Invented. */
import type { AttentionFlag, AttributionFinding, ContextFlag, RecordsFinding, Status, Wording } from '#record/index.js';

export interface HeldText {
  readonly id: string;
  readonly kind?: string;
  readonly said?: string;
  readonly occasion?: string;
  readonly speaker?: string;
  readonly body?: string;
  readonly translationOf?: string;
  readonly corrects?: string;
  readonly language?: string;
  readonly text: string;
  /** What the text became later. */
  readonly edited?: string;
}

export interface JudgeCase {
  readonly name: string;
  readonly held: readonly string[];
  readonly quoted: string;
  readonly speaker?: string;
  readonly when?: string;
  readonly kind?: 'direct' | 'fragment';
  readonly language?: string;
  readonly wording: Wording;
  readonly status?: Status;
  readonly attribution?: AttributionFinding;
  readonly records?: RecordsFinding | null;
  readonly flags?: readonly ContextFlag[];
  readonly attention?: readonly AttentionFlag[];
  readonly readings?: readonly string[];
}

export const HELD: readonly HeldText[] = [
  {
    id: 'transcript',
    kind: 'verbatim transcript',
    said: '2026-03-12',
    occasion: 'Press conference',
    text: `QUESTION: Minister, is there a proposal that nobody has seen in writing?

MINISTER VARGA: We could accept inspectors at the northern terminal before the end of March, if the gates are opened first. That is the order of things. We need to see a roadmap moving forward. I did not come here to collect adjectives. As the envoy told me, “the gates are not the point”. We have never called it an act of piracy on the open roads.

MINISTER MOREAU: Our ties could be promoted by the resumption of direct flights. They also emphasised the importance of continued efforts to normalise the functioning of our missions. Fourteen vessels – fourteen – have waited since November, and the world-wide organisation of shipping knows it. Again, these things are best negotiated – I don’t want to – in private. I want to thank Karin Osterholt, who kept the kettle on. The President said that he was ready to open the harbour on the fourth of June.`,
  },
  {
    id: 'record',
    kind: 'official report',
    said: '2026-03-12',
    occasion: 'Press conference',
    text: `MINISTER VARGA: We could accept inspectors at the northern terminal before the end of March. We would like to see a roadmap moving forward. I did not come here to collect adjectives.`,
  },
  {
    id: 'cap',
    kind: 'verbatim transcript',
    text: `MINISTER VARGA: Of the 1996 cover a part is oak. The plan includes a cap on native forest clearing and conversion of ninety hectares of the 1996 cover. We are not aware of any ship that lies there. I have heard of no allegation that the mayor has made.`,
  },
  {
    id: 'noted',
    kind: 'verbatim transcript',
    said: '2026-03-12',
    text: `MINISTER MOREAU: I have been wrong before. (Laughter.) I would rather be wrong in that direction. We will meet on (inaudible) in the old canteen. That was all. (Inaudible.) I thank the harbour for it.`,
  },
  {
    id: 'other-day',
    kind: 'speech as delivered',
    said: '2025-11-02',
    speaker: 'Anselm Varga',
    text: 'Belmark has no quarrel with the people of Ordania, and never had one, nor will it look for one.',
  },
  {
    id: 'press',
    kind: 'press report',
    said: '2026-02-17',
    text: 'The Prime Minister told her party: “I will not send a ferry into a trap.” Nobody laughed.',
  },
  {
    id: 'ru',
    kind: 'statement',
    said: '2026-03-05',
    body: 'Министерство',
    language: 'ru',
    text: 'Осуждаем недопустимые односторонние шаги бельмаркской стороны. Они заводят переговоры в тупик.',
  },
  {
    id: 'en',
    kind: 'official translation',
    said: '2026-03-05',
    body: 'Ministry',
    translationOf: 'ru',
    text: 'The unilateral steps of the Belmark side are not helpful. They make talks more difficult.',
  },
  {
    id: 'press-of-that-day',
    kind: 'press report',
    said: '2026-03-13',
    text: 'Mr Varga then told reporters: “We could accept inspectors at the northern harbour before the end of March.” The hall emptied.',
  },
  {
    id: 'press-of-another-year',
    kind: 'press report',
    said: '2024-05-02',
    text: 'Mr Varga then told reporters: “We could accept inspectors at the southern terminal before the end of May.” The hall emptied.',
  },
  {
    id: 'formulas',
    kind: 'speech as delivered',
    said: '2025-01-09',
    speaker: 'Anselm Varga',
    text: 'We are united in our commitment to the crossing. There is much to be done, and we are doing our best to open it.',
  },
  {
    id: 'other-formulas',
    kind: 'speech as delivered',
    said: '2025-06-09',
    speaker: 'Anselm Varga',
    text: 'They stand for open water, clean harbours, the rule of law, and a quiet night. That is what they have built over the past thirty years with nobody watching.',
  },
  {
    id: 'tariff',
    kind: 'bulletin',
    said: '2026-02-28',
    text: 'The toll on the northern road is to rise by a tenth in May.',
    edited: 'The toll on the northern road is to rise by a quarter in May.',
  },
  {
    id: 'tariff-reissued',
    kind: 'bulletin',
    said: '2026-03-05',
    corrects: 'tariff',
    text: 'The toll on the northern road is to rise by a fifth in May.',
  },
  {
    id: 'bulletin',
    kind: 'bulletin',
    said: '2026-02-28',
    text: 'In February 4,120 passengers used the replacement service by way of Aske.',
  },
  {
    id: 'area',
    kind: 'statement',
    said: '2026-02-28',
    text: 'An area of 300 km² is closed to shipping until the ice goes, and the treaty¹ of Aske says why. We are glad of it 👍 all the same.',
  },
  {
    id: 'bulletin-corrected',
    kind: 'bulletin',
    said: '2026-03-02',
    corrects: 'bulletin',
    text: 'In February 4,210 passengers used the replacement service by way of Aske.',
  },
];

const T = ['transcript'];

export const CASES: readonly JudgeCase[] = [
  {
    name: 'exact',
    held: T,
    quoted: 'I did not come here to collect adjectives',
    speaker: 'Varga',
    wording: 'exact',
    status: 'exact',
    attribution: 'agrees',
    records: 'only one held',
    flags: [],
    attention: [],
  },
  {
    name: 'a final comma inside the mark is not compared',
    held: T,
    quoted: 'I did not come here to collect adjectives,',
    wording: 'exact',
  },
  {
    name: 'white space is not compared',
    held: T,
    quoted: 'I did not come\n here to collect adjectives.',
    wording: 'exact',
  },
  {
    name: 'two records agree',
    held: ['transcript', 'record'],
    quoted: 'I did not come here to collect adjectives',
    wording: 'exact',
    records: 'agree',
  },
  {
    name: 'two records differ at these words',
    held: ['transcript', 'record'],
    quoted: 'We need to see a roadmap moving forward',
    speaker: 'Varga',
    wording: 'exact',
    records: 'disagree',
    status: 'records disagree',
    readings: ['transcript', 'record'],
  },
  {
    name: 'a capital is form',
    held: T,
    quoted: 'we need to see a roadmap moving forward',
    wording: 'altered in form only',
  },
  {
    name: 'an apostrophe of another shape is form',
    held: T,
    quoted: "I don't want to",
    wording: 'altered in form only',
  },
  {
    name: 'digits for words are form',
    held: T,
    quoted: '14 vessels – 14 – have waited since November',
    wording: 'altered in form only',
  },
  {
    name: 'hyphen and spelling are form',
    held: T,
    quoted: 'the worldwide organization of shipping knows it',
    wording: 'altered in form only',
  },
  {
    name: 'ellipsis',
    held: T,
    quoted: 'We could accept inspectors … before the end of March',
    wording: 'exact with marked edits',
    flags: ['conditional'],
  },
  {
    name: 'bracket for a word',
    held: T,
    quoted: '[The government] could accept inspectors at the northern terminal',
    wording: 'exact with marked edits',
  },
  {
    name: 'bracket that only adds',
    held: T,
    quoted: 'I did not come here [to Port Sable] to collect adjectives',
    wording: 'exact with marked edits',
  },
  {
    name: 'bracket that only adds words of the source',
    held: T,
    quoted: 'is there a proposal [is there] that nobody has seen in writing',
    wording: 'exact with marked edits',
  },
  {
    name: 'two edits close together are one altered place',
    held: T,
    quoted: 'I did not come here today gladly to collect adjectives',
    wording: 'altered in words',
  },
  { name: 'bracket inside a word', held: T, quoted: '[w]e need to see a roadmap', wording: 'exact with marked edits' },
  {
    name: 'brackets around words of the source are a mark',
    held: T,
    quoted: 'I did [not] come here to collect adjectives',
    wording: 'exact with marked edits',
  },
  {
    name: 'an ellipsis at an end is a mark',
    held: T,
    quoted: '… come here to collect adjectives …',
    wording: 'exact with marked edits',
  },
  {
    name: 'another mark at the end is form',
    held: T,
    quoted: 'I did not come here to collect adjectives!',
    wording: 'altered in form only',
  },
  {
    name: 'a semicolon at the end is no full stop',
    held: T,
    quoted: 'I did not come here to collect adjectives;',
    wording: 'altered in form only',
  },
  {
    name: 'a mark before the first word is form',
    held: T,
    quoted: '— I did not come here to collect adjectives',
    wording: 'altered in form only',
  },
  {
    name: 'a sign before the first word is form',
    held: T,
    quoted: '§ I did not come here to collect adjectives',
    wording: 'altered in form only',
  },
  {
    name: 'an emoji behind the last word is form',
    held: T,
    quoted: 'I did not come here to collect adjectives 👍',
    wording: 'altered in form only',
  },
  {
    name: 'a mark of direction is form',
    held: T,
    quoted: 'I did not come here to collect adjectives\u200f',
    wording: 'altered in form only',
  },
  {
    name: 'a soft hyphen is form',
    held: T,
    quoted: 'I did not come here to col\u00adlect adjectives',
    wording: 'altered in form only',
  },
  {
    name: 'a letter of another script is another word',
    held: T,
    quoted: 'I did not come here to collect \u0430djectives',
    wording: 'altered in words',
  },
  {
    name: 'a stroke through a word is another word',
    held: T,
    quoted: 'I did not\u0336 come here to collect adjectives',
    wording: 'altered in words',
  },
  {
    name: 'the final stop before an inner closing mark',
    held: T,
    quoted: 'As the envoy told me, “the gates are not the point.”',
    wording: 'exact',
  },
  {
    name: 'a bracket inside a word leaves the rest of the word to the source',
    held: T,
    quoted: 'We [w]ill accept inspectors at the northern terminal before the end of March',
    wording: 'altered in words',
    attention: ['modality'],
  },
  {
    name: 'an ellipsis that leaves out a negation',
    held: T,
    quoted: 'I did … come here to collect adjectives',
    wording: 'exact with marked edits',
    flags: ['negated'],
  },
  {
    name: 'a note between two sentences is none of the words',
    held: ['noted'],
    quoted: 'I have been wrong before. I would rather be wrong in that direction.',
    wording: 'exact',
  },
  {
    name: 'a note that the draft keeps',
    held: ['noted'],
    quoted: 'I have been wrong before. (Laughter.) I would rather be wrong in that direction.',
    wording: 'exact',
  },
  {
    name: 'words that were not heard are lacking',
    held: ['noted'],
    quoted: 'We will meet on in the old canteen',
    wording: 'altered in form only',
  },
  {
    name: 'a sentence that was not heard is lacking',
    held: ['noted'],
    quoted: 'That was all. I thank the harbour for it.',
    wording: 'altered in form only',
  },
  {
    name: 'modality',
    held: T,
    quoted: 'We will accept inspectors at the northern terminal before the end of March',
    wording: 'altered in words',
    attention: ['modality'],
    flags: ['conditional'],
  },
  {
    name: 'a dropped not',
    held: T,
    quoted: 'I did come here to collect adjectives',
    wording: 'altered in words',
    attention: ['negation'],
  },
  {
    name: 'a name',
    held: T,
    quoted: 'I want to thank Karin Osterwald, who kept the kettle on',
    wording: 'altered in words',
    attention: ['name'],
  },
  {
    name: 'a number',
    held: T,
    quoted: 'Fifteen vessels – fourteen – have waited since November',
    wording: 'altered in words',
    attention: ['number'],
  },
  {
    name: 'a tense',
    held: T,
    quoted: 'The President said that he is ready to open the harbour',
    wording: 'altered in words',
    attention: ['tense'],
  },
  {
    name: 'a date',
    held: T,
    quoted: 'he was ready to open the harbour on the fourth of July',
    wording: 'altered in words',
    attention: ['date'],
  },
  { name: 'reversed', held: T, quoted: 'roadmap we need to see', wording: 'reordered' },
  {
    name: 'stitched from two sentences, with a bracket at the join',
    held: T,
    quoted:
      'the resumption of direct flights [between us] and continued efforts to normalise the functioning of our missions',
    wording: 'stitched',
  },
  {
    name: 'stitched without anything between',
    held: T,
    quoted: 'We need to see a roadmap moving forward. We have never called it an act of piracy',
    wording: 'stitched',
  },
  {
    name: 'two words changed, whose neighbours stand elsewhere too',
    held: ['cap'],
    quoted: 'includes a cap on native clearing and conversion of ninety hectares bounties of the 1996 cover',
    wording: 'altered in words',
  },
  {
    name: 'two short runs with words between them that stand nowhere',
    held: ['cap'],
    quoted: 'not aware of any substance for any allegation that the',
    wording: 'not held',
  },
  {
    name: 'stitched from two speakers, one of whom the draft names',
    held: T,
    quoted: 'We need to see a roadmap moving forward. Fourteen vessels have waited since November',
    speaker: 'Mr Varga',
    wording: 'stitched',
    status: 'wrong speaker',
    attribution: 'wrong speaker',
  },
  {
    name: 'stitched from two places of the speaker whom the draft names',
    held: T,
    quoted: 'We need to see a roadmap moving forward. We have never called it an act of piracy',
    speaker: 'Mr Varga',
    wording: 'stitched',
    status: 'stitched',
    attribution: 'agrees',
    flags: [],
  },
  {
    name: 'stitched from two texts',
    held: ['transcript', 'other-day'],
    quoted: 'We need to see a roadmap moving forward and Belmark has no quarrel with the people of Ordania',
    wording: 'stitched',
    readings: ['transcript', 'other-day'],
  },
  {
    name: 'a negation put elsewhere is more than another order',
    held: T,
    quoted: 'I did come here not to collect adjectives',
    wording: 'altered in words',
    attention: ['negation'],
  },
  {
    name: 'small words in a row by chance are no source',
    held: T,
    quoted: 'that the house of the lords was to be at the end of the day for the people',
    wording: 'not held',
  },
  {
    name: 'not held',
    held: T,
    quoted: 'They know where the door is and they know who holds the key',
    wording: 'not held',
    status: 'not held',
    records: null,
  },
  {
    name: 'words of the question in the mouth of the answerer',
    held: T,
    quoted: 'a proposal that nobody has seen in writing',
    speaker: 'Anselm Varga',
    wording: 'exact',
    status: 'wrong speaker',
    flags: ['in a question'],
  },
  {
    name: 'the question ascribed to a reporter',
    held: T,
    quoted: 'is there a proposal that nobody has seen in writing',
    speaker: 'a reporter',
    wording: 'exact',
    attribution: 'agrees',
  },
  {
    name: 'wrong speaker',
    held: T,
    quoted: 'I want to thank Karin Osterholt, who kept the kettle on',
    speaker: 'Anselm Varga',
    wording: 'exact',
    status: 'wrong speaker',
  },
  {
    name: 'speaker quoting another',
    held: T,
    quoted: 'the gates are not the point',
    speaker: 'Varga',
    wording: 'exact',
    flags: ['speaker quoting another'],
  },
  {
    name: 'negated outside the marks',
    held: T,
    quoted: 'an act of piracy on the open roads',
    speaker: 'Varga',
    wording: 'exact',
    flags: ['negated'],
  },
  {
    name: 'wrong occasion',
    held: ['other-day'],
    quoted: 'Belmark has no quarrel with the people of Ordania',
    speaker: 'Anselm Varga',
    when: '2026-03-12',
    wording: 'exact',
    status: 'wrong occasion',
  },
  {
    name: 'second-hand only',
    held: ['press'],
    quoted: 'I will not send a ferry into a trap',
    speaker: 'Dane',
    wording: 'exact',
    status: 'second-hand only',
  },
  {
    name: 'inflected',
    held: ['ru'],
    quoted: 'недопустимых односторонних шагах бельмаркской стороны',
    language: 'ru',
    wording: 'inflected',
  },
  {
    name: 'follows a translation',
    held: ['ru', 'en'],
    quoted: 'The unilateral steps of the Belmark side are not helpful',
    wording: 'exact',
    status: 'follows a translation',
    readings: ['en', 'ru'],
  },
  {
    name: 'later corrected',
    held: ['bulletin', 'bulletin-corrected'],
    quoted: '4,120 passengers used the replacement service by way of Aske',
    wording: 'exact',
    status: 'exact',
    records: 'only one held',
    flags: ['later corrected'],
  },
  {
    name: 'stumbling left out',
    held: T,
    quoted: 'these things are best negotiated in private',
    wording: 'altered in words',
  },
  {
    name: 'a power is a figure',
    held: ['area'],
    quoted: 'An area of 300 km³ is closed to shipping until the ice goes',
    wording: 'altered in words',
    attention: ['number'],
  },
  {
    name: 'a power left out is a figure left out',
    held: ['area'],
    quoted: 'An area of 300 km is closed to shipping until the ice goes',
    wording: 'altered in words',
    attention: ['number'],
  },
  {
    name: 'a power on the line is form',
    held: ['area'],
    quoted: 'An area of 300 km2 is closed to shipping until the ice goes',
    wording: 'altered in form only',
    attention: [],
  },
  {
    name: 'the number of a note is no word',
    held: ['area'],
    quoted: 'closed to shipping until the ice goes, and the treaty of Aske says why',
    wording: 'altered in form only',
    attention: [],
  },
  {
    name: 'another picture is form, and never exact',
    held: ['area'],
    quoted: 'We are glad of it 👎 all the same.',
    wording: 'altered in form only',
    attention: [],
  },
  {
    name: 'a formula of five words and a sentence of another text are no join',
    held: ['formulas', 'other-formulas'],
    quoted: 'united in our commitment to clean harbours, the rule of law, and a quiet night',
    wording: 'not held',
  },
  {
    name: 'words that one text says once are not two parts of a join',
    held: ['formulas'],
    quoted: 'wishing it, we are doing our best to secure it, we are doing our best',
    wording: 'not held',
  },
  {
    name: 'a frame with other words in it is not held',
    held: ['other-formulas'],
    quoted: 'Our own integration over the past thirty years is a quiet story with nobody to tell',
    wording: 'not held',
  },
  {
    name: 'the press of the next day and the record differ',
    held: ['press-of-that-day', 'transcript'],
    quoted: 'We could accept inspectors at the northern harbour before the end of March',
    wording: 'exact',
    status: 'records disagree',
    records: 'disagree',
    readings: ['press-of-that-day', 'transcript'],
  },
  {
    name: 'the press of another year has other words of another day',
    held: ['press-of-another-year', 'transcript'],
    quoted: 'We could accept inspectors at the southern terminal before the end of May',
    wording: 'exact',
    status: 'second-hand only',
    records: 'only one held',
  },
  {
    name: 'a text that was edited and reissued shows both',
    held: ['tariff', 'tariff-reissued'],
    quoted: 'The toll on the northern road is to rise by a tenth in May',
    wording: 'exact',
    flags: ['later corrected'],
    readings: ['tariff', 'tariff-reissued'],
  },
];
