/** The one site on which the app is installed. Fixed, so that stored data and tests stay valid. */
export const SITE = {
  cloudId: '5d6c7a52-8a3e-4f0c-9d55-6f2f3b7c1a10',
  siteUrl: 'https://tam-local.atlassian.net',
  environmentId: '8f1d2c3b-5a49-4e6f-8b7a-0c9d1e2f3a4b',
  environmentType: 'DEVELOPMENT',
  installationId: '2b7e1516-28ae-4d2a-abf7-158809cf4f3c',
  appVersion: '1.0.0',
} as const;

/** What the app is installed into, as handlers see it in `context.installContext`. */
export const CONTEXT_ARI = `ari:cloud:jira::site/${SITE.cloudId}`;
