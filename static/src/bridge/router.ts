import { NavigationTarget, router } from '@forge/bridge';

export type OpenWhere = 'here' | 'newTab';

const go = { here: router.navigate, newTab: router.open };

/** The frame may open no window of its own; Jira does it for the app. */
export async function openIssue(issueKey: string, where: OpenWhere): Promise<void> {
  await go[where]({ target: NavigationTarget.Issue, issueKey });
}

/** A page of the web in another tab. */
export async function openUrl(url: string): Promise<void> {
  await router.open(url);
}

/** Opens another page of this app: its module key, and the path inside of it. */
export async function openModule(moduleKey: string, path: string): Promise<void> {
  await router.navigate({ target: NavigationTarget.Module, moduleKey, path });
}

/** The same in another tab: for where leaving would lose what somebody has typed. */
export async function openModuleInTab(moduleKey: string, path: string): Promise<void> {
  await router.open({ target: NavigationTarget.Module, moduleKey, path });
}
