import { fold } from '#platform/lib/fold.ts'
import { nameWords } from '#platform/lib/names.ts'
import { fullNamesOf } from './nicknames.ts'
import type { MatchRecord } from './record.ts'
import { soundCode } from './sounds.ts'

/** A record with everything worked out once that each comparison needs. */
export type Prepared = MatchRecord & {
  /** Folded first names, the name used first; middle names and the name gone by after it. */
  readonly given: string
  readonly alsoGiven: readonly string[]
  readonly family: string
  readonly familyWords: readonly string[]
  readonly givenSounds: readonly string[]
  readonly familySound: string
  /** House and street, `12 orchard rd`, abbreviations evened. */
  readonly house: string
  readonly caredForGiven: string
  readonly caredForFamily: string
  readonly sex: 'female' | 'male' | null
}

/** Prepares a record for comparison and for its keys. */
export function prepare(record: MatchRecord): Prepared {
  const words = nameWords(record.givenName)
  const known = record.knownAs === null ? [] : nameWords(record.knownAs)
  const given = words[0] ?? known[0] ?? ''
  const familyWords = nameWords(record.familyName)
  return {
    ...record,
    given,
    alsoGiven: [...words.slice(1), ...known].filter((word) => word !== given),
    family: familyWords.join(' '),
    familyWords,
    givenSounds: soundsOf([given, ...known]),
    familySound: soundCode(familyWords.join('')),
    house: houseOf(record.address),
    caredForGiven: fold(record.caredFor?.givenName ?? ''),
    caredForFamily: fold(record.caredFor?.familyName ?? ''),
    sex: record.gender === 'female' || record.gender === 'male' ? record.gender : null,
  }
}

/** Sound codes of names and of the full names they may be short for. */
function soundsOf(names: readonly string[]): readonly string[] {
  const sounds = new Set<string>()
  for (const name of names) {
    if (name === '') continue
    sounds.add(soundCode(name))
    for (const full of fullNamesOf(name)) sounds.add(soundCode(full))
  }
  return [...sounds]
}

const streets: Readonly<Record<string, string>> = {
  road: 'rd', street: 'st', saint: 'st', avenue: 'ave', av: 'ave', lane: 'ln', drive: 'dr', close: 'cl', crescent: 'cres',
  cresent: 'cres', cr: 'cres', gardens: 'gdns', garden: 'gdns', court: 'ct', place: 'pl', terrace: 'terr', square: 'sq',
  grove: 'gr', park: 'pk', number: '', no: '', flat: 'flat', apartment: 'flat', apt: 'flat',
} // prettier-ignore

/** The first line of an address made comparable: `12, Orchard Road` and `12 ORCHARD RD.` are one. */
export function houseOf(address: string | null): string {
  if (address === null) return ''
  return fold(address)
    .split(' ')
    .map((word) => streets[word] ?? word)
    .filter((word) => word !== '')
    .join(' ')
}
