import { workers } from '#platform/access/duties.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import type { Tx } from '#platform/db/database.ts'
import { newId } from '#platform/lib/ids.ts'
import { html } from '#platform/lib/html.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import { dayTyped, freshForm, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { selectField } from '#people/persons/fields.view.ts'
import { carerParams } from '#people/persons/params.ts'
import { fullName, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { basisWords } from '../agreement.ts'
import { staffAgreementForm } from '../agreement-form.ts'
import { agreementFields } from '../agreement-fields.view.ts'
import { listPartners, type Partner } from '../agreements.sql.ts'
import { giveAgreement } from '../give-agreement.ts'
import { purposeWords } from '../purposes.ts'
import { howSaidFields } from './how-said.view.ts'

/** Staff write down what the carer agreed, on the carer's word: who wrote it, when and how it was said. */
export const newAgreementPage = page({
  path: '/carers/:id/sharing/new',
  door: 'workspace',
  may: workers,
  params: carerParams,
  get: ({ params, clock, asActor }) =>
    asActor(async (tx) => {
      const about = await aboutCarer(tx, params.id)
      const typed = { id: newId(), basis: 'own', ...dayTyped('saidOn', clock.today()) }
      return show(viewOf(about, freshForm(typed)))
    }),
  post: ({ params, actor, body, clock, asActor }) =>
    asActor(async (tx) => {
      const about = await aboutCarer(tx, params.id)
      const today = clock.today()
      const read = staffAgreementForm(about.partners, today).read(body)
      if (!read.ok) return showAgain(viewOf(about, read.error))
      const { organisation, ...said } = read.value
      const whose = { personId: about.person.id, organisationId: Number(organisation) }
      await giveAgreement(tx, actor, { ...said, ...whose, today })
      return see(`/carers/${about.person.id}/sharing`)
    }),
})

type About = { readonly person: Person; readonly partners: readonly Partner[] }

async function aboutCarer(tx: Tx, id: string): Promise<About> {
  const person = await getPerson(tx, id)
  const { authorityId } = person
  return { person, partners: await listPartners(tx, { authorityId, personId: person.id }) }
}

function viewOf({ person, partners }: About, state: FormState): PageView {
  const name = fullName(person)
  const title = `Write down what ${name} agreed`
  return {
    title,
    before: govukBackLink({ href: `/carers/${person.id}/sharing`, text: 'Back' }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">${title}</h1>
      ${formTag({
        body: html`${agreementFields(state, {
          partners,
          words: purposeWords,
          whom: 'With which organisation',
          what: 'What may they know?',
        })}
        ${howSaidFields(state)}
        ${selectField(state, { name: 'basis', label: 'Who agreed', options: Object.entries(basisWords) })}
        ${govukButton({ text: 'Save the agreement', preventDoubleClick: true })}`,
      })}`,
  }
}
