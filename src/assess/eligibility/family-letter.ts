import { callout, heading, paragraph, list, signOff, steps } from '#platform/documents/blocks.ts'
import type { Block, Document } from '#platform/documents/document.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { ageOf, fullName, spokenName } from '#people/persons/person.ts'
import { letterDay, letterTo, signedBy, type LetterFrom } from './decision-letter.ts'
import { familyLaws, outcomeIn, type FamilyKind, type FamilyStep } from './family-decision.ts'

/**
 * The written record of what was decided after a parent carer's or young carer's assessment, or of
 * what is to be expected after an eighteenth birthday, with the reason for each part. A child reads
 * it in words for a child. It says what the stored parts say, and nothing else.
 */
export function familyLetter(from: LetterFrom): Document {
  const { determination, person } = from
  const { kind, answer, familySteps } = determination
  if (kind === 'adult_carer' || answer === null)
    throw new Error('This letter is about a decision of a family')
  const child = isChild(from)
  const outcome = outcomeIn(kind, answer)
  const said = (words: string) => words.replaceAll('{birthday}', birthday(child))
  const dear = child ? spokenName(person) : fullName(person)
  const sign = signOff({
    ...signedBy(determination, from.organisation),
    ...(child ? { closing: 'Best wishes' } : {}),
  })
  return {
    ...letterTo(from),
    title: titles[kind](child),
    body: [
      paragraph(`Dear ${dear},`),
      ...openings(from, kind, child).map((words) => paragraph(words)),
      callout(outcome.heading, said(outcome.next)),
      heading(child ? 'Why we think so' : 'Why we decided this'),
      paragraph(whatIsAsked(kind, child)),
      steps((familySteps ?? []).map((step) => partText(kind, step, said))),
      ...(child
        ? [heading('What you can do'), ...forAChild(from)]
        : [heading('If you think this is wrong'), paragraph(ifWrong(from, kind))]),
      sign,
    ],
    easyRead: easier(from, { dear, said, sign }),
  }
}

const titles: Readonly<Record<FamilyKind, (child: boolean) => string>> = {
  parent_carer: () => 'Our decision about your support',
  young_carer: () => 'What we decided after our talk with you',
  transition: (child) =>
    child ? 'What may happen when you are 18' : "What may happen after your child's 18th birthday",
}

function birthday(child: boolean): string {
  return child ? 'your 18th birthday' : "your child's 18th birthday"
}

/** Whether the letter goes to a child, who reads it in words for a child. */
export function isChild({ determination, person }: LetterFrom): boolean {
  const age = ageOf(person, isoDate(letterDay(determination)))
  return determination.kind === 'young_carer' ? age === null || age < 18 : age !== null && age < 18
}

function openings({ assessment, determination }: LetterFrom, kind: FamilyKind, child: boolean) {
  const on = assessment.completedOn === null ? '' : ` on ${inWords(assessment.completedOn)}`
  const again =
    determination.number === 1
      ? ''
      : child
        ? ' This is a new letter. It takes the place of the one before.'
        : ` It is decision number ${determination.number} on this assessment.`
  if (child)
    return [
      `You talked with us about looking after somebody, and we finished that talk${on}. Thank you for telling us.${again}`,
    ]
  const held = kind === 'parent_carer' ? "a parent carer's assessment" : 'a transition assessment'
  return [`You had ${held}, completed${on}. This letter tells you what we decided and why.${again}`]
}

function whatIsAsked(kind: FamilyKind, child: boolean): string {
  const { law } = familyLaws[kind]
  const count = kind === 'transition' ? 'two' : 'three'
  return child
    ? `The law asks us ${count} questions, one after the other. They are in ${law}.`
    : `The law asks ${count} questions, one after the other. They are in ${law}. The eligibility test for carers of adults is not used.`
}

function partText(kind: FamilyKind, step: FamilyStep, said: (words: string) => string) {
  const words = said(answerOf(kind, step).letter)
  return [{ strong: `${words} ` }, `${step.evidence} (${step.ref})`]
}

function answerOf(kind: FamilyKind, step: FamilyStep) {
  const answers = familyLaws[kind].questions.find(({ id }) => id === step.id)?.answers ?? []
  const given = answers.find(({ id }) => id === step.answer)
  if (given === undefined) throw new Error(`The law's data has no answer ${step.id} ${step.answer}`)
  return given
}

function ring({ organisation }: LetterFrom): string {
  return organisation.telephone === null ? '' : ` on ${organisation.telephone}`
}

function forAChild(from: LetterFrom): readonly Block[] {
  return [
    paragraph(
      `If something in this letter is wrong, or you do not agree, tell us${ring(from)}. Somebody else will look at it again. Nobody will be cross with you. You can ask a grown-up you trust to help you tell us.`,
    ),
    paragraph(
      'You can also complain to the council. Ask us for somebody who is only on your side (an advocate) to help you.',
    ),
  ]
}

function ifWrong(from: LetterFrom, kind: FamilyKind): string {
  const complain =
    kind === 'transition'
      ? 'You can also make a complaint to the council.'
      : "You can also make a complaint to the council's children's services."
  return `Tell us${ring(from)}, and somebody who did not decide it will look at it again. ${complain} If you are not content with the answer, you can go to the Local Government and Social Care Ombudsman. That is free.`
}

function easier(
  from: LetterFrom,
  with_: { readonly dear: string; readonly said: (words: string) => string; readonly sign: Block },
): readonly Block[] {
  const { kind, answer, familySteps } = from.determination
  if (kind === 'adult_carer' || answer === null) return []
  const { short, next } = outcomeIn(kind, answer)
  return [
    paragraph(`Dear ${with_.dear},`),
    paragraph('You look after somebody. We talked with you about it.'),
    heading('What we decided'),
    paragraph(`${short}.`),
    heading('Why we said so'),
    list((familySteps ?? []).map((step) => with_.said(answerOf(kind, step).easy))),
    heading('What happens next'),
    paragraph(with_.said(next)),
    heading('If you think this is wrong'),
    paragraph(`Tell us${ring(from)}. Somebody else will look at it again.`),
    with_.sign,
  ]
}
