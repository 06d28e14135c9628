/** One for all parts, so that the application's login in a county's database is the same for each. */
export const benchSecret = 'a secret for benchmarks alone, long enough'
