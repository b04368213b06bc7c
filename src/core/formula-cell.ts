/**
 * What a spreadsheet would take for a formula (SLA semantics C8.6). Of our own, because Papa's looks
 * at the first line of a cell only and lets one with several lines pass.
 */
export const FORMULA_CELL = /^[=+\-@\t\r]/;
