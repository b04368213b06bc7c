import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { type CompiledPolicy, compilePolicy, type Policy } from '../core/sla/policy/policy';
import schema from './policy.schema.json';

/** A policy file that cannot be used; the message lists every reason. */
export class PolicyError extends Error {}

/** What the audit judges by when nobody names a policy. */
export const DEFAULT_POLICY = join(__dirname, 'examples/hosting.policy.json');

/** Reads, checks and compiles a policy file. Throws PolicyError with all problems found. */
export function loadPolicy(path: string): CompiledPolicy {
  const policy = readJson(path);
  const validate = new Ajv({ allErrors: true }).compile<Policy>(schema);
  if (!validate(policy)) {
    const problems = (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const where = instancePath.slice(1).replaceAll('/', '.') || 'the file';
      const extra = 'additionalProperty' in params ? ` "${params.additionalProperty}"` : '';
      const allowed = 'allowedValues' in params ? `: ${params.allowedValues.join(', ')}` : '';
      return `${where} ${message}${extra}${allowed}`;
    });
    throw problemsOf(path, problems);
  }
  const compiled = compilePolicy(policy);
  if (!compiled.ok) throw problemsOf(path, compiled.problems);
  return compiled;
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new PolicyError(`${path}: the policy file cannot be read`, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PolicyError(`${path}: is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

function problemsOf(path: string, problems: readonly string[]): PolicyError {
  return new PolicyError(`${path}: this policy cannot be used\n  - ${problems.join('\n  - ')}`);
}
