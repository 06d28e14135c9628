import { z } from 'zod'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { isId, newId } from '#platform/lib/ids.ts'
import { html } from '#platform/lib/html.ts'
import { choice, hiddenId, optionalText } from '#platform/web/fields.ts'
import { form, freshForm, type FormState, typedIn } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { caseworkers } from '#people/persons/caseworkers.ts'
import { areaField, radiosField } from '#people/persons/fields.view.ts'
import { idParam } from '#people/persons/params.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { answers, answerWords } from '../answers.ts'
import { insertAnswer } from '../answers.sql.ts'
import { promptNames } from '../prompts.rules.ts'

const answerForm = () =>
  form({
    id: hiddenId(),
    answer: choice(answers, 'Select what came of it'),
    words: optionalText(1000),
  })

/** Remembers what came of looking for a carer, so that it is not asked again. */
export const answerPage = page({
  path: '/carers/:id/hidden-carers/:prompt',
  door: 'workspace',
  may: caseworkers,
  params: z.object({ id: idParam, prompt: z.enum(promptNames) }),
  query: z.object({ about: z.string().refine(isId).optional().catch(undefined) }),
  get: ({ params, query, asActor }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, params.id)
      const other = query.about === undefined ? null : await getPerson(tx, query.about)
      return show(viewOf(person, other, freshForm({ id: newId() })))
    }),
  post: ({ params, query, body, actor, clock, asActor }) =>
    asActor(async (tx) => {
      const person = await getPerson(tx, params.id)
      const other = query.about === undefined ? null : await getPerson(tx, query.about)
      const read = answerForm().read(body)
      if (!read.ok) return showAgain(viewOf(person, other, read.error))
      await insertAnswer(tx, {
        ...read.value,
        authorityId: actor.authorityId,
        personId: person.id,
        otherId: other?.id ?? null,
        prompt: params.prompt,
        answeredOn: clock.today(),
        answeredBy: actor.accountId,
        answeredByName: actor.displayName,
      })
      return see(`/carers/${person.id}`)
    }),
})

function viewOf(person: Person, other: Person | null, state: FormState): PageView {
  const name = fullName(person)
  const who = other === null ? name : `${fullName(other)} and ${name}`
  return {
    title: `What came of it: ${who}`,
    main: html`${govukBackLink({ href: `/carers/${person.id}`, text: `Back to ${name}` })}
      ${faultSummary(state)}
      <h1 class="govuk-heading-l">What came of it: ${who}</h1>
      <p class="govuk-body">
        If you found a carer, add them first: what you write here is not asked again.
      </p>
      ${formTag({
        body: html`${hidden('id', typedIn(state, 'id'))}
        ${radiosField(state, { name: 'answer', label: 'What came of it?', options: answers.map((each) => [each, answerWords[each]] as const) })}
        ${areaField(state, { name: 'words', label: 'Anything to add? (optional)' })}
        ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
      })}`,
  }
}
