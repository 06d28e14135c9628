import type { Actor } from '#platform/access/actor.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import type { AssessmentForm } from '../assessment-form.ts'
import { getAssessment } from '../assessments.sql.ts'
import { knownBefore } from '../known.ts'
import { sectionsSoFar, withKnown } from '../section-state.ts'
import { listOtherVisits, listSections, upsertVisit } from '../sections.sql.ts'
import { wholeForm } from '../whole-form.ts'

/** The word in the address for all sections on one page. */
export const whole = 'whole'

function isPlaceOf({ sections }: AssessmentForm, at: string): boolean {
  return (
    at === whole ||
    sections.some(({ id, questions }) => id === at || questions.some((each) => each.id === at))
  )
}

/** An assessment opened to be written in, with all that is known; noted, and seen by who else has it open. */
export async function openToWrite(
  tx: Tx,
  of: { readonly id: string; readonly at: string; readonly actor: Actor },
) {
  const { id, at, actor } = of
  const assessment = await getAssessment(tx, id)
  const person = await getPerson(tx, assessment.personId)
  if (assessment.formVersion === null) throw new NotFound('assessment form')
  const asked = await wholeForm(tx, assessment.formVersion)
  if (!isPlaceOf(asked, at)) throw new NotFound('section')
  const known = await knownBefore(tx, assessment)
  const sections = withKnown(sectionsSoFar(asked, await listSections(tx, id)), known)
  await noteRead(tx, actor, person.id, "carer's assessment")
  if (actor.accountId !== null) {
    const { authorityId, accountId, displayName: name } = actor
    await upsertVisit(tx, { authorityId, assessmentId: id, accountId, name, section: at })
  }
  const others = await listOtherVisits(tx, id, actor.accountId)
  const { own, talks, talkedOn } = known
  const carer = nameWithKnownAs(person)
  return { assessment, asked, sections, model: { assessment, carer, others, own, talks, talkedOn } }
}
