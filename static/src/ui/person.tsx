import type { Person as PersonFacts } from '../../../src/core/issue';
import { Avatar } from './avatar';
import { useTexts } from './viewer';
import './person.css';

/** A person with the avatar; `none` says what it means that there is nobody. */
export function Person(props: { person: PersonFacts | null; none?: string }) {
  const { shared } = useTexts();
  if (!props.person) return <span className="subtle">{props.none ?? shared.unassigned}</span>;
  const { name, avatarUrl } = props.person;
  return (
    <span className="person">
      <Avatar name={name} url={avatarUrl} />
      <bdi className="person-name">{name}</bdi>
    </span>
  );
}
