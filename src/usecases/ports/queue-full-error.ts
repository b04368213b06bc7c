/** The queue takes no more for now (Forge docs, "Async events API: limitations"). */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}
