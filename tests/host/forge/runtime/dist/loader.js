/**
 * The file that Forge's runtime loads first (`__forge__.cjs` in a bundle): hands over to the
 * wrapper beside it, which the environment names. Forge's own bundler takes this file when
 * FORGE_RUNTIME_PATH points at the folder above.
 */
const { join } = require('node:path');

const { FORGE_EFS_RUNTIME_PATH, FORGE_CUSTOM_WRAPPER_FILE_NAME } = process.env;

exports.main = require(join(FORGE_EFS_RUNTIME_PATH, FORGE_CUSTOM_WRAPPER_FILE_NAME)).main;
