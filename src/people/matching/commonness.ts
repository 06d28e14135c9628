import type { Prepared } from './prepare.ts'

/**
 * How common values are in a register: sharing the surname Smith tells little, sharing Featherstone
 * much; a telephone that eight people share tells less than one that two do.
 */
export type Commonness = {
  /** Bits that sharing the value tells: log2 of how many people there are to each that has it. */
  readonly bits: (of: Shared, value: string) => number
}

export type Shared = 'given' | 'family' | 'phone' | 'email' | 'house' | 'caredFor'

/** Counts the values of a register. Values met less than twice count as two, as the pair itself shares them. */
export function commonnessOf(records: readonly Prepared[]): Commonness {
  const counts = new Map<string, number>()
  const add = (of: Shared, value: string): void => {
    if (value !== '') counts.set(of + value, (counts.get(of + value) ?? 0) + 1)
  }
  for (const record of records) {
    add('given', record.given)
    add('family', record.family)
    add('house', record.house)
    add('caredFor', `${record.caredForGiven} ${record.caredForFamily}`)
    for (const phone of new Set([record.homePhone, record.mobilePhone])) add('phone', phone ?? '')
    add('email', record.email ?? '')
  }
  return bitsAmong(records.length, (of, value) => counts.get(of + value) ?? 0)
}

/** Bits from a way to count: how many of `people` have a value. */
export function bitsAmong(
  people: number,
  count: (of: Shared, value: string) => number,
): Commonness {
  const all = Math.log2(Math.max(people, 4096))
  return { bits: (of, value) => Math.max(0, all - Math.log2(Math.max(2, count(of, value)))) }
}

/** Where nothing is known of the register: a town of names neither common nor rare. */
export const ordinary: Commonness = {
  bits: (of) => ({ given: 6, family: 9, phone: 12, email: 12, house: 12, caredFor: 11 })[of],
}
