/** The new workflow editor's limit for a rule's configuration. */
const MAX_BYTES = 32 * 1024;

/**
 * Why the editor does not take what a rule's page handed over; undefined when it does.
 *
 * problemOfConfig('{"gate":"start"}') // undefined
 */
export function problemOfConfig(config: unknown): string | undefined {
  if (config === undefined) return "The rule's page did not hand over a configuration.";
  if (typeof config !== 'string') return 'The configuration must be a text.';
  if (new TextEncoder().encode(config).length > MAX_BYTES) {
    return 'The configuration is longer than 32 KB.';
  }
  try {
    JSON.parse(config);
    return undefined;
  } catch {
    return 'The configuration is no JSON.';
  }
}
