import type { ReactNode } from 'react';
import type { Answer } from '../../../src/contract/answer';
import type { Person as PersonFacts } from '../../../src/core/issue';
import { Person } from './person';
import { RemoveButton } from './remove-button';
import { SearchField } from './search-field';
import { useTexts } from './viewer';

type Props = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly people: readonly PersonFacts[];
  readonly onChange: (people: readonly PersonFacts[]) => void;
  readonly search: (text: string) => Promise<Answer<readonly PersonFacts[]>>;
};

/** Several people: those chosen with a button to take each away, and a search to add. */
export function PeopleField(props: Props) {
  const { workspace } = useTexts();
  const { people, onChange } = props;
  const isChosen = (person: PersonFacts) => people.some((it) => it.accountId === person.accountId);
  return (
    <div className="stack stack-tight">
      <PersonSearch
        {...props}
        blocked={(person) => (isChosen(person) ? workspace.form.personTaken : null)}
        onPick={(person) => onChange([...people, person])}
      />
      <PickedPeople
        people={people}
        remove={(gone) => onChange(people.filter((it) => it.accountId !== gone.accountId))}
      />
    </div>
  );
}

/** One person: picking another replaces the one before. */
export function PersonField(
  props: Omit<Props, 'people' | 'onChange'> & {
    readonly person: PersonFacts | null;
    readonly onPick: (person: PersonFacts | null) => void;
  },
) {
  return (
    <div className="stack stack-tight">
      <PersonSearch {...props} />
      <PickedPeople
        people={props.person === null ? [] : [props.person]}
        remove={() => props.onPick(null)}
      />
    </div>
  );
}

function PersonSearch(
  props: Omit<Props, 'people' | 'onChange'> & {
    readonly blocked?: (person: PersonFacts) => string | null;
    readonly onPick: (person: PersonFacts) => void;
  },
) {
  const { label, hint, error, search, blocked, onPick } = props;
  return (
    <SearchField
      {...{ label, hint, error, search, onPick }}
      {...(blocked === undefined ? {} : { blocked })}
      keyOf={(person) => person.accountId}
      show={(person) => <Person person={person} />}
    />
  );
}

function PickedPeople(props: {
  people: readonly PersonFacts[];
  remove: (person: PersonFacts) => void;
}) {
  const { shared } = useTexts();
  if (props.people.length === 0) return null;
  return (
    <ul className="picked">
      {props.people.map((person) => (
        <li key={person.accountId} className="picked-item">
          <Person person={person} />
          <RemoveButton
            name={shared.removeNamed(person.name)}
            onClick={() => props.remove(person)}
          />
        </li>
      ))}
    </ul>
  );
}
