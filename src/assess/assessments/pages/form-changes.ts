import { z } from 'zod'
import { NotFound } from '#platform/lib/errors.ts'
import { page, show } from '#platform/web/page.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { noteRead } from '#platform/access/read-log.sql.ts'
import { getAssessment } from '../assessments.sql.ts'
import { formChanges } from '../form-changes.rules.ts'
import { wholeCurrentForm, wholeForm } from '../whole-form.ts'
import { assessmentReaders } from '../who-assesses.ts'
import { formChangesView } from './form-changes.view.ts'
import { overviewLink } from './links.view.ts'

/** The form that an assessment was made with, beside the one in use: it keeps its own. */
export const formChangesPage = page({
  path: '/assessments/:id/form',
  door: 'workspace',
  may: assessmentReaders,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor }) =>
    asActor(async (tx) => {
      const assessment = await getAssessment(tx, params.id)
      const now = await wholeCurrentForm(tx, assessment.kind)
      if (assessment.formVersion === null || now === null) throw new NotFound('assessment form')
      const person = await getPerson(tx, assessment.personId)
      await noteRead(tx, actor, person.id, "carer's assessment")
      const before = await wholeForm(tx, assessment.formVersion)
      return show({
        title: `The form of the assessment of ${nameWithKnownAs(person)}`,
        before: overviewLink(assessment),
        wide: true,
        main: formChangesView({
          person,
          assessment,
          before,
          now,
          changes: formChanges(before, now),
        }),
      })
    }),
})
