import { caseworkers } from '#people/persons/caseworkers.ts'

/** Those who decide what becomes of a referral to their organisation. */
export const triagers = caseworkers
