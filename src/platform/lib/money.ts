/** Money is a whole number of pence, everywhere but on the page. */
export type Pence = number

/** `£250` or `£275.50`. */
export function pounds(pence: Pence): string {
  const whole = pence % 100 === 0
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: 'GBP',
    minimumFractionDigits: whole ? 0 : 2,
  }).format(pence / 100)
}

/** Pence from what someone typed (`£1,250.50`, `250`), or null where it is no sum of money. */
export function penceFrom(typed: string): Pence | null {
  const match = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(typed.trim())
  if (!match) return null
  const whole = Number((match[1] ?? '').replaceAll(',', ''))
  return whole * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
