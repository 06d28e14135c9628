import type { Prepared } from './prepare.ts'

/**
 * The keys under which a record is looked up to find whom it may be: two records that share none are
 * never compared. Each key bears one mistake that the others do not: a wrong date, another surname,
 * a move, a slip in a name.
 */
export function keysOf(record: Prepared): readonly string[] {
  const keys: string[] = []
  if (record.nhsNumber !== null) keys.push(`n${record.nhsNumber}`)
  if (record.email !== null) keys.push(`e${record.email}`)
  if (record.birth !== null) keys.push(`b${record.birth}`)
  for (const sound of record.givenSounds) givenKeys(record, sound, keys)
  const initial = record.given.charAt(0)
  if (initial === '') return keys
  if (record.house !== '') keys.push(`h${initial}${record.house}`)
  for (const phone of [record.mobilePhone, record.homePhone]) {
    if (phone !== null) keys.push(`p${initial}${record.familySound}${phone}`)
  }
  if (record.birth !== null) keys.push(`s${record.birth.slice(5)}${record.familySound}`)
  if (record.caredFor?.birth) keys.push(`c${initial}${record.caredFor.birth}`)
  return keys
}

function givenKeys(record: Prepared, sound: string, keys: string[]): void {
  // In either order, so that a first name and a surname that changed places meet.
  keys.push(
    sound < record.familySound
      ? `f${sound}|${record.familySound}`
      : `f${record.familySound}|${sound}`,
  )
  if (record.postcode !== null) keys.push(`z${sound}${record.postcode}`)
  if (record.mobilePhone !== null) keys.push(`m${sound}${record.mobilePhone}`)
  if (record.homePhone !== null) keys.push(`m${sound}${record.homePhone}`)
  if (record.birth !== null) {
    const [month, day] = [record.birth.slice(5, 7), record.birth.slice(8)]
    // Day and month in either order, so that swapped dates meet.
    keys.push(`d${sound}${month < day ? month + day : day + month}`)
  }
  const { caredForFamily, caredForGiven } = record
  if (caredForFamily !== '') keys.push(`g${sound}${caredForFamily}|${caredForGiven.charAt(0)}`)
}
