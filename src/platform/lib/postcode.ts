/** A UK postcode as Royal Mail writes it: `WR5 2NP`. */
export type Postcode = string & { readonly postcode: unique symbol }

// The letters that Royal Mail uses in each place (PAF Programmers' Guide); GIR 0AA has its own rule.
const shape =
  /^([A-PR-UWYZ](?:[A-HK-Y]?[0-9][0-9]?|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9][ABEHMNPRVWXY]))([0-9][ABD-HJLNP-UW-Z]{2})$/

/**
 * The postcode in a text, in upper case with one space, or null where there is none. Mends what
 * hands commonly get wrong: the space, the case, full stops, and the letter O for the nought.
 */
export function postcodeFrom(text: string): Postcode | null {
  const bare = text.toUpperCase().replace(/[\s.,\-_]+/g, '')
  if (bare === 'GIR0AA') return 'GIR 0AA' as Postcode
  const found = shape.exec(bare) ?? shape.exec(mended(bare))
  return found === null ? null : (`${found[1]} ${found[2]}` as Postcode)
}

/** The inward part always starts with a digit, where O and I can only be meant as 0 and 1. */
function mended(bare: string): string {
  const inward = bare.slice(-3)
  const digit = { O: '0', I: '1', L: '1' }[inward.charAt(0)]
  return digit === undefined ? bare : bare.slice(0, -3) + digit + inward.slice(1)
}

/** The part before the space: the district of the post, `WR5`. */
export function outwardPart(postcode: Postcode): string {
  return postcode.slice(0, postcode.indexOf(' '))
}

/** The outward part and the first digit of the rest: `WR5 2`, some thousands of homes. */
export function postcodeSector(postcode: Postcode): string {
  return postcode.slice(0, postcode.indexOf(' ') + 2)
}
