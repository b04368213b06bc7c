const BLOCK = 64;
const ROUNDS = constants();

/**
 * SHA-256 of a text's UTF-8 bytes (FIPS 180-4), as 64 hex digits, without any runtime's help.
 *
 * `abc` is ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad.
 */
export function sha256(text: string): string {
  const bytes = padded(new TextEncoder().encode(text));
  const view = new DataView(bytes.buffer);
  const hash = Uint32Array.from(ROUNDS.start);
  const words = new Uint32Array(BLOCK);
  for (let block = 0; block < bytes.length; block += BLOCK) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(block + i * 4);
    for (let i = 16; i < BLOCK; i++) {
      const [a, b] = [at(words, i - 15), at(words, i - 2)];
      const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
      const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
      words[i] = at(words, i - 16) + s0 + at(words, i - 7) + s1;
    }
    mix(hash, words);
  }
  return [...hash].map((word) => word.toString(16).padStart(8, '0')).join('');
}

function mix(hash: Uint32Array, words: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = [...hash] as [
    ...[number, number, number, number],
    ...[number, number, number, number],
  ];
  for (let i = 0; i < BLOCK; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const choice = (e & f) ^ (~e & g);
    const t1 = (h + s1 + choice + at(ROUNDS.factors, i) + at(words, i)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e] = [g, f, e, (d + t1) | 0];
    [d, c, b, a] = [c, b, a, (t1 + s0 + majority) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    hash[i] = at(hash, i) + word;
  });
}

/** With a 1 bit, zeros, and the length in bits at the end. */
function padded(bytes: Uint8Array): Uint8Array {
  const length = Math.ceil((bytes.length + 9) / BLOCK) * BLOCK;
  const all = new Uint8Array(length);
  all.set(bytes);
  all[bytes.length] = 0x80;
  const view = new DataView(all.buffer);
  view.setUint32(length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(length - 4, bytes.length * 8);
  return all;
}

/** Fractions of the square and cube roots of the first primes. */
function constants(): { start: number[]; factors: Uint32Array } {
  const primes: number[] = [];
  for (let n = 2; primes.length < BLOCK; n++) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  const fraction = (x: number): number => ((x - Math.floor(x)) * 0x100000000) >>> 0;
  return {
    start: primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))),
    factors: Uint32Array.from(primes.map((prime) => fraction(Math.cbrt(prime)))),
  };
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function at(array: Uint32Array, index: number): number {
  return array[index] as number;
}
