import { z } from 'zod'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { newId } from '#platform/lib/ids.ts'
import { hiddenId, optionalText, whole } from '#platform/web/fields.ts'
import { form, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, showConflict, type PageView } from '#platform/web/page.ts'
import { administratorOf, administrators } from '#share/organisations/administrator.ts'
import { asLines, readQuestions, withAdded } from '../added-questions.rules.ts'
import { insertAddition, listAdditions, type Addition } from '../additions.sql.ts'
import { currentForms, type AssessmentForm } from '../assessment-form.ts'
import { questionsBeside } from '../side-by-side.rules.ts'
import { addedQuestionsView } from './added-questions.view.ts'

const addedForm = form({
  id: hiddenId(),
  number: whole('Open the page again', { min: 1, max: 10_000, words: 'Open the page again' }),
  questions: optionalText(10_000),
})

/** The questions that this authority adds to one form: a new number each time, the law's untouched. */
export const addedQuestionsPage = page({
  path: '/admin/assessment-questions/:form',
  door: 'workspace',
  may: administrators,
  params: z.object({ form: z.string().max(40) }),
  get: ({ params, asActor }) =>
    asActor(async (tx) => {
      const found = await opened(tx, params.form)
      const [latest] = found.additions
      const typed = { questions: asLines(latest?.questions ?? []) }
      return show(
        viewOf(found, freshForm({ id: newId(), number: String(nextNumber(found)), ...typed })),
      )
    }),
  post: (context) =>
    context.asActor(async (tx) => {
      const { params, body, clock, actor } = context
      const found = await opened(tx, params.form)
      const read = addedForm.read(body)
      if (!read.ok) return showAgain(viewOf(found, read.error))
      const questions = readQuestions(read.value.questions ?? '')
      if (!questions.ok)
        return showAgain(viewOf(found, withFault(body, 'questions', questions.error)))
      const { authorityId, accountId } = administratorOf(context)
      const { id, number } = read.value
      const kept = await insertAddition(tx, {
        authorityId,
        id,
        formVersion: found.form.version,
        number,
        questions: questions.value,
        addedOn: clock.today(),
        addedBy: accountId,
        addedByName: actor.displayName,
      })
      if (kept || isThis(found.additions, number, read.value.questions ?? ''))
        return see(`/admin/assessment-questions/${found.form.version}`)
      const state = freshForm({ ...body, number: String(nextNumber(found)) })
      return showConflict(viewOf(found, state, found.additions[0]))
    }),
})

async function opened(tx: Tx, version: string) {
  const asked = currentForms().find((each) => each.version === version)
  if (asked === undefined) throw new NotFound('assessment form')
  return { form: asked, additions: await listAdditions(tx, version) }
}

type Opened = { readonly form: AssessmentForm; readonly additions: readonly Addition[] }

function nextNumber({ additions }: Opened): number {
  return (additions[0]?.number ?? 0) + 1
}

/** The same form sent twice is kept once, and is no clash. */
function isThis(additions: readonly Addition[], number: number, typed: string): boolean {
  const there = additions.find((each) => each.number === number)
  const read = readQuestions(typed)
  return there !== undefined && read.ok && asLines(there.questions) === asLines(read.value)
}

function viewOf(found: Opened, state: FormState, theirs?: Addition): PageView {
  const [latest, before] = found.additions
  const now = latest === undefined ? found.form : withAdded(found.form, latest)
  const earlier = before === undefined ? found.form : withAdded(found.form, before)
  return {
    title: `Questions added: ${found.form.title}`,
    before: govukBackLink({
      href: '/admin/assessment-questions',
      text: 'Questions of assessments',
    }),
    main: addedQuestionsView({
      ...found,
      state,
      theirs,
      changes: questionsBeside(earlier, now),
    }),
  }
}
