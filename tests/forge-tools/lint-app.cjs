const {
  ConfigFile,
  FileSystemReader,
  FileSystemWriter,
  listGitIgnoreFiles,
} = require('@forge/cli-shared');
const { lint } = require('@forge/lint');
const { useLocalSwagger } = require('./local-swagger.cjs');

/**
 * What `forge lint` finds on the client side, without a login. Answers one line per problem;
 * warnings count, because a handler whose export is missing is only a warning there.
 */
async function lintApp(logger) {
  await useLocalSwagger();
  const reader = new FileSystemReader();
  const configFile = new ConfigFile(reader, new FileSystemWriter());
  const manifest = await configFile.readConfig();
  const files = await reader.recursiveReadDir('./src', await listGitIgnoreFiles(reader));
  const statsig = { getDeprecatedRuntimes: async () => ['nodejs18.x', 'nodejs20.x'] };
  const results = await lint(files, manifest, 'development', logger, statsig, {
    linter: { mode: 'client-side' },
  });
  const line = (result) => (rule) =>
    `${rule.class} ${result.file}:${rule.line}:${rule.column} ${rule.message}`;
  return results.flatMap((r) => [...r.errors, ...r.warnings].map(line(r)));
}

module.exports = { lintApp };
