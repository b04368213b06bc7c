import { sha256 } from '../../src/core/sha256';

describe('sha256', () => {
  it.each(['', 'abc', 'a'.repeat(55), 'a'.repeat(64), 'a'.repeat(119), 'привет, 世界'])(
    'answers what SHA-256 says of "%s"',
    async (text) => {
      const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      expect(sha256(text)).toBe(Buffer.from(bytes).toString('hex'));
    },
  );
});
