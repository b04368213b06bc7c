const { existsSync, readFileSync, writeFileSync, mkdirSync } = require('node:fs');
const path = require('node:path');
const { gunzipSync } = require('node:zlib');

const SHARED = path.resolve('../shared/data/openapi');
const OUT = path.join(__dirname, 'out', 'openapi');

/**
 * The permission linter reads six OpenAPI documents from the network unless all six are given as
 * files. Jira's two are taken from beside the checkout when they are there, so that scopes are
 * checked too; the products that this app does not call get an empty document.
 */
async function useLocalSwagger() {
  mkdirSync(OUT, { recursive: true });
  const empty = path.join(OUT, 'empty.json');
  writeFileSync(empty, JSON.stringify({ paths: {} }));
  process.env.USE_LOCAL_SWAGGER = '1';
  process.env.LOCAL_JIRA_SWAGGER = unpacked('jira-platform-v3') ?? empty;
  process.env.LOCAL_JSW_SWAGGER = unpacked('jira-software') ?? empty;
  for (const product of ['JSM', 'CONF', 'CONF_V2', 'BB']) {
    process.env[`LOCAL_${product}_SWAGGER`] = empty;
  }
}

function unpacked(name) {
  const packed = path.join(SHARED, `${name}.json.gz`);
  if (!existsSync(packed)) return undefined;
  const file = path.join(OUT, `${name}.json`);
  writeFileSync(file, gunzipSync(readFileSync(packed)));
  return file;
}

/** Whether the linter can compare the app's Jira calls with the scopes of the manifest. */
const checksScopes = () => existsSync(path.join(SHARED, 'jira-platform-v3.json.gz'));

module.exports = { useLocalSwagger, checksScopes };
