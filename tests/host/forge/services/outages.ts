import type { JiraService } from './jira-service';
import type { Service, ServiceReply } from './service';

/** `errors`: the platform's gateway answers 503 in its stead; `hangs`: nothing answers at all. */
export type Outage = 'none' | 'errors' | 'hangs';

/** What of the platform is out of order for the app; a test may break it at any time. */
export type Outages = { jira: Outage; kvs: Outage; sql: Outage };

export const NO_OUTAGES: Outages = { jira: 'none', kvs: 'none', sql: 'none' };

/** The service as long as it is in order. */
export function withOutages(outages: Outages, of: 'kvs' | 'sql', service: Service): Service {
  return (call) => instead(outages[of]) ?? service(call);
}

/** The same for Jira; calls of everybody but the app go on. */
export function jiraWithOutages(outages: Outages, service: JiraService): JiraService {
  return async (call, as) => {
    const reply = instead(outages.jira);
    if (reply === undefined) return service(call, as);
    const { method, target: path, invocation } = call;
    const made = { method, path, as, status: 503, points: 0, ms: 0 };
    invocation.record.jiraCalls.push(made);
    return reply;
  };
}

function instead(outage: Outage): Promise<ServiceReply> | undefined {
  if (outage === 'none') return undefined;
  if (outage === 'hangs') return new Promise(() => undefined);
  return Promise.resolve({ status: 503, body: 'upstream connect error' });
}
