/**
 * From young carer to young adult carer to adult carer. By law the line is the 18th birthday:
 * Children Act 1989 s.17ZA before it, Care Act 2014 s.10 from it on, with a transition assessment
 * ahead of it (Care Act s.63), in force from 1 April 2015. The law names no number of months, and
 * "young adult carer" (18 to 24) is the field's word: both are the service's own.
 */
import { ageOn, type IsoDate } from '#platform/lib/dates.ts'

export type GrowingKind = 'young_carer' | 'young_adult_carer' | 'adult_carer'

export type GrowingStep = {
  readonly from: GrowingKind
  readonly to: GrowingKind
  /** The birthday on which it is so. */
  readonly on: IsoDate
  /** From when on the worker is to prepare it. */
  readonly prepareFrom: IsoDate
  readonly prepare: string
  readonly ref: string | null
}

const steps = [
  {
    from: 'young_carer',
    to: 'young_adult_carer',
    age: 18,
    monthsBefore: 12,
    prepare: 'offer a transition assessment, and agree who goes on with them',
    ref: 'Care Act 2014 s.63',
  },
  {
    from: 'young_adult_carer',
    to: 'adult_carer',
    age: 25,
    monthsBefore: 6,
    prepare: 'agree with them who goes on with them among the adult carers’ services',
    ref: null,
  },
] as const

/** The kind of carer that somebody is by age on a day; parent carers, and who is of no known age, stay what they are. */
export function kindByAge(kind: string, birth: IsoDate | null, on: IsoDate): string {
  if (birth === null || !['young_carer', 'young_adult_carer'].includes(kind)) return kind
  const age = ageOn(birth, on)
  return steps.reduce<string>(
    (now, step) => (now === step.from && age >= step.age ? step.to : now),
    kind,
  )
}

/** The next step on somebody's way, or the one that is overdue; null where none is to come. */
export function nextStep(kind: string, birth: IsoDate | null): GrowingStep | null {
  const step = steps.find(({ from }) => from === kind)
  if (step === undefined || birth === null) return null
  const { age, monthsBefore, ...rest } = step
  const on = birthday(birth, age)
  return { ...rest, on, prepareFrom: before(on, monthsBefore) }
}

/** Whoever was born on 29 February has their birthday on 1 March of other years. */
function birthday(birth: IsoDate, age: number): IsoDate {
  const born = Temporal.PlainDate.from(birth)
  const day = born.add({ years: age })
  return (day.day === born.day ? day : day.add({ days: 1 })).toString() as IsoDate
}

function before(day: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(day).subtract({ months }).toString() as IsoDate
}

/** The last birth for which a step is to be prepared on a day, and the last whose birthday has come. */
export function bornToPrepare(
  kind: Exclude<GrowingKind, 'adult_carer'>,
  today: IsoDate,
): { readonly bornBy: IsoDate; readonly grownBy: IsoDate } {
  const { age, monthsBefore } = steps.find(({ from }) => from === kind) ?? steps[0]
  const grownBy = Temporal.PlainDate.from(today).subtract({ years: age })
  const bornBy = Temporal.PlainDate.from(today)
    .add({ months: monthsBefore })
    .subtract({ years: age })
  return { bornBy: bornBy.toString() as IsoDate, grownBy: grownBy.toString() as IsoDate }
}
