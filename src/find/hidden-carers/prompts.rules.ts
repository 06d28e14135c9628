/**
 * Where a carer may be hidden: who is looked after by nobody known, a young person in the home of
 * somebody who needs care, two who care for each other. Care Act 2014 s.10 and Children Act 1989
 * s.17ZA (a local authority must take reasonable steps to identify young carers), in force from
 * 1 April 2015; NICE QS200 statement 1.
 */
import { ageOn, isoDate, type IsoDate } from '#platform/lib/dates.ts'

export const promptNames = [
  'no_carer',
  'carer_ended',
  'carer_died',
  'young_at_home',
  'each_other',
] as const

export type PromptName = (typeof promptNames)[number]

/** Somebody who is cared for, with who is known around them. */
export type Surroundings = {
  readonly personId: string
  readonly name: string
  readonly diedOn: string | null
  readonly carers: readonly {
    readonly id: string
    readonly name: string
    readonly until: string | null
    readonly endReason: string | null
    readonly diedOn: string | null
    readonly registered: boolean
    /** The person looks after this carer too. */
    readonly lookedAfterByThem: boolean
  }[]
  /** Who else has a record at the same address. */
  readonly household: readonly {
    readonly id: string
    readonly name: string
    readonly dateOfBirth: string | null
    readonly diedOn: string | null
    readonly registered: boolean
  }[]
}

export type Prompt = {
  readonly prompt: PromptName
  readonly personId: string
  readonly name: string
  /** Whom it is about beside the person, if anybody. */
  readonly otherId: string | null
  readonly words: string
}

/** An answer given before: it is not asked again about the same two. */
export type Answered = Pick<Prompt, 'prompt' | 'personId' | 'otherId'>

/** What to look into about somebody who is cared for, without what was answered; nothing once they died. */
export function hiddenCarers(
  of: Surroundings,
  today: IsoDate,
  answered: readonly Answered[] = [],
): readonly Prompt[] {
  if (of.diedOn !== null) return []
  const known = [...gap(of), ...youngAtHome(of, today), ...eachOther(of)]
  return known.filter(
    ({ prompt, personId, otherId }) =>
      !answered.some(
        (each) => each.prompt === prompt && each.personId === personId && each.otherId === otherId,
      ),
  )
}

const about = ({ personId, name }: Surroundings) => ({ personId, name })

/** Nobody looks after them now, as far as we know: since a death, since an end, or since ever. */
function gap(of: Surroundings): readonly Prompt[] {
  const caring = of.carers.filter(({ until, diedOn }) => until === null && diedOn === null)
  if (caring.length > 0) return []
  const died = of.carers.find(({ diedOn }) => diedOn !== null)
  const last = died ?? of.carers.find(({ endReason }) => endReason !== 'cared_for_died')
  if (last === undefined) {
    const words = `Nobody is known to look after ${of.name}. Who does?`
    return [{ ...about(of), prompt: 'no_carer', otherId: null, words }]
  }
  return died === undefined
    ? [
        {
          ...about(of),
          prompt: 'carer_ended',
          otherId: last.id,
          words: `${last.name} no longer looks after ${of.name}. Who does now?`,
        },
      ]
    : [
        {
          ...about(of),
          prompt: 'carer_died',
          otherId: died.id,
          words: `${died.name}, who looked after ${of.name}, died. Who does now?`,
        },
      ]
}

const childTo = 18
const childFrom = 5

function youngAtHome(of: Surroundings, today: IsoDate): readonly Prompt[] {
  const carers = new Set(of.carers.map(({ id }) => id))
  return of.household.flatMap(({ id, name, dateOfBirth, diedOn, registered }) => {
    if (
      id === of.personId ||
      carers.has(id) ||
      registered ||
      diedOn !== null ||
      dateOfBirth === null
    )
      return []
    const age = ageOn(isoDate(dateOfBirth), today)
    if (age < childFrom || age >= childTo) return []
    const words = `${name}, ${age}, lives with ${of.name}, who needs care. Does ${name} help?`
    return [{ ...about(of), prompt: 'young_at_home' as const, otherId: id, words }]
  })
}

function eachOther(of: Surroundings): readonly Prompt[] {
  return of.carers.flatMap(({ id, name, until, diedOn, registered, lookedAfterByThem }) =>
    until === null && diedOn === null && lookedAfterByThem && !registered
      ? [
          {
            ...about(of),
            prompt: 'each_other' as const,
            otherId: id,
            words: `${of.name} and ${name} look after each other, and ${name} is not on the register. Offer them support in their own right.`,
          },
        ]
      : [],
  )
}
