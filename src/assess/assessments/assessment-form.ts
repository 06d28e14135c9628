import { z } from 'zod'
import adultCarer1 from '../../../data/assessments/adult-carer-1.json' with { type: 'json' }
import adultCarer2 from '../../../data/assessments/adult-carer-2.json' with { type: 'json' }
import parentCarer1 from '../../../data/assessments/parent-carer-1.json' with { type: 'json' }
import parentCarer2 from '../../../data/assessments/parent-carer-2.json' with { type: 'json' }
import transition1 from '../../../data/assessments/transition-1.json' with { type: 'json' }
import transition2 from '../../../data/assessments/transition-2.json' with { type: 'json' }
import youngCarer1 from '../../../data/assessments/young-carer-1.json' with { type: 'json' }
import youngCarer2 from '../../../data/assessments/young-carer-2.json' with { type: 'json' }
import adultLaw1 from '../../../data/law/carers-assessment-1.json' with { type: 'json' }
import parentLaw1 from '../../../data/law/parent-carers-assessment-1.json' with { type: 'json' }
import transitionLaw1 from '../../../data/law/transition-assessment-1.json' with { type: 'json' }
import youngLaw1 from '../../../data/law/young-carers-assessment-1.json' with { type: 'json' }
import { assessmentKinds, type AssessmentKind } from './assessment.ts'

const option = z.strictObject({
  id: z.string(),
  label: z.string(),
  hint: z.string().optional(),
  /** The words that say why the assessment cannot be completed while this is chosen. */
  lacks: z.string().optional(),
  /** What choosing it should lead to: a young carer's referral. */
  prompt: z.literal('young_carer').optional(),
  exclusive: z.literal(true).optional(),
})

const question = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  type: z.enum(['text', 'line', 'choice', 'several', 'date', 'each', 'outcomes']),
  label: z.string(),
  hint: z.string().optional(),
  matters: z.array(z.string()),
  needed: z.string().optional(),
  when: z.strictObject({ question: z.string(), is: z.array(z.string()) }).optional(),
  feeds: z.array(z.string()).optional(),
  /** The matter whose outcome the chosen answer is: kept apart with the assessment, and counted. */
  records: z
    .string()
    .regex(/^[a-z_]+$/)
    .optional(),
  options: z.array(option).optional(),
  /** Every option must be chosen, not just one. */
  all: z.literal(true).optional(),
  items: z
    .array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        hint: z.string().optional(),
        feeds: z.array(z.string()),
      }),
    )
    .optional(),
  /** Of `each`: the answer says enough, no words are asked to it. */
  bare: z.literal(true).optional(),
  rows: z.number().int().optional(),
})

const section = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  title: z.string(),
  about: z.string(),
  /** Answered in the words of the person themselves, which nobody else in the family is shown. */
  voice: z.literal('own').optional(),
  /** Answered by the worker: not among those that the carer can write at home. */
  by: z.literal('worker').optional(),
  questions: z.array(question),
})

const assessmentForm = z.strictObject({
  version: z.string(),
  kind: z.enum(assessmentKinds),
  title: z.string(),
  law: z.string(),
  source: z.string(),
  in_force_from: z.iso.date(),
  in_force_to: z.iso.date().nullable(),
  sections: z.array(section),
})

export type Option = z.output<typeof option>
export type Question = z.output<typeof question>
export type Section = z.output<typeof section>
export type AssessmentForm = z.output<typeof assessmentForm>

/** Every form that was ever in use, oldest first: an assessment keeps the one it was made with. */
export const forms: readonly AssessmentForm[] = [
  ...[adultCarer1, youngCarer1, parentCarer1, transition1],
  ...[adultCarer2, youngCarer2, parentCarer2, transition2],
].map((file) => assessmentForm.parse(file))

/** One thing that the law says an assessment must cover, with its reference. */
export type Matter = { readonly id: string; readonly ref: string; readonly title: string }

type Law = { readonly version: string; readonly matters: readonly Matter[] }

const laws: readonly Law[] = [adultLaw1, youngLaw1, parentLaw1, transitionLaw1]

/** What an assessment by this form must cover under its own law, and no other carer's. */
export function mattersOf(form: Pick<AssessmentForm, 'law'>): readonly Matter[] {
  const law = laws.find(({ version }) => version === form.law)
  if (law === undefined) throw new Error(`There is no list of matters ${form.law}`)
  return law.matters
}

/** Which number of added questions a version names: 2 for `adult-carer-1+2`, null where none. */
export function addedNumber(version: string): number | null {
  const [, number] = version.split('+')
  return number === undefined ? null : Number(number)
}

/**
 * The form as it is shipped, by its version; an assessment in the database names one that we have.
 * What an authority added to it is left out: the law and the decision read only this.
 */
export function formOf(version: string): AssessmentForm {
  const [shipped] = version.split('+')
  const form = forms.find((each) => each.version === shipped)
  if (form === undefined) throw new Error(`There is no assessment form ${version}`)
  return form
}

/** The newest form for a kind of carer, or null where we have none: it is then held on another system. */
export function currentForm(kind: AssessmentKind): AssessmentForm | null {
  return forms.findLast((form) => form.kind === kind && form.in_force_to === null) ?? null
}

/** The forms in use today, one for each kind of carer that has one. */
export function currentForms(): readonly AssessmentForm[] {
  return assessmentKinds.map(currentForm).filter((form) => form !== null)
}

/** Every version that there ever was of the form for this one's kind of carer, oldest first. */
export function versionsLike(version: string): readonly string[] {
  const { kind } = formOf(version)
  return forms.filter((form) => form.kind === kind).map((form) => form.version)
}

/** The citations of a question's matters: `s.10(5)(a)`. */
export function refsOf(form: AssessmentForm, question: Question): readonly string[] {
  return mattersOf(form)
    .filter((matter) => question.matters.includes(matter.id))
    .map((matter) => matter.ref)
}
