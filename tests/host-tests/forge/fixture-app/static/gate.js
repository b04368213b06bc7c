/** The gate's configuration: shows what was saved and hands over what is ticked. */
void (async () => {
  const { extension } = await globalThis.__bridge.callBridge('getContext');
  const { entryPoint, validatorConfig = '{}', transitionContext } = extension;
  const saved = JSON.parse(validatorConfig);
  const box = document.getElementById('open');
  box.checked = saved.open === true;
  box.disabled = entryPoint === 'view';
  document.getElementById('saved').textContent =
    `${entryPoint} ${transitionContext.name} ${validatorConfig}`;
  // What workflowRules.onConfigure of @forge/jira-bridge calls.
  await globalThis.__bridge.callBridge('setWorkflowRuleConfigurationCallback', {
    data: { onConfigure: async () => JSON.stringify({ open: box.checked }) },
  });
})();
