import { Refusal } from '../endpoint';

/** An opaque token of a next page; it is good for the same question only. */
export function pageToken(question: unknown, offset: number): string {
  return Buffer.from(JSON.stringify({ question, offset })).toString('base64url');
}

/** Where the page of this token starts; 400 for a strange token or another question. */
export function offsetOf(token: string | undefined, question: unknown): number {
  if (token === undefined) return 0;
  try {
    const read = JSON.parse(Buffer.from(token, 'base64url').toString()) as Record<string, unknown>;
    if (JSON.stringify(read.question) === JSON.stringify(question)) return Number(read.offset);
  } catch {
    // Falls through to the refusal: any unreadable token is an invalid token.
  }
  throw new Refusal(400, {
    errorMessages: ['The provided next page token is invalid.'],
    warningMessages: [],
  });
}
