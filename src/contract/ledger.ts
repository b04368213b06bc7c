/** What a stretch of an issue's life went to. `name`: a department, or who stands in the way. */
export type LabelView =
  | { readonly kind: 'running' | 'queue' | 'blocked'; readonly name: string }
  | { readonly kind: 'paused'; readonly reason: 'client' | 'vendor' | 'internal' }
  | { readonly kind: 'sleeping' | 'stopped' };
