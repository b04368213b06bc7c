import { zoneOf } from '../call-values';
import { type Endpoint, refuse } from '../endpoint';
import { actingUser } from '../permissions';
import { jiraTime } from '../render/dates';
import { userRef } from '../render/names';

export const siteEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/rest/api/3/myself',
    answer: ({ site, actor }) => {
      const user = actingUser(site.state, actor);
      if (!user) throw refuse(401, 'Client must be authenticated to access this resource.');
      return {
        status: 200,
        points: 3,
        body: {
          ...userRef(user, user.timeZone),
          ...(user.emailAddress === undefined ? {} : { emailAddress: user.emailAddress }),
          locale: user.locale,
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/rest/api/3/serverInfo',
    answer: (call) => ({
      status: 200,
      body: {
        baseUrl: 'http://127.0.0.1',
        version: '1001.0.0-SNAPSHOT',
        versionNumbers: [1001, 0, 0],
        deploymentType: 'Cloud',
        buildNumber: 100300,
        buildDate: jiraTime(0, 'UTC'),
        serverTime: jiraTime(call.site.clock.now(), zoneOf(call)),
        scmInfo: 'local',
        serverTitle: 'Jira',
      },
    }),
  },
];
