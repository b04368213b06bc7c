const OBJECT_STORE = [
  'https://tdp-os.services.atlassian.com/fos-eap/download/',
  'https://tdp-os.services.atlassian.com/fos/app/download/',
  'https://tdp-os.services.atlassian.com/fos/cdn/download/',
  'https://object-store.atlassian.com/os/ecosystem/installation/',
];
const UPLOADS = [
  'https://tdp-os.services.atlassian.com/fos-eap/upload/',
  'https://tdp-os.services.atlassian.com/fos/app/upload/',
  'https://tdp-os.services.atlassian.com/fos/cdn/upload/',
];
const MEDIA = 'https://api.media.atlassian.com';
const FORGE_CDN = 'https://forge.cdn.prod.atlassian-dev.net';
const TEAMS = 'https://teams-directory-frontend.prod-east.frontend.public.atl-paas.net/assets';
const AVATARS = 'avatar-management--avatars.us-west-2.prod.public.atl-paas.net';

/**
 * The policy that Forge sends with a Custom UI page in production, for an app without content and
 * external permissions: what @forge/csp 6.3.2 computes, without its report-uri. The local host's
 * own origin is the one addition, as the page that frames it.
 */
export function contentSecurityPolicy(siteHost: string, hostOrigin: string): string {
  const self = "'self'";
  const directives: Record<string, string[]> = {
    'default-src': [self, ...OBJECT_STORE],
    'frame-ancestors': [
      self,
      '*.atlassian.net',
      'bitbucket.org',
      '*.jira.com',
      '*.atlassian.com',
      '*.frontend.public.atl-paas.net',
      siteHost,
      ...OBJECT_STORE,
      hostOrigin,
    ],
    'frame-src': [self, siteHost, MEDIA, ...OBJECT_STORE],
    'font-src': [self, ...OBJECT_STORE],
    'img-src': [self, 'data:', 'blob:', siteHost, ...imageHosts(), ...OBJECT_STORE],
    'media-src': [self, 'data:', 'blob:', siteHost, MEDIA, ...OBJECT_STORE],
    'connect-src': [
      self,
      siteHost,
      'https://api.atlassian.com/metal/ingest',
      'https://api.atlassian.com/gateway/api/emoji/',
      'https://api.atlassian.com/gateway/api/elements/emoji',
      MEDIA,
      'https://as.atlassian.com',
      'https://forge-outbound-proxy.services.atlassian.com',
      ...OBJECT_STORE,
      ...UPLOADS,
      FORGE_CDN,
    ],
    'script-src': [self, FORGE_CDN, ...OBJECT_STORE],
    'style-src': [self, siteHost, FORGE_CDN, ...OBJECT_STORE],
    'form-action': [self],
    sandbox: [
      'allow-popups',
      'allow-popups-to-escape-sandbox',
      'allow-downloads',
      'allow-forms',
      'allow-modals',
      'allow-pointer-lock',
      'allow-same-origin',
      'allow-scripts',
    ],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

function imageHosts(): string[] {
  return [
    'https://secure.gravatar.com',
    'https://images.unsplash.com',
    `https://${AVATARS}`,
    `https://*.wp.com/${AVATARS}/`,
    'https://api.atlassian.com',
    MEDIA,
    'https://pf-emoji-service.prod-east.frontend.public.atl-paas.net',
    'https://pf-reactions-service.prod-east.frontend.public.atl-paas.net',
    'https://assets-media.atlassian.com',
    `${TEAMS}/`,
    `${TEAMS}/gradients/`,
  ];
}
