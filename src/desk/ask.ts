/** Questions to the server that the page came from. A refusal is thrown with its sentences (RFC 9457). */

export class Refusal extends Error {
  readonly remedy: string;

  constructor(title: string, remedy: string) {
    super(title);
    this.remedy = remedy;
  }
}

export async function ask(path: string, init: RequestInit = {}): Promise<unknown> {
  let answer: Response;
  try {
    answer = await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refusal('Onrecord does not answer.', 'Is it still running? Start it again with: onrecord serve');
  }
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return body;
  const { title = 'Something went wrong.', detail = '' } = (body ?? {}) as { title?: string; detail?: string };
  throw new Refusal(title, detail);
}

export function askJson(path: string, value: unknown, signal?: AbortSignal): Promise<unknown> {
  return ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(value),
    ...(signal !== undefined && { signal }),
  });
}
