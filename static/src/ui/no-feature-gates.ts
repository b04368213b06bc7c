/** Stands in for Atlassian's experiment client (vite.config.ts): every gate closed, no experiment. */
const noGates = {
  checkGate: () => false,
  initializeCalled: () => true,
  getExperimentValue: (_experiment: string, _parameter: string, fallback: unknown) => fallback,
};

// The packages that ask import the default export.
// biome-ignore lint/style/noDefaultExport: the replaced module has one
export default noGates;
