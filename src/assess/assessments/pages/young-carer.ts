import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { optionalBirth, optionalPhone } from '#people/persons/person-fields.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { parentKnowsWords } from '#find/referrals/asked.ts'
import {
  choice,
  hiddenId,
  optionalChoice,
  optionalText,
  optionalWhole,
  text,
  tick,
} from '#platform/web/fields.ts'
import { form, freshForm, type FieldFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type Context } from '#platform/web/page.ts'
import { text as answer } from '../answers.ts'
import { getAssessment } from '../assessments.sql.ts'
import { openYoungCarerReferral } from '../open-young-carer-referral.ts'
import { allAnswers } from '../section-state.ts'
import { listSections } from '../sections.sql.ts'
import { assessors } from '../who-assesses.ts'
import {
  agreements,
  faultsOfReferral,
  notReferredReasons,
  type ChildToRefer,
} from '../young-carer-referral.rules.ts'
import { insertNamedChild, listNamedChildren } from '../young-carers.sql.ts'
import { overviewLink } from './links.view.ts'
import { youngCarerView } from './young-carer.view.ts'

function childForm(today: IsoDate) {
  const fields = {
    id: hiddenId(),
    givenName: text('Enter the child’s first name', 100),
    familyName: text('Enter the child’s last name', 100),
    what: optionalText(4000),
    settled: choice(['refer', ...notReferredReasons], 'Select what is to happen'),
    notReferredWords: optionalText(2000),
    dateOfBirth: optionalBirth(today),
    age: optionalWhole({ min: 3, max: 110, words: 'Age must be a number between 3 and 110' }),
    agreed: optionalChoice(agreements),
    agreedWords: optionalText(2000),
    parentKnows: optionalChoice(Object.keys(parentKnowsWords)),
    telephone: optionalPhone(),
    reachThrough: optionalText(200),
    safeContact: optionalText(500),
    shareOutcome: tick(),
  }
  return form(fields, (values): readonly FieldFault[] => {
    if (values['settled'] === 'refer')
      return faultsOfReferral(values as unknown as ChildToRefer, today)
    if (values['notReferredWords'] !== null) return []
    return [{ field: 'notReferredWords', message: 'Enter how you know, and what was done instead' }]
  })
}

/**
 * The child who helps an adult to care: their referral is opened here, or it is said why there is none.
 * It goes to whoever takes young carers; of what becomes of it the adult's side hears what was agreed.
 */
export const youngCarerPage = page({
  path: '/assessments/:id/young-carer',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  get: (context) =>
    context.asActor(async (tx) => {
      const found = await opened(tx, context)
      const saved = allAnswers(await listSections(tx, found.assessment.id))
      const typed = { id: newId(), what: answer(saved, 'child_helps_words') }
      return show(viewOf(found, freshForm(typed)))
    }),
  post: async (context) => {
    const { actor, body, clock, asActor, asSystem } = context
    const found = await asActor((tx) => opened(tx, context))
    const { assessment } = found
    const read = childForm(clock.today()).read(body)
    if (!read.ok) return showAgain(viewOf(found, read.error))
    const { settled, notReferredWords, ...child } = read.value
    if (settled === 'refer') {
      // It goes to an organisation of which the assessor reads nothing.
      await asSystem("a young carer's referral out of an assessment", (tx) =>
        openYoungCarerReferral(tx, { actor, assessment, child, clock }),
      )
    } else {
      await asActor((tx) =>
        insertNamedChild(tx, {
          authorityId: actor.authorityId,
          id: child.id,
          assessmentId: assessment.id,
          personId: assessment.personId,
          givenName: child.givenName,
          familyName: child.familyName,
          notReferred: settled,
          notReferredWords,
          onDay: clock.today(),
          writtenBy: actor.accountId,
          writtenByName: actor.displayName,
        }),
      )
    }
    return see(`/assessments/${assessment.id}`)
  },
})

type Asked = Context<{ readonly id: string }>

async function opened(tx: Tx, { params, actor }: Asked) {
  const assessment = await getAssessment(tx, params.id)
  const person = await getPerson(tx, assessment.personId)
  // A young carer's own assessment asks about other children in another way.
  const asks = assessment.kind !== 'young_carer'
  if (!asks || (assessment.state !== 'begun' && assessment.state !== 'completed'))
    throw new NotFound('question whether a child helps')
  await noteRead(tx, actor, person.id, "carer's assessment")
  return { assessment, person, named: await listNamedChildren(tx, assessment.id) }
}

function viewOf(found: Awaited<ReturnType<typeof opened>>, state: FormState) {
  return {
    title: `A child who helps: ${nameWithKnownAs(found.person)}`,
    before: overviewLink(found.assessment),
    main: youngCarerView({ ...found, state }),
  }
}
