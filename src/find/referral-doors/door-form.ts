import { z } from 'zod'
import type { IsoDate } from '#platform/lib/dates.ts'
import {
  choice,
  choices,
  hiddenId,
  mustTick,
  optionalText,
  tick,
  type Field,
} from '#platform/web/fields.ts'
import { form, type FieldFault } from '#platform/web/form.ts'
import { sharedPurposes, type SharedPurpose } from '#share/agreements/agreement.ts'
import { kindDoubt } from '../referrals/triage.rules.ts'
import { asksFor, type Door } from './door.ts'
import { askingOf, questionNames, type Answers, type Question } from './questions.ts'

/** What the carer agreed to: that we ring them, that the sender hears, that it may be passed on. */
export type Agreement = {
  readonly agreed: true
  readonly agreedHow: 'spoken' | 'written'
  readonly shareOutcome: boolean
  readonly mayPassOn: boolean
  /** They asked for an assessment too: its clock starts with the day of the referral. */
  readonly assessmentAskedFor?: boolean
  /** What the sender may know of them, or where nobody sends it, those whom they name. */
  readonly mayKnow?: readonly SharedPurpose[]
  readonly alsoKnow?: readonly ('practice' | 'council')[]
  readonly practice?: string | null
}

/** All that is read of a door's form but for who sends it. */
export type Referred = Answers & Agreement & { readonly id: string }

/** A door's form, with what its reader is asked about who sends it (`sender-fields.ts`). */
export function doorForm<const S extends Readonly<Record<string, Field<unknown>>>>(
  door: Door,
  of: { readonly today: IsoDate; readonly sender: S },
) {
  const fields = {
    id: hiddenId(),
    ...of.sender,
    ...questionFields(door, of.today),
    agreed: mustTick('Confirm that the carer agreed to this: without that we cannot ring them'),
    agreedHow: choice(['spoken', 'written'] as const, 'Select how the carer agreed'),
    shareOutcome: tick(),
    mayPassOn: tick(),
    assessmentAskedFor: tick(),
    mayKnow: choices(sharedPurposes),
    alsoKnow: choices(['practice', 'council']),
    practice: optionalText(200),
  }
  return form(fields, (values) => [
    ...faultsTogether(door, values as unknown as Answers, of.today),
    ...sharingFaults(door, values as unknown as Agreement & { readonly organisation?: unknown }),
  ])
}

/** Whoever may know something is somebody whom we know. */
function sharingFaults(
  door: Door,
  of: Agreement & { readonly organisation?: unknown },
): readonly FieldFault[] {
  const { mayKnow = [], alsoKnow = [], practice = null, organisation } = of
  if (door.source === 'self') {
    if (alsoKnow.includes('practice') && practice === null)
      return [{ field: 'practice', message: 'Enter the name of their GP practice' }]
    return mayKnow.length > 0 && alsoKnow.length === 0
      ? [{ field: 'alsoKnow', message: 'Select who may know this, or untick what they may know' }]
      : []
  }
  const nobody = organisation === null && mayKnow.some((each) => door.mayKnow.includes(each))
  return nobody
    ? [{ field: 'organisation', message: 'Select for whom they ring: only then may they know' }]
    : []
}

function questionFields(
  door: Door,
  today: IsoDate,
): { readonly [Q in Question]: Field<Answers[Q]> } {
  const fields = questionNames.map((question) => {
    if (!asksFor(door, question)) return [question, unasked] as const
    const { field, missing } = askingOf(question)
    const asked = field(today)
    return door.needs.includes(question)
      ? ([
          question,
          { ...asked, schema: asked.schema.refine((value) => value !== null, missing) },
        ] as const)
      : ([question, asked] as const)
  })
  return Object.fromEntries(fields) as unknown as { [Q in Question]: Field<Answers[Q]> }
}

/** Whatever is sent under a name that this door does not ask for is not read. */
const unasked: Field<null> = { parts: 'one', schema: z.unknown().transform(() => null) }

function faultsTogether(door: Door, answers: Answers, today: IsoDate): readonly FieldFault[] {
  const faults: FieldFault[] = []
  const byAge = asksFor(door, 'age') && asksFor(door, 'dateOfBirth')
  if (
    byAge &&
    answers.dateOfBirth === null &&
    answers.age === null &&
    door.needs.includes('kind')
  ) {
    faults.push({
      field: 'dateOfBirth',
      message: 'Enter the carer’s date of birth, or their age if you do not know it',
    })
  }
  const [first] = door.reachBy
  if (first !== undefined && door.reachBy.every((question) => answers[question] === null)) {
    faults.push({ field: first, message: reachWords(door) })
  }
  const doubt = answers.kind === null ? null : kindDoubt(answers.kind, answers, today)
  if (doubt !== null) faults.push({ field: 'kind', message: doubt })
  return faults
}

const reachWords = ({ reachBy }: Door): string =>
  reachBy.includes('email')
    ? 'Enter a telephone number, an address or an email address, so that we can reach the carer'
    : 'Enter a telephone number or an address, so that we can reach the carer'
