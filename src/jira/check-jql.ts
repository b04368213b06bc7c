import * as v from 'valibot';
import { type Jira, route } from './http';

const Parsed = v.object({
  queries: v.array(v.object({ errors: v.nullish(v.array(v.string()), []) })),
});

/** Jira's own words on what is wrong with a JQL; empty when it can be used. One read. */
export async function checkJql(jira: Jira, jql: string): Promise<readonly string[]> {
  const { queries } = await jira({
    method: 'POST',
    url: route`/rest/api/3/jql/parse?validation=strict`,
    endpoint: '/rest/api/3/jql/parse',
    body: { queries: [jql] },
    answer: Parsed,
    send: 'again',
  });
  return queries.flatMap(({ errors }) => errors ?? []);
}
