import { callout, heading, paragraph, signOff } from '#platform/documents/blocks.ts'
import type { Block, Document } from '#platform/documents/document.ts'
import { inWords } from '#platform/lib/dates.ts'
import { fullName, spokenName } from '#people/persons/person.ts'
import { letterDay, letterTo, type LetterFrom } from './decision-letter.ts'
import { isChild } from './family-letter.ts'
import type { SecondLook } from './second-look.ts'

export type LookLetterFrom = LetterFrom & { readonly look: SecondLook }

/** The answer to a carer who asked for a decision to be looked at again, with its reason. */
export function secondLookLetter(from: LookLetterFrom): Document {
  const { look, person, organisation } = from
  const { answer, answeredOn, answeredByName, answeredByRole, reason } = look
  if (answer === null || answeredOn === null)
    throw new Error('A letter is written about a second look that was answered')
  const child = isChild(from)
  const sign = signOff({
    name: answeredByName ?? '',
    role: `${answeredByRole ?? 'Assessor'}, ${organisation.name}`,
    ...(child ? { closing: 'Best wishes' } : {}),
  })
  const dear = `Dear ${child ? spokenName(person) : fullName(person)},`
  const came = callout('Our answer', answers[answer])
  return {
    ...letterTo(from),
    date: answeredOn,
    title: 'We looked at our decision again',
    body: [
      paragraph(dear),
      paragraph(opening(from)),
      came,
      heading('Why'),
      paragraph(reason ?? ''),
      heading(child ? 'What you can do' : 'If you are still not content'),
      paragraph(child ? childNext(from) : next(from)),
      sign,
    ],
    easyRead: easier(from, { dear, came, sign }),
  }
}

const answers = {
  stands: 'Our decision stays as it was.',
  changed: 'We have changed our decision. The new decision is in a letter of its own.',
} as const

function opening({ look, determination }: LookLetterFrom): string {
  const decided = inWords(letterDay(determination))
  return `On ${inWords(look.askedOn)} you asked us to look again at what we decided on ${decided}. ${look.answeredByName}, who had no part in that decision, has done so.`
}

function ring({ organisation }: LetterFrom): string {
  return organisation.telephone === null ? '' : ` on ${organisation.telephone}`
}

function next(from: LookLetterFrom): string {
  return `Tell us${ring(from)} if anything here is not clear. You can make a complaint to the council. If you are not content with its answer, you can go to the Local Government and Social Care Ombudsman. That is free. You can also ask for another assessment when things change.`
}

function childNext(from: LookLetterFrom): string {
  return `If you still think it is wrong, tell us${ring(from)} or tell a grown-up you trust. You can complain to the council, and somebody who is only on your side (an advocate) can help you.`
}

function easier(
  from: LookLetterFrom,
  parts: { readonly dear: string; readonly came: Block; readonly sign: Block },
): readonly Block[] {
  return [
    paragraph(parts.dear),
    paragraph('You asked us to think again about what we decided. Somebody else has done that.'),
    parts.came,
    heading('Why'),
    paragraph(from.look.reason ?? ''),
    heading('If you are still not happy'),
    paragraph(`Tell us${ring(from)}. You can also make a complaint to the council.`),
    parts.sign,
  ]
}
