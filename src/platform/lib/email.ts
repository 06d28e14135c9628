/** An e-mail address in lower case and without spaces around it. */
export type EmailAddress = string & { readonly emailAddress: unique symbol }

const shape = /^[^\s@,;:<>()[\]"]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/

/**
 * The e-mail address in a text, or null where there is none that could be written to. Looks for
 * the one mistake that can be told for sure (no at sign, no dot after it), no more.
 */
export function emailFrom(text: string): EmailAddress | null {
  const address = text
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
    .replace(/^<(.*)>$/, '$1')
  if (address.length > 254 || address.includes('..') || !shape.test(address)) return null
  return address as EmailAddress
}
