/**
 * What every resolver function answers. A refusal is a value with words for the person who asked;
 * a broken world is an Error and reaches the screen as Forge's own failure.
 */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export type Problem = {
  readonly code: 'notAllowed' | 'notFound' | 'invalid' | 'conflict' | 'busy' | 'unavailable';
  /** Names the thing and what to do, in the viewer's language. */
  readonly text: string;
  /** Per form field where the input was at fault; the key is the field's name in the request. */
  readonly fields?: Readonly<Record<string, string>>;
};
