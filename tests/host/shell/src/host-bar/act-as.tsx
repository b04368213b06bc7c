import { useSession } from '../lib/session';

export function ActAs() {
  const { session, actAs } = useSession();
  const about = session.people.find((one) => one.accountId === session.me.accountId)?.about;
  return (
    <span className="host-field">
      <label>
        Act as{' '}
        <select
          value={session.me.accountId}
          onChange={(event) => void actAs(event.target.value)}
          aria-describedby="act-as-about"
        >
          {session.people.map((person) => (
            <option key={person.accountId} value={person.accountId} title={person.about}>
              {person.displayName}
            </option>
          ))}
        </select>
      </label>
      <span id="act-as-about" className="host-about" title={about}>
        {about}
      </span>
    </span>
  );
}
