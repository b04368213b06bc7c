import './remove-button.css';

/** A cross beside what it takes away; `name` says in words what that is. */
export function RemoveButton(props: { name: string; isDisabled?: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      className="remove-button"
      aria-label={props.name}
      title={props.name}
      disabled={props.isDisabled}
      onClick={props.onClick}
    >
      <span aria-hidden="true">×</span>
    </button>
  );
}
