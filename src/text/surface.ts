/** The surface channel: the text that decides *exact*. NFC, white space collapsed to one space, ends trimmed. */
export function surface(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
