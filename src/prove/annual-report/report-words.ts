/** Said once in every form of the report, where it is so. */
export const goesOnWords =
  'This year is not over. The figures are for what has happened so far, and are set beside no other year.'

export const withheldWords =
  'Numbers of people under 5 are not shown, nor is a number that would give one away, so that nobody can be recognised.'
