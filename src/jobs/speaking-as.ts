/** All names, as printed, under which one person speaks in the texts held. */
import type { Archive } from '#archive/index.js';
import { type NamesContext, samePerson } from '#record/index.js';
import { Vocabulary, words } from '#text/index.js';

/** The printed names of one archive, taken apart once for many questions. */
export class Voices {
  readonly #context: NamesContext;
  readonly #vocabulary = new Vocabulary();
  readonly #byWord = new Map<string, Set<string>>();

  constructor(voices: readonly string[], context: NamesContext) {
    this.#context = context;
    for (const voice of voices)
      for (const word of this.#words(voice)) {
        const holding = this.#byWord.get(word);
        if (holding) holding.add(voice);
        else this.#byWord.set(word, new Set([voice]));
      }
  }

  /** The printed names that are surely this person's, the given one among them. */
  of(speaker: string): readonly string[] {
    const own = new Set(this.#words(speaker));
    for (const { name, aliases } of this.#context.people)
      if (samePerson(speaker, name, this.#context) === 'same')
        for (const other of [name, ...aliases]) for (const word of this.#words(other)) own.add(word);
    // Names that share no word with any of the person's own are another's: all of them would take seconds to compare.
    const alike = new Set([...own].flatMap((word) => [...(this.#byWord.get(word) ?? [])]));
    return [
      speaker,
      ...[...alike].filter((voice) => voice !== speaker && samePerson(speaker, voice, this.#context) === 'same'),
    ];
  }

  #words(name: string): readonly string[] {
    return words(name, { vocabulary: this.#vocabulary }).folded.filter((word) => word.length > 1);
  }
}

/** The voices of an archive. */
export async function voicesOf(archive: Archive, context: NamesContext): Promise<Voices> {
  return new Voices(await archive.voices(), context);
}
