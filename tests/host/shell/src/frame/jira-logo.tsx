/** A mark of our own that stands where Jira's stands. */
export function JiraLogo() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill="var(--ds-background-brand-bold)" />
      <path
        d="M12.2 5.5h6.3v6.4M9 9h6v6M5.6 12.4H12v6.1"
        fill="none"
        stroke="var(--ds-icon-inverse)"
        strokeWidth="2.2"
      />
    </svg>
  );
}
