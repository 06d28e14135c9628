import { heading, paragraph, signOff } from '#platform/documents/blocks.ts'
import type { Block, Document } from '#platform/documents/document.ts'
import { fullName } from '#people/persons/person.ts'
import { mayAdvise } from './determination.ts'
import { letterTo, signedBy, type LetterFrom } from './decision-letter.ts'

/**
 * Written advice and information that goes with a decision: Care Act 2014 s.13(5), (a) what can be
 * done to meet or reduce the needs, (b) what can be done to prevent or delay more of them; s.61 and
 * s.64 before an eighteenth birthday. Null where there is none to give (yet).
 */
export function writtenAdvice(from: LetterFrom): Document | null {
  const { determination, person, organisation } = from
  const { adviceReduce, advicePrevent } = determination
  if (!mayAdvise(determination) || !adviceReduce || !advicePrevent) return null
  return {
    ...letterTo(from),
    title: 'Advice and information for you',
    body: [
      paragraph(`Dear ${fullName(person)},`),
      paragraph(
        'This goes with our decision about your support. It is about you and what you told us. Keep it, and ring us if anything in it does not work.',
      ),
      heading('What can help with your needs now'),
      ...paragraphs(adviceReduce),
      heading('What can keep things from getting harder'),
      ...paragraphs(advicePrevent),
      signOff(signedBy(determination, organisation)),
    ],
  }
}

/** A blank line makes a new paragraph, as whoever typed it meant. */
function paragraphs(words: string): readonly Block[] {
  return words
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => paragraph(part))
}
