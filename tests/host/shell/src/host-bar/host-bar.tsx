import { hostWarnings } from '../bridge/host-warnings';
import { Link } from '../lib/router';
import { useSession } from '../lib/session';
import { useValue } from '../lib/value-store';
import { ActAs } from './act-as';
import { ClockControl } from './clock-control';
import { EventSwitches } from './event-switches';
import { useInspectorCount } from './use-inspector-count';

function Warnings() {
  const warnings = useValue(hostWarnings);
  if (warnings.length === 0) return null;
  return (
    <span className="host-warning" role="alert" title={warnings.join('\n')}>
      {warnings.at(-1)}
    </span>
  );
}

function InspectorLink() {
  const { count, points } = useInspectorCount();
  return (
    <Link href="/inspector" className="host-link">
      Inspector: {count} invocations, {points} points
    </Link>
  );
}

/** Not Jira: what only this host can do. */
export function HostBar() {
  const { session, setLocale, setColorMode } = useSession();
  return (
    <section className="host-bar" aria-label="Local host">
      <strong className="host-name">Local host</strong>
      <ActAs />
      <ClockControl />
      <EventSwitches />
      <label className="host-field">
        Language
        <select value={session.locale} onChange={(event) => void setLocale(event.target.value)}>
          <option value="en-US">English</option>
          <option value="ru-RU">Русский</option>
        </select>
      </label>
      <label className="host-field">
        Theme
        <select
          value={session.colorMode}
          onChange={(event) => void setColorMode(event.target.value === 'dark' ? 'dark' : 'light')}
        >
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </select>
      </label>
      <Warnings />
      <InspectorLink />
    </section>
  );
}
