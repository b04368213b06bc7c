import './skeleton.css';

/** Grey lines where the answer will stand. */
export function Skeleton(props: { label: string }) {
  return (
    <div className="skeleton" role="status" aria-busy="true" aria-label={props.label}>
      <div className="skeleton-line skeleton-short" />
      <div className="skeleton-line" />
      <div className="skeleton-line" />
    </div>
  );
}
