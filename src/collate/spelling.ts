/**
 * Spellings of one word that differ by country, not by meaning: organise/organize, colour/color, centre/center.
 * The key is for comparing only and need not be a word. A rule that could make two different English words meet
 * (filled/filed) is not taken; doubled consonants are therefore a list. What differs in spelling alone is reported
 * as form.
 */

const DOUBLED =
  /^(travel|cancel|label|fuel|signal|model|level|counsel|channel|total|marvel|equal|rival|tunnel|quarrel|jewel|panel|dial|duel|refuel|unravel)l(ed|ing|er|ers|or|ors|ery)$/;

const PAIRS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    defence: 'defense',
    defences: 'defenses',
    offence: 'offense',
    offences: 'offenses',
    licence: 'license',
    licences: 'licenses',
    practise: 'practice',
    practised: 'practiced',
    practising: 'practicing',
    programme: 'program',
    programmes: 'programs',
    judgement: 'judgment',
    judgements: 'judgments',
    grey: 'gray',
    manoeuvre: 'maneuver',
    manoeuvres: 'maneuvers',
    sceptical: 'skeptical',
    sceptic: 'skeptic',
    scepticism: 'skepticism',
    fulfil: 'fulfill',
    fulfils: 'fulfills',
    fulfilment: 'fulfillment',
    enrol: 'enroll',
    instalment: 'installment',
    ageing: 'aging',
    acknowledgement: 'acknowledgment',
    okay: 'ok',
    aeroplane: 'airplane',
    aluminium: 'aluminum',
    artefact: 'artifact',
    mum: 'mom',
  }),
);

/** One key for all accepted spellings of a folded English word; any other word is its own key. */
export function spellingKey(word: string): string {
  const n = word.length;
  if (n < 4) return word;
  const last = word.charCodeAt(n - 1);
  if (last > 127) return word;
  const pair = PAIRS.get(word);
  if (pair !== undefined) return pair;
  if (n > 5) {
    // Looking for the letters first is quicker than the expressions, which most words do not fit.
    const ise =
      (word.includes('is', 3) || word.includes('ys', 3)) &&
      /^(.{3,})(is|ys)(e|es|ed|ing|ation|ations|ational|er|ers)$/.exec(word);
    if (ise) return `${ise[1]}${ise[2] === 'is' ? 'iz' : 'yz'}${ise[3]}`;
    const doubled = word.includes('ll', 3) && DOUBLED.exec(word);
    if (doubled) return doubled[1]! + doubled[2]!;
  }
  if (n > 4) {
    const our =
      word.includes('our', 2) && /^(.{2,})our(s|ed|ing|able|ably|ful|less|ite|ites|er|ers|ly|hood)?$/.exec(word);
    if (our) return `${our[1]}or${our[2] ?? ''}`;
    const re =
      word.includes('re', n - 3) &&
      /^(cent|theat|met|kilomet|centimet|lit|fib|calib|spect|somb|meag|lust)re(s|d)?$/.exec(word);
    if (re) return `${re[1]}er${re[2] ?? ''}`;
  }
  return word;
}
