import type { Walker } from './jira-js-steps';

/** Moves two issues at once, by transition and to another project, and asks how it went. */
export async function walkBulk({ cloud, client, schemas }: Walker) {
  const { issueBulkOperations } = cloud;
  await issueBulkOperations.getAvailableTransitions({ issueIdsOrKeys: 'VIRT-1,MON-1' });
  const { taskId = '' } = await issueBulkOperations.submitBulkTransition({
    bulkTransitionInputs: [{ selectedIssueIdsOrKeys: ['VIRT-1', 'MON-1'], transitionId: '11' }],
  });
  await issueBulkOperations.getBulkOperationProgress({ taskId });
  // The parameters' type wants every field that may be mapped.
  await client.sendRequest({
    url: '/rest/api/3/bulk/issues/move',
    method: 'POST',
    body: {
      targetToSourcesMapping: {
        'UNIX,10001': {
          issueIdsOrKeys: ['VIRT-2'],
          inferClassificationDefaults: true,
          inferFieldDefaults: true,
          inferStatusDefaults: true,
          inferSubtaskTypeDefault: true,
        },
      },
    },
    schema: schemas.SubmittedBulkOperationSchema,
  });
}

/** Archive, links out of Jira, and what kinds of links there are. */
export async function walkRest({ cloud, client, issue }: Walker) {
  const { issueRemoteLinks, issueLinkTypes } = cloud;
  // jira.js has no methods for these two.
  for (const deed of ['archive', 'unarchive']) {
    await client.sendRequest({
      url: `/rest/api/3/issue/${deed}`,
      method: 'PUT',
      body: { issueIdsOrKeys: ['MON-1', 'NONE-1'] },
    });
  }
  const link = {
    ...issue,
    globalId: 'ticket-7',
    object: { url: 'https://example.com/7', title: 'Ticket 7' },
  };
  const { id = 0 } = await issueRemoteLinks.createOrUpdateRemoteIssueLink(link);
  await issueRemoteLinks.createOrUpdateRemoteIssueLink(link);
  await issueRemoteLinks.getRemoteIssueLinks(issue);
  await issueRemoteLinks.getRemoteIssueLinkById({ ...issue, linkId: String(id) });
  await issueRemoteLinks.deleteRemoteIssueLinkById({ ...issue, linkId: String(id) });
  const words = { name: 'Soft', inward: 'comes after', outward: 'comes before' };
  const { id: issueLinkTypeId = '' } = await issueLinkTypes.createIssueLinkType(words);
  await issueLinkTypes.updateIssueLinkType({ ...words, issueLinkTypeId, name: 'Gentle' });
  await issueLinkTypes.deleteIssueLinkType({ issueLinkTypeId });
}
