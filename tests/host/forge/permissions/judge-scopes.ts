import { ENDPOINT_SCOPES } from './endpoint-scopes';

export type ScopeVerdict =
  | { kind: 'allowed' }
  | { kind: 'missing'; scopes: string[] }
  | { kind: 'unknown' };

const RULES = ENDPOINT_SCOPES.map(([method, template, ...scopes]) => ({
  method,
  template,
  pattern: new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  scopes,
}));

/**
 * May an app with these scopes call a Jira endpoint, whoever it acts as? 'unknown' when the
 * scope table lacks the endpoint: the host refuses it loudly, it does not wave it through.
 *
 * judgeScopes(['read:jira-work'], 'PUT', '/rest/api/3/issue/NET-1')
 *   // { kind: 'missing', scopes: ['write:jira-work'] }
 */
export function judgeScopes(
  granted: readonly string[],
  method: string,
  path: string,
): ScopeVerdict {
  const bare = path.split('?')[0] ?? path;
  const fitting = RULES.filter((rule) => rule.method === method && rule.pattern.test(bare));
  // A fixed path (/project/search) wins over a parameter (/project/{project}).
  const rule = fitting.find(({ template }) => template === bare) ?? fitting[0];
  if (rule === undefined) return { kind: 'unknown' };
  const missing = rule.scopes.filter((scope) => !granted.includes(scope));
  return missing.length === 0 ? { kind: 'allowed' } : { kind: 'missing', scopes: missing };
}
