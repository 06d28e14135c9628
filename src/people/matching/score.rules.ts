import { birthLikeness, type BirthLikeness } from './birth-likeness.rules.ts'
import { birthPart } from './birth-part.rules.ts'
import { caredForPart, circumstancesPart } from './caring-parts.rules.ts'
import type { Commonness } from './commonness.ts'
import {
  bestGivenLikeness,
  familyLikeness,
  namesSwapped,
  type NameLikeness,
} from './name-likeness.rules.ts'
import { familyPart, givenPart, sexPart, swappedPart } from './name-parts.rules.ts'
import type { Prepared } from './prepare.ts'
import { addressPart, emailPart, nhsPart, phonePart, practicePart } from './reach-parts.rules.ts'
import type { Found, Score, Verdict } from './record.ts'

/** What is at least needed to be joined without anybody looking, and to be worth a look. */
export const thresholds = { join: 26, review: 17 } as const

/** A pair under comparison, and how common its values are. */
export type Pair = { readonly a: Prepared; readonly b: Prepared; readonly commonness: Commonness }

type Likenesses = {
  readonly given: NameLikeness
  readonly family: NameLikeness
  readonly birth: BirthLikeness
  readonly swapped: boolean
}

/**
 * Scores how likely two records are one person: the sum of named parts, each roughly the number of
 * times that the odds double. A doubt (another first name, another gender, another date of birth or
 * NHS number) is never outweighed: such a pair is looked at by somebody. The same both ways round.
 */
export function score(a: Prepared, b: Prepared, commonness: Commonness): Score {
  const weighed = weigh({ a, b, commonness })
  if (weighed.points >= thresholds.review) return inWords(weighed)
  return { points: weighed.points, parts: [], doubts: [], verdict: 'apart' }
}

/** The same with its parts however few the points, for somebody who asks about this very pair. */
export function scoreInWords(a: Prepared, b: Prepared, commonness: Commonness): Score {
  return inWords(weigh({ a, b, commonness }))
}

type Weighed = {
  readonly pair: Pair
  readonly likenesses: Likenesses
  readonly found: readonly Found[]
  readonly points: number
}

function weigh(pair: Pair): Weighed {
  const { a, b } = pair
  const likenesses = {
    given: bestGivenLikeness(a, b),
    family: familyLikeness(a, b),
    birth: birthLikeness(a.birth, b.birth),
    swapped: namesSwapped(a, b),
  }
  const found = foundIn(pair, likenesses)
  const points = Math.round(found.reduce((sum, part) => sum + part.points, 0))
  return { pair, likenesses, found, points }
}

function inWords({ pair, likenesses, found, points }: Weighed): Score {
  const doubts = doubtsOf(pair, likenesses)
  const parts = found.map(({ part, points: worth, words }) => ({
    part,
    points: worth,
    words: words(),
  }))
  return { points, parts, doubts, verdict: verdictOf(points, doubts) }
}

function verdictOf(points: number, doubts: readonly string[]): Verdict {
  if (points < thresholds.review) return 'apart'
  return points >= thresholds.join && doubts.length === 0 ? 'join' : 'review'
}

function foundIn(pair: Pair, { given, family, birth, swapped }: Likenesses): readonly Found[] {
  const names = swapped ? [swappedPart(pair)] : [givenPart(pair, given), familyPart(pair, family)]
  const others = [
    birthPart(pair, birth),
    nhsPart(pair),
    emailPart(pair),
    phonePart(pair),
    addressPart(pair),
    caredForPart(pair),
    circumstancesPart(pair),
    sexPart(pair),
    practicePart(pair),
  ]
  return [...names, ...others].filter((part) => part !== null)
}

/** What must be looked at by somebody whatever speaks for it: couples, brothers and sisters, parent and child of one name. */
function doubtsOf(
  { a, b }: Pair,
  { given, family, birth, swapped }: Likenesses,
): readonly string[] {
  const personal = samePersonally(a, b)
  const farApart = birth === 'different' || birth === 'generation'
  const twoNames =
    !swapped && (given === 'different' || (given === 'close' && !(personal && birth === 'same')))
  const cases: readonly (readonly [boolean, string])[] = [
    [twoNames, 'The first names are two names: they may be two of a family'],
    [farApart, 'The dates of birth are too far apart for a slip: they may be parent and child'],
    [birth === 'blank' && !personal, 'A date of birth is missing: they may be parent and child'],
    [
      !swapped && family === 'different' && birth !== 'same' && !personal,
      'The surnames differ, and so may the people',
    ],
    [a.sex !== null && b.sex !== null && a.sex !== b.sex, 'The genders differ'],
    [
      a.nhsNumber !== null && b.nhsNumber !== null && a.nhsNumber !== b.nhsNumber,
      'The NHS numbers differ',
    ],
  ]
  return cases.flatMap(([doubtful, words]) => (doubtful ? [words] : []))
}

/** What two of a household hardly share. */
function samePersonally(a: Prepared, b: Prepared): boolean {
  if (a.nhsNumber !== null && a.nhsNumber === b.nhsNumber) return true
  if (a.mobilePhone !== null && a.mobilePhone === b.mobilePhone) return true
  return a.email !== null && a.email === b.email
}
