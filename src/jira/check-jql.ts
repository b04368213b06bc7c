import * as v from 'valibot';
import { type Jira, route } from './http';

const Parsed = v.object({
  queries: v.array(v.object({ errors: v.nullish(v.array(v.string()), []) })),
});

/** Jira's own words on what is wrong with a JQL; empty when it can be used. One read. */
export async function checkJql(jira: Jira, jql: string): Promise<readonly string[]> {
  return (await checkJqls(jira, [jql])).flat();
}

/** The same of several, each with its own list. One read, none without a JQL. */
export async function checkJqls(
  jira: Jira,
  jqls: readonly string[],
): Promise<readonly (readonly string[])[]> {
  if (jqls.length === 0) return [];
  const { queries } = await jira({
    method: 'POST',
    url: route`/rest/api/3/jql/parse?validation=strict`,
    endpoint: '/rest/api/3/jql/parse',
    body: { queries: jqls },
    answer: Parsed,
    send: 'again',
  });
  return jqls.map((_, index) => queries[index]?.errors ?? []);
}
