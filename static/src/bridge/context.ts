import { view } from '@forge/bridge';

/**
 * What a surface knows about who looks and from where. For display only: Forge's resolver context
 * is the trusted one.
 */
export type ViewerContext = {
  readonly locale: string;
  readonly timeZone: string;
  readonly siteUrl: string;
  readonly extension: Readonly<Record<string, unknown>>;
};

/** Who looks, where and in which zone; a zone that Jira does not tell is that of the browser. */
export async function readContext(): Promise<ViewerContext> {
  const context = await view.getContext();
  return {
    locale: context.locale,
    timeZone: context.timezone || Intl.DateTimeFormat().resolvedOptions().timeZone,
    siteUrl: context.siteUrl,
    extension: context.extension,
  };
}
