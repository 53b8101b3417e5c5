/** A text of one paragraph to hold, for processes that run the built program; its facts are its title and nothing. */
export function plainText(capture, title, text) {
  const stated = (value) => ({ value, basis: 'stated' });
  return {
    capture,
    facts: {
      title,
      id: null,
      source: null,
      body: null,
      kind: stated('statement'),
      said: null,
      published: null,
      occasion: null,
      speaker: null,
      language: stated('en'),
      address: null,
      translationOf: null,
      corrects: null,
      rights: null,
      other: {},
    },
    rendering: {
      extractor: 'test/1',
      text,
      blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
      turns: [],
      links: [],
    },
  };
}
