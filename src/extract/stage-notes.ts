/**
 * Notes of the stenographer: "(Laughter.)", "[Applause]", "(inaudible)", "(In Russian.)", "* * *", "E&OE". They are
 * words of nobody. Brackets hold a note only if their words say so: "[Greece, Spain, Germany]" is an editor's help and
 * stays in the text.
 */

const NOTED =
  /\b(?:laugh(?:ter|s|ing)?|chuckl\w*|giggl\w*|applau\w+|clapping|cheer(?:s|ing)?|boo(?:s|ing)|in-?audible|indistinct|unintelligible|unclear|cross-?\s?talk|interrupt\w*|interject\w*|pause[sd]?|off[- ]?mi(?:ke|c)|no (?:audio|microphone)|audio (?:gap|break)|sound (?:break|gap)|technical (?:difficult\w*|problem)|break in (?:audio|transcript|recording|tape)|(?:tape|recording|transcript|audio|video|segment|clip|excerpt) (?:begins?|starts?|ends?|plays?|played|break|ends here|continues)|(?:begin|end|start) (?:of )?(?:tape|recording|transcript|video|audio|clip|excerpt)|music|silence|sigh(?:s|ing)?|coughs?|gestur\w+|nods?|(?:video|audio|film) (?:is )?(?:shown|played|clip)|phone rings|standing ovation|(?:speaks?|speaking|spoke|said|continues?) in \p{L}+|(?:via|through) (?:an? |the )?(?:interpreter|interpretation|translat\w+)|as (?:interpreted|translated)|retranslated.*|(?:off the record|on background)|inaudible question|question inaudible|multiple (?:speakers|voices)|overlapping|adjourn\w*|greetings in .*|handshake|photo(?:graph)?s? (?:are )?taken)\b/iu;
/** Words that are a note only if nothing else stands beside them: "(in Canberra)" and "(the term ends in June)" are not. */
const NOTED_ALONE =
  /^(?:in (?:English|French|German|Italian|Spanish|Portuguese|Dutch|Danish|Swedish|Norwegian|Finnish|Polish|Czech|Hungarian|Romanian|Bulgarian|Serbian|Greek|Turkish|Russian|Ukrainian|Belarusian|Georgian|Armenian|Arabic|Hebrew|Persian|Farsi|Dari|Pashto|Urdu|Hindi|Bengali|Tamil|Chinese|Mandarin|Cantonese|Japanese|Korean|Vietnamese|Thai|Malay|Indonesian|Tagalog|Swahili|Latin|Irish|Welsh)(?:, (?:via|through).*)?|ends?|starts?|continue[sd]|to be continued|recess|break)[.!]?$/iu;
const NOTED_ELSEWHERE =
  /смех|смеётся|смеется|аплодисмент|оживление|неразборчиво|пауза|перевод|по-(?:английски|русски|французски|немецки|испански|украински)|реплика|музыка|говорит на|сміх|сміється|оплески|нерозбірливо|переклад|пауза|rires?\b|applaudissements|brouhaha|exclamations|inaudible|en anglais|Heiterkeit|Beifall|Lachen|lacht\b|Zurufe?\b|unverständlich|auf Englisch|risas?\b|aplausos|inaudible|ininteligible|en inglés|笑|掌声|鼓掌|听不清|掌聲|音乐/iu;

const BRACKETED = /[([（【][^()[\]（）【】\n]{1,80}[)\]）】]\.?/gu;
/** Signs and words that stand alone on a line between parts or at the end. */
const ALONE =
  /^(?:[*#_=~•·—–-]\s*){2,}$|^(?:<(?:…|\.{3})>|\[(?:…|\.{3})\]|\((?:…|\.{3})\)|…)$|^[-–—[(]?\s*(?:ends?|end of (?:transcript|document|statement|release))\s*[-–—\])]?\.?$|^\W{0,3}e\s?(?:&|and)?\s?o\s?e\b[\s.…\-–—]*(?:proof (?:copy|only)|proof)?[\s.…]*$|^\[\s*__\s*\]$/iu;
const EOE_HEAD = /^e\s?&\s?o\s?e[\s.…\-–—]{2,}/iu;

/** Whether the words between brackets are a stenographer's note. */
export function isNote(inside: string): boolean {
  const words = inside.trim();
  if (words.split(/\s+/).length > 8) return false;
  if (NOTED_ALONE.test(words)) return true;
  return NOTED.test(words) ? words.length < 70 && !/[“”"«»?]/.test(words) : NOTED_ELSEWHERE.test(words);
}

/** Where notes stand in a text: [start, end] of each, the brackets included. */
export function notesIn(text: string): [number, number][] {
  const found: [number, number][] = [];
  const head = EOE_HEAD.exec(text);
  if (head) found.push([0, head[0].length]);
  if (!/[([（【]/.test(text)) return found;
  for (const m of text.matchAll(BRACKETED)) {
    const whole = m[0];
    if (isNote(whole.replace(/^[([（【]|[)\]）】]?\.?$/gu, ''))) {
      const own = whole.endsWith('.') && m.index > 0 && !/[.!?]\s*$/.test(text.slice(0, m.index));
      found.push([m.index, m.index + whole.length - (own ? 1 : 0)]);
    }
  }
  return found;
}

/** Whether a whole piece is nothing but a sign or a note. */
export function isNoteAlone(text: string): boolean {
  if (text.length > 120) return false;
  if (ALONE.test(text)) return true;
  const m = /^[([（【]([^()[\]（）【】]*)[)\]）】]\.?$/u.exec(text);
  return m !== null && isNote(m[1]!);
}
