import type { Endpoint } from './endpoint';
import { archiveEndpoints } from './rest/archive';
import { boardEndpoints } from './rest/boards';
import { bulkEndpoints } from './rest/bulk';
import { catalogueEndpoints } from './rest/catalogue';
import { changelogEndpoints } from './rest/changelogs';
import { commentEndpoints } from './rest/comments';
import { componentEndpoints } from './rest/components';
import { createMetaEndpoints } from './rest/create-meta';
import { dashboardEndpoints } from './rest/dashboards';
import { gadgetEndpoints } from './rest/gadgets';
import { issueLinkEndpoints } from './rest/issue-links';
import { issuePickerEndpoints } from './rest/issue-picker';
import { issuePropertyEndpoints } from './rest/issue-properties';
import { issueEndpoints } from './rest/issues';
import { jqlEndpoints } from './rest/jql';
import { linkTypeEndpoints } from './rest/link-types';
import { notifyEndpoints } from './rest/notify';
import { permissionEndpoints } from './rest/permissions';
import { projectEndpoints } from './rest/projects';
import { remoteLinkEndpoints } from './rest/remote-links';
import { searchEndpoints } from './rest/search';
import { siteEndpoints } from './rest/site';
import { transitionEndpoints } from './rest/transitions';
import { userEndpoints } from './rest/users';
import { workflowCapabilityEndpoints } from './rest/workflow-capabilities';
import { workflowRuleEndpoints } from './rest/workflow-rules';
import { workflowUpdateEndpoints } from './rest/workflow-update';
import { workflowUsageEndpoints } from './rest/workflow-usages';
import { workflowEndpoints } from './rest/workflows';

/** Everything that the local Jira answers; any other call is refused by name. */
export const allEndpoints: readonly Endpoint[] = [
  ...siteEndpoints,
  ...permissionEndpoints,
  ...projectEndpoints,
  ...componentEndpoints,
  ...catalogueEndpoints,
  ...createMetaEndpoints,
  ...issueEndpoints,
  ...issuePropertyEndpoints,
  ...issueLinkEndpoints,
  ...notifyEndpoints,
  ...transitionEndpoints,
  ...commentEndpoints,
  ...changelogEndpoints,
  ...searchEndpoints,
  ...issuePickerEndpoints,
  ...jqlEndpoints,
  ...userEndpoints,
  ...dashboardEndpoints,
  ...gadgetEndpoints,
  ...boardEndpoints,
  ...bulkEndpoints,
  ...archiveEndpoints,
  ...remoteLinkEndpoints,
  ...linkTypeEndpoints,
  ...workflowEndpoints,
  ...workflowUsageEndpoints,
  ...workflowCapabilityEndpoints,
  ...workflowUpdateEndpoints,
  ...workflowRuleEndpoints,
];
