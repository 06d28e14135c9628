import {
  callout,
  heading,
  list,
  paragraph,
  signOff,
  steps,
  strong,
} from '#platform/documents/blocks.ts'
import type { Block, Document, Text } from '#platform/documents/document.ts'
import { inWords, type IsoDate } from '#platform/lib/dates.ts'
import { addressLine, fullName, type Person } from '#people/persons/person.ts'
import type { Assessment } from '#assess/assessments/assessment.ts'
import type { Organisation } from '#assess/assessments/settings.sql.ts'
import { decidedDay, type Determination } from './determination.ts'
import type { Step } from './eligibility.ts'
import { easierDecision } from './easier-decision.ts'
import { carerEligibilityData as law, entry } from './law.ts'
import { outcomeInLetter } from './letter-words.ts'

/** All that the letters about a decision are written from. */
export type LetterFrom = {
  readonly determination: Determination
  readonly assessment: Assessment
  readonly person: Person
  readonly organisation: Organisation
  readonly authority: string
}

/**
 * The written record of the determination and the reasons for it: Care Act 2014 s.13(2). It says
 * what the stored steps say, in words for the carer, and nothing else.
 */
export function decisionLetter(from: LetterFrom): Document {
  const { determination, person } = from
  return {
    ...letterTo(from),
    title: 'Our decision about your support',
    body: [
      paragraph(`Dear ${fullName(person)},`),
      paragraph(opening(from)),
      ...decision(determination),
      heading('Why we decided this'),
      paragraph(
        'The national rules ask three questions, one after the other. They are in regulation 3 of the Care and Support (Eligibility Criteria) Regulations 2015. All three must be answered with yes.',
      ),
      steps((determination.steps ?? []).map(stepText)),
      ...whatApplies(determination.steps ?? []),
      heading('What happens next'),
      ...whatNext(from),
      heading('If you think this is wrong'),
      paragraph(ifWrong(from)),
      signOff(signedBy(determination, from.organisation)),
    ],
    easyRead: easierDecision({ ...from, signed: signedBy(determination, from.organisation) }),
  }
}

/** What every letter about a decision has in common: who writes, to whom, when and about what. */
export function letterTo({
  determination,
  assessment,
  person,
  organisation,
  authority,
}: LetterFrom): Omit<Document, 'title' | 'body'> {
  return {
    kind: 'letter',
    language: 'en-GB',
    authority,
    sender: {
      name: organisation.name,
      address: organisation.town === null ? [] : [organisation.town],
      ...(organisation.telephone === null ? {} : { phone: organisation.telephone }),
    },
    recipient: [fullName(person), ...addressLine(person).split(', ')].filter((line) => line !== ''),
    date: letterDay(determination),
    ...(assessment.reference === null ? {} : { reference: assessment.reference }),
  }
}

/** The day on which the decision came to hold. */
export function letterDay(determination: Determination): IsoDate {
  const day = decidedDay(determination)
  if (day === null) throw new Error('A letter is written about a decision that was made')
  return day
}

export function signedBy({ decidedByName, decidedByRole }: Determination, of: Organisation) {
  return { name: decidedByName ?? '', role: `${decidedByRole ?? 'Assessor'}, ${of.name}` }
}

function opening({ assessment, determination }: LetterFrom): string {
  const on =
    assessment.completedOn === null ? '' : `, completed on ${inWords(assessment.completedOn)}`
  const again =
    determination.number === 1
      ? ''
      : ` It is decision number ${determination.number} on this assessment.`
  return `You had a carer's assessment${on}. This letter tells you what we decided and why.${again}`
}

function decision({ eligible }: Determination): readonly Block[] {
  return eligible === true
    ? [callout('Our decision', 'Your needs meet the national rules. You can have support.')]
    : [
        callout(
          'Our decision',
          'Your needs do not meet the national rules for support from the council. There is still help for you: our advice comes with this letter.',
        ),
      ]
}

function stepText(step: Step): Text {
  const { title, letter_met, letter_not_met } = entry(law.conditions, step.id)
  const answer = step.met
    ? step.id === 'C2'
      ? letter_met.replace(/:$/, ' (see below).')
      : letter_met
    : letter_not_met
  const because = step.evidence === undefined ? '' : ` Our reason: ${step.evidence}`
  return [{ strong: `${title} (${step.ref}): ${step.met ? 'yes' : 'no'}. ` }, `${answer}${because}`]
}

/** Each part that applies, with the evidence for it, so that the carer can hold it against their days. */
function whatApplies(all: readonly Step[]): readonly Block[] {
  const second = all.find((step) => step.id === 'C2')
  const third = all.find((step) => step.id === 'C3')
  const parts = (second?.parts ?? []).filter((part) => part.met)
  const domains = (third?.parts ?? []).map((part) => outcomeInLetter(part))
  return [
    ...(parts.length === 0
      ? []
      : [
          heading('What applies to you'),
          list(
            parts.map((part) => {
              const rest = part.evidence === undefined ? '' : ` Our reason: ${part.evidence}`
              return `${outcomeInLetter(part)} (${part.ref}).${rest}`
            }),
          ),
        ]),
    ...(domains.length === 0
      ? []
      : [paragraph('It has a significant impact on: ', strong(domains.join('; ')), '.')]),
  ]
}

function whatNext({ determination, organisation }: LetterFrom): readonly Block[] {
  const { eligible, responsibility } = determination
  if (eligible !== true) {
    return [
      paragraph(
        'Please read our written advice. You can ask for another assessment at any time, and you should if things change for you or for the person you look after.',
      ),
    ]
  }
  if (responsibility?.answer === 'another') {
    return [
      paragraph(
        `${responsibility.reason} We will pass this decision on to them if you agree, so that you do not have to tell it all again. ${organisation.name} stays in touch until they have taken over.`,
      ),
    ]
  }
  return [
    paragraph(
      `We will make a support plan with you. It says what will be done, by whom and by when. ${organisation.name} will get in touch to arrange it.`,
    ),
  ]
}

function ifWrong({ organisation }: LetterFrom): string {
  const ring = organisation.telephone === null ? '' : ` on ${organisation.telephone}`
  return `Tell us${ring}, and we will look at it again with you. You can also make a complaint to the council. If you are not content with its answer, you can go to the Local Government and Social Care Ombudsman. That is free.`
}
