const { ProcessorBuilder, ValidationTypes } = require('@forge/manifest');

/** Forge's own manifest validation, all four kinds. Answers one line per problem, warnings included. */
async function validateManifest() {
  const kinds = [
    ValidationTypes.FULL,
    ValidationTypes.BASIC,
    ValidationTypes.PRODUCT_TRIGGER,
    ValidationTypes.AGENT_PRODUCT_CONTEXT,
  ];
  let builder = ProcessorBuilder.instance();
  for (const kind of kinds) builder = builder.withValidation(kind);
  const processor = builder
    .withOptions({ deprecatedRuntimes: ['nodejs18.x', 'nodejs20.x'] })
    .build();
  const { success, errors = [] } = await processor.process('manifest.yml');
  const lines = errors.map(
    (e) => `${e.level ?? 'error'} manifest.yml:${e.line}:${e.column} ${e.message}`,
  );
  if (!success && lines.length === 0) lines.push('error manifest.yml: not valid, no reason given');
  return lines;
}

module.exports = { validateManifest };
