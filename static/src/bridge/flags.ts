import { showFlag } from '@forge/bridge';

/** Jira's own notice in the corner: outlives the frame and needs no room in it. */
export function announceDone(title: string): void {
  showFlag({ id: `tam-${Date.now()}`, title, type: 'success', isAutoDismiss: true });
}
