import { events } from '@forge/bridge';

type ProductEvent = 'JIRA_ISSUE_CHANGED' | 'JIRA_DASHBOARD_GADGET_REFRESH';

/** Calls back when the product says that what is shown may have changed. Returns how to stop. */
export function onProductEvent(event: ProductEvent, changed: () => void): () => void {
  const subscription = events.on(event, () => changed());
  // Without the subscription the surface still works: it only refreshes less often.
  subscription.catch(() => undefined);
  return () => {
    subscription.then((it) => it.unsubscribe()).catch(() => undefined);
  };
}
