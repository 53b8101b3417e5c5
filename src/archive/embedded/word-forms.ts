import { type Dictionary, Forms } from '#index/index.js';
import { stem } from '#text/index.js';

/** The forms of words that are held, by the light stems of each language; grouped anew when the dictionary has grown. */
export class WordForms {
  readonly #byLanguage = new Map<string, Forms>();
  #dictionary: Dictionary | null = null;
  #size = 0;

  of(dictionary: Dictionary, language: string): Forms {
    if (this.#dictionary !== dictionary || this.#size !== dictionary.size) {
      this.#byLanguage.clear();
      this.#dictionary = dictionary;
      this.#size = dictionary.size;
    }
    let forms = this.#byLanguage.get(language);
    if (!forms) this.#byLanguage.set(language, (forms = new Forms(dictionary, (word) => stem(word, language))));
    return forms;
  }
}
