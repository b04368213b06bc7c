/** Places for so many values: `placeholders(3)` is `?, ?, ?`, as between the brackets of `IN (…)`. */
export function placeholders(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}

/** Places for so many rows of so many values: `rowPlaceholders(2, 2)` is `(?, ?), (?, ?)`. */
export function rowPlaceholders(rows: number, values: number): string {
  return Array.from({ length: rows }, () => `(${placeholders(values)})`).join(', ');
}
