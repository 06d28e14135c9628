/**
 * What came of the matters that are counted one by one: breaks (NICE QS200 statement 4), work, education
 * and own health (statement 3), wish and ability to go on (Care Act 2014 s.10(5)(a) and (b)); advocacy
 * (s.67), capacity (Mental Capacity Act 2005 s.1 to 3) and whether it was combined (s.12(5)).
 */
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { askedIn, chosen, text, type Answers } from './answers.ts'
import { forms, type AssessmentForm, type Question } from './assessment-form.ts'

export type MatterOutcome = { readonly matter: string; readonly outcome: string }

/** The outcome of each matter that was asked and answered; what is no longer asked leaves none. */
export function mattersIn(
  form: Pick<AssessmentForm, 'sections'>,
  answers: Answers,
): readonly MatterOutcome[] {
  return form.sections
    .flatMap((section) => askedIn(section, answers))
    .flatMap(({ id, records, options = [] }) => {
      const [outcome] = chosen(answers, id)
      const offered = options.some((option) => option.id === outcome)
      return records === undefined || outcome === undefined || !offered
        ? []
        : [{ matter: records, outcome }]
    })
}

/** The words for a matter and its outcome, as the newest form that records it says them. */
export function matterInWords({ matter, outcome }: MatterOutcome): {
  readonly matter: string
  readonly outcome: string
} {
  const recording = questions.findLast(({ records }) => records === matter)
  const offering = questions.findLast(
    ({ records, options = [] }) => records === matter && options.some(({ id }) => id === outcome),
  )
  const option = offering?.options?.find(({ id }) => id === outcome)
  return { matter: recording?.label ?? matter, outcome: option?.label ?? outcome }
}

// The adults' form comes last, so that a matter is called what most assessments call it.
const questions: readonly Question[] = forms
  .toSorted(
    (one, other) => Number(one.kind === 'adult_carer') - Number(other.kind === 'adult_carer'),
  )
  .flatMap(({ sections }) => sections.flatMap((section) => section.questions))

export type Combination = {
  readonly combined: boolean
  readonly combinedCarerOn: IsoDate | null
  readonly combinedCaredForOn: IsoDate | null
  readonly combinedReference: string | null
  readonly combinedOn: IsoDate | null
  readonly combinedAuthority: string | null
}

/** Whether it is combined, when each agreed, and with which assessment of the cared-for person. */
export function combinationIn(answers: Answers): Combination {
  const combined = chosen(answers, 'combined').includes('yes')
  const words = (name: string) => (combined ? text(answers, name) || null : null)
  const day = (name: string) => {
    const given = words(name)
    return given === null ? null : isoDate(given)
  }
  return {
    combined,
    combinedCarerOn: day('combined_carer_on'),
    combinedCaredForOn: day('combined_cared_for_on'),
    combinedReference: words('combined_reference'),
    combinedOn: day('combined_on'),
    combinedAuthority: words('combined_authority'),
  }
}
