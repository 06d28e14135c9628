/**
 * A child who helps an adult to care. SI 2014/2827 reg 4(3): the adult's assessment looks at what that
 * does to the child; Children Act 1989 s.17ZA: the child is then a young carer, to be assessed where it
 * appears that they may need support, whether or not anybody asks. All in force from 1 April 2015.
 */
import { ageOn, type IsoDate } from '#platform/lib/dates.ts'
import { askedIn, chosen, type Answers } from './answers.ts'
import type { AssessmentForm } from './assessment-form.ts'
import type { MissingMatter } from './missing-matters.rules.ts'

/** Who agreed to the referral; nobody's agreement is needed by law, and it is asked for all the same. */
export const agreements = ['both', 'child', 'parent', 'nobody'] as const
export type Agreement = (typeof agreements)[number]

/** Why no referral is opened. */
export const notReferredReasons = ['known', 'safeguarding', 'does_not_care', 'over_18'] as const
export type NotReferred = (typeof notReferredReasons)[number]

export const notReferredWords: Readonly<Record<NotReferred, string>> = {
  known: "The young carers' service knows this child already",
  safeguarding: "Sent to children's social care instead, because the child may not be safe",
  does_not_care: 'Looked into, and the child does not help with care',
  over_18: 'Is 18 or over',
}

export type ChildToRefer = {
  readonly dateOfBirth: IsoDate | null
  readonly age: number | null
  readonly agreed: Agreement | null
  readonly agreedWords: string | null
  readonly parentKnows: string | null
  readonly telephone: string | null
  readonly reachThrough: string | null
  readonly safeContact: string | null
  readonly what: string | null
}

export type RefusedField = {
  readonly field: Exclude<keyof ChildToRefer, 'age'>
  readonly message: string
}

/**
 * What a referral of a child still needs before it can be sent. Under 16 a child alone agrees where
 * somebody has judged that they understand it (Gillick); at 16 and 17 that is presumed.
 */
export function faultsOfReferral(child: ChildToRefer, today: IsoDate): readonly RefusedField[] {
  const age = child.dateOfBirth === null ? child.age : ageOn(child.dateOfBirth, today)
  return [...faultsOfAge(age), ...faultsOfAgreement(child, age), ...faultsOfReach(child)]
}

function faultsOfAge(age: number | null): readonly RefusedField[] {
  const field = 'dateOfBirth'
  if (age === null) return [{ field, message: 'Enter the child’s date of birth, or about how old' }]
  if (age < 18) return []
  return [{ field, message: 'Somebody of 18 or over is not a young carer: select why no referral' }]
}

function faultsOfAgreement(child: ChildToRefer, age: number | null): readonly RefusedField[] {
  if (child.agreed === null)
    return [{ field: 'agreed', message: 'Select who agreed to the referral' }]
  if (child.agreedWords !== null) return []
  if (child.agreed === 'nobody')
    return [{ field: 'agreedWords', message: 'Enter why it is sent before anybody has agreed' }]
  if (child.agreed === 'child' && age !== null && age < 16)
    return [
      { field: 'agreedWords', message: 'Enter who judged that the child understands it, and why' },
    ]
  return []
}

function faultsOfReach(child: ChildToRefer): readonly RefusedField[] {
  const faults: RefusedField[] = []
  if (child.what === null) faults.push({ field: 'what', message: 'Enter what the child does' })
  if (child.parentKnows === null)
    faults.push({ field: 'parentKnows', message: 'Select whether a parent knows' })
  const secret = child.parentKnows === 'no' || child.parentKnows === 'not_sure'
  if (secret && child.reachThrough === null && child.safeContact === null)
    faults.push({
      field: 'reachThrough',
      message: 'Enter how the child can be reached without a parent hearing of it',
    })
  else if (child.telephone === null && child.reachThrough === null)
    faults.push({
      field: 'telephone',
      message: 'Enter a telephone number, or through whom the child can be reached',
    })
  return faults
}

type Asking = Pick<AssessmentForm, 'sections'>

/** Whether an answer says that a child helps. */
export function childHelps(form: Asking, answers: Answers): boolean {
  return promptsIn(form, answers).length > 0
}

function promptsIn(form: Asking, answers: Answers) {
  return form.sections.flatMap((section) =>
    askedIn(section, answers)
      .filter(({ id, options = [] }) =>
        options.some(
          (option) => option.prompt === 'young_carer' && chosen(answers, id).includes(option.id),
        ),
      )
      .map(({ id }) => ({ section: section.id, field: id })),
  )
}

/** A child was said to help and nothing was opened for them yet: the assessment cannot end so. */
export function unsettledChildren(
  form: Asking,
  answers: Answers,
  settled: number,
): readonly MissingMatter[] {
  if (settled > 0) return []
  return promptsIn(form, answers).map((at) => ({
    ...at,
    words: 'Open the referral of the child who helps, or say why there is none',
    refs: ['Children Act 1989 s.17ZA'],
    page: 'young-carer',
  }))
}
