const { cpSync, mkdirSync, rmSync, writeFileSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { getEntryPoints, getNodeBundler } = require('@forge/bundler');
const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');

/**
 * Bundles the functions as a deploy does (webpack, ts-loader, TypeScript 5.9, type check included)
 * and lays the result out for the local host. Atlassian's wrapper and loader are not published,
 * so the host's own two files stand in for them.
 */
async function bundleApp(logger, outFolder, wrapperFolder) {
  const configFile = new ConfigFile(new FileSystemReader(), new FileSystemWriter());
  const script = (name) => ({
    script: readFileSync(path.join(wrapperFolder, name), 'utf8'),
    source: name,
    version: 'local',
  });
  const wrapperProvider = {
    getNodeRuntimeWrapper: async () => script('wrapper.js'),
    getNodeRuntimeLoader: async () => script('loader.js'),
  };
  const { outputDir, additionalOutputs } = await getNodeBundler(
    logger,
    wrapperProvider,
    configFile,
  ).bundle({
    appDirectory: process.cwd(),
    entryPoints: getEntryPoints(await configFile.getAppHandlers()),
  });
  rmSync(outFolder, { recursive: true, force: true });
  mkdirSync(outFolder, { recursive: true });
  cpSync(outputDir, outFolder, { recursive: true });
  for (const [name, content] of additionalOutputs) {
    mkdirSync(path.dirname(path.join(outFolder, name)), { recursive: true });
    writeFileSync(path.join(outFolder, name), content);
  }
}

module.exports = { bundleApp };
