import { z } from 'zod'
import { holds } from '#platform/access/actor.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { getStepReckoning } from '#people/pathway/gather-pathway.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { page, show } from '#platform/web/page.ts'
import { assessmentClock } from '../assessment-clock.rules.ts'
import { getAssessment } from '../assessments.sql.ts'
import { findLastTime } from '../known.ts'
import { listMatters } from '../matters.sql.ts'
import { listOwnWords } from '../own-words.sql.ts'
import { sectionsSoFar } from '../section-state.ts'
import { listOtherVisits, listSections } from '../sections.sql.ts'
import { getWay } from '../way.sql.ts'
import { wholeCurrentForm, wholeForm } from '../whole-form.ts'
import { assessmentReaders, assessors } from '../who-assesses.ts'
import { listNamedChildren } from '../young-carers.sql.ts'
import { assessmentView } from './assessment.view.ts'
import { recordLink } from './links.view.ts'

/** An assessment at a glance: its clock, its sections, what is still to be asked, what can be done. */
export const assessmentPage = page({
  path: '/assessments/:id',
  door: 'workspace',
  may: assessmentReaders,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const assessment = await getAssessment(tx, params.id)
      const person = await getPerson(tx, assessment.personId)
      await noteRead(tx, actor, person.id, "carer's assessment")
      const saved = await listSections(tx, assessment.id)
      return show({
        title: `Assessment of ${nameWithKnownAs(person)}`,
        before: recordLink(person.id),
        main: assessmentView({
          assessment,
          person,
          today: clock.today(),
          clock: assessmentClock(
            { ...assessment, endedOn: assessment.completedOn ?? assessment.closedOn },
            clock.today(),
            await getStepReckoning(tx),
          ),
          sections:
            assessment.formVersion === null
              ? null
              : sectionsSoFar(await wholeForm(tx, assessment.formVersion), saved),
          others: await listOtherVisits(tx, assessment.id, actor.accountId),
          hasLastTime: (await findLastTime(tx, assessment)) !== null,
          own: await listOwnWords(tx, assessment.id),
          mayWrite: holds(actor, ...assessors),
          mine: assessment.assessorId === actor.accountId,
          named: await listNamedChildren(tx, assessment.id),
          way: await getWay(tx, actor),
          formNow: (await wholeCurrentForm(tx, assessment.kind))?.version ?? null,
          matters: await listMatters(tx, assessment.id),
        }),
      })
    }),
})
