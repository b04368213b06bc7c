/**
 * The library with the data of all countries: 2 MB, so it is run when somebody asks for it. `eager`
 * keeps it in the file of the function: Forge's bundler knows no other files.
 */
export async function loadHolidays() {
  return (await import(/* webpackMode: "eager" */ 'date-holidays')).default;
}
