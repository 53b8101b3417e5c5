/** Held texts for the judgment: a press conference in several records, statements, reports, bulletins. Invented. */

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
