import { heading, list, paragraph, signOff } from '#platform/documents/blocks.ts'
import type { Block } from '#platform/documents/document.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import type { Organisation } from '#assess/assessments/settings.sql.ts'
import type { Determination } from './determination.ts'
import type { Step } from './eligibility.ts'
import { carerEligibilityData as law, entry } from './law.ts'

/** The decision letter in easy words; the reasons in full are in the letter itself. */
export function easierDecision(of: {
  readonly determination: Determination
  readonly person: Person
  readonly organisation: Organisation
  readonly signed: { readonly name: string; readonly role: string }
}): readonly Block[] {
  const { determination, person, organisation } = of
  const tell =
    organisation.telephone === null ? 'Tell us.' : `Ring us on ${organisation.telephone}.`
  return [
    paragraph(`Dear ${fullName(person)},`),
    paragraph('You look after somebody. We talked with you about it.'),
    ...(determination.eligible === true ? yes : no),
    heading('Why we said so'),
    paragraph('There are 3 questions in the law. All 3 answers must be yes.'),
    list((determination.steps ?? []).map(easierStep)),
    paragraph('The letter that comes with this tells you more.'),
    heading('If you think this is wrong'),
    paragraph(`${tell} We will think again. You can also make a complaint to the council.`),
    signOff(of.signed),
  ]
}

const yes: readonly Block[] = [
  heading('What we decided'),
  paragraph('The answer is yes. You can have support.'),
  heading('What happens next'),
  paragraph('We will make a plan with you. The plan says what will be done and when.'),
]

const no: readonly Block[] = [
  heading('What we decided'),
  paragraph('The answer is no. The law does not say that the council must give you support.'),
  heading('What happens next'),
  paragraph('There is still help for you. Our advice comes with this letter.'),
]

function easierStep({ id, met }: Step): string {
  return `${entry(law.conditions, id).letter_easy} Our answer is ${met ? 'yes' : 'no'}.`
}
