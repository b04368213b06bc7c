import { makeResolver } from '@forge/resolver';
import type { TamBadgeApi } from '../../contract/tam-badge';
import { loadBadge } from '../../usecases/screens/load-badge';
import { Nothing, OnIssue, surface } from '../edge';

const on = surface('tam-badge', OnIssue);

/** jira:issueContext "tam-badge": the short answer beside an issue's fields. */
export const handler = makeResolver<TamBadgeApi>({
  load: on('load', Nothing, (env, _, { issue }) => loadBadge(env, issue.id)),
});
