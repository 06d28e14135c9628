import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { page, show } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { getAssessment } from '../assessments.sql.ts'
import { findLastTime } from '../known.ts'
import { allAnswers } from '../section-state.ts'
import { listSections } from '../sections.sql.ts'
import { answersBeside, questionsBeside } from '../side-by-side.rules.ts'
import { wholeForm } from '../whole-form.ts'
import { assessmentReaders } from '../who-assesses.ts'
import { besideView } from './beside.view.ts'
import { overviewLink } from './links.view.ts'

/** An assessment beside the one before it: what was said then and now, and what was asked then and now. */
export const besidePage = page({
  path: '/assessments/:id/beside',
  door: 'workspace',
  may: assessmentReaders,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor }) =>
    asActor(async (tx) => {
      const assessment = await getAssessment(tx, params.id)
      const lastTime = await findLastTime(tx, assessment)
      const { formVersion } = assessment
      const lastVersion = lastTime?.assessment.formVersion ?? null
      if (lastTime === null || formVersion === null || lastVersion === null)
        throw new NotFound('assessment to compare')
      const person = await getPerson(tx, assessment.personId)
      await noteRead(tx, actor, person.id, "carer's assessment")
      const before = { form: await wholeForm(tx, lastVersion), answers: allAnswers(lastTime.saved) }
      const saved = await listSections(tx, assessment.id)
      const now = { form: await wholeForm(tx, formVersion), answers: allAnswers(saved) }
      return show({
        title: `Side by side: ${nameWithKnownAs(person)}`,
        before: overviewLink(assessment),
        wide: true,
        main: besideView({
          person,
          last: lastTime.assessment,
          sections: answersBeside(before, now),
          questions: questionsBeside(before.form, now.form),
        }),
      })
    }),
})
