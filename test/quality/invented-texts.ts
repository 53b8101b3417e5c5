/** Invented texts for the tests of the generator: grammatical enough to be cut, odd enough to trip it. */
import type { HeldText } from '../../bench/corpus.js';
import { Random } from '../../bench/random.js';

/** Many words of two and three syllables, so that sentences are alike only where they are meant to be. */
function inventedWords(seed: number, count: number): string[] {
  const random = new Random(seed);
  const syllable = (): string => random.pick('bdfgklmnprstvz'.split('')) + random.pick('aeiou'.split(''));
  const found = new Set<string>();
  while (found.size < count)
    found.add(syllable() + syllable() + (random.chance(0.5) ? syllable() : '') + random.pick('lmnrst'.split('')));
  return [...found];
}

const NOUNS = inventedWords(1, 700);
const VERBS = inventedWords(2, 200);
const ADJECTIVES = [...inventedWords(3, 300), 'costly', 'distant'];
const PLACES = 'Tarnholm Vessel Oberdale Quillon Marrow Sandrift'.split(' ');
const NUMBERS = ['two', 'five', 'nine', '14', '27', '350', 'twenty', '1964'];
const MODALS = ['will', 'would', 'must', 'should', 'may', 'can'];
export const SPEAKERS = ['Ada Kestrel', 'Ivo Brandt', 'Julia Marsh'];

function sentence(random: Random): string {
  const noun = (): string => `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}`;
  const shapes = [
    () =>
      `We ${random.pick(MODALS)} ${random.pick(VERBS)} the ${noun()} before the ${noun()}, and they ${random.pick(MODALS)} be ${noun()} for it in ${random.pick(PLACES)}, ${noun()} or ${noun()}, with a ${noun()} to ${random.pick(VERBS)} behind it.`,
    () =>
      `There are ${random.pick(NUMBERS)} people at the ${noun()} who do not ${random.pick(VERBS)} any ${noun()} from ${random.pick(PLACES)}.`,
    () =>
      `It isn't for the ${noun()} to ${random.pick(VERBS)} what the ${noun()} has not yet ${random.pick(VERBS)}ed, nor was it ever.`,
    () =>
      `He is, as the ${noun()} of ${random.pick(PLACES)} knows, a well-known ${random.pick(NOUNS)} - and a ${noun()} with ${random.pick(NUMBERS)} years behind it.`,
    () => `Who can ${random.pick(VERBS)} the ${noun()} when the ${noun()} of ${random.pick(PLACES)} is closed?`,
  ];
  return random.pick(shapes)();
}

/** Texts of three speakers: speeches, interviews with labels, some texts twice and some twice with a word changed. */
export function inventedTexts(seed: number, count: number): HeldText[] {
  const random = new Random(seed);
  const texts: HeldText[] = [];
  for (let i = 0; texts.length < count; i++) {
    const speaker = random.pick(SPEAKERS);
    const lines: string[] = [];
    const interview = random.chance(0.4);
    for (let k = 0; k < 14; k++) {
      const words = [sentence(random), sentence(random), sentence(random), sentence(random)].join(' ');
      lines.push(interview ? `${k % 2 === 0 ? 'JOURNALIST' : 'PRIME MINISTER'}: ${words}` : words);
    }
    const text: HeldText = {
      id: `${i + 1}`,
      speaker,
      day: '1990-01-01',
      kind: interview ? 'interview' : 'speech as delivered',
      plain: lines.join('\n\n'),
    };
    texts.push(text);
    if (i % 6 === 0) texts.push({ ...text, id: `${i + 1}-again` });
    if (i % 6 === 3)
      texts.push({
        ...text,
        id: `${i + 1}-differs`,
        plain: text.plain.replaceAll(/ the (\w+) /g, (all, word: string) =>
          word.length % 3 === 0 ? ' the other ' : all,
        ),
      });
  }
  return texts;
}
