type Receiver = { event: string; receive: (payload: unknown) => void; issueKey?: string };

const receivers = new Set<Receiver>();

/** Events between the frames of the app, and from Jira's page to them. */
export const eventBus = {
  on(receiver: Receiver): () => void {
    receivers.add(receiver);
    return () => receivers.delete(receiver);
  },
  emit(event: string, payload: unknown): void {
    for (const one of [...receivers]) if (one.event === event) one.receive(payload);
  },
  /** Jira tells only the frames that stand on the changed issue. */
  emitIssueChanged(issueKey: string): void {
    for (const one of [...receivers]) {
      if (one.event === 'JIRA_ISSUE_CHANGED' && one.issueKey === issueKey) {
        one.receive({ issueKey, changes: [] });
      }
    }
  },
};
