import EmptyState from '@atlaskit/empty-state';

export function NotFoundPage() {
  return (
    <EmptyState
      header="We couldn't find that page"
      description="The address is wrong, or you may not see what stands there."
    />
  );
}
