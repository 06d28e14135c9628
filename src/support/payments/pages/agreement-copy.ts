import { z } from 'zod'
import { noteRead } from '#platform/access/read-log.sql.ts'
import type { Tx } from '#platform/db/database.ts'
import { documentFile } from '#platform/documents/document-file.ts'
import { documentFormats, formatNames, offeredFormats } from '#platform/documents/formats.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { html, nothing } from '#platform/lib/html.ts'
import { newId } from '#platform/lib/ids.ts'
import { whyNotTo } from '#platform/messages/messages.sql.ts'
import { choice, hiddenId } from '#platform/web/fields.ts'
import { form, type FormState, freshForm, typedIn, withFault } from '#platform/web/form.ts'
import { faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import { file, page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { radiosField } from '#people/persons/fields.view.ts'
import { idParam } from '#people/persons/params.ts'
import { addressLine, fullName } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { formatFor } from '#people/persons/reading-format.rules.ts'
import { type Way, waysTo } from '#people/persons/ways-to-send.ts'
import { listAgreements } from '../agreements.sql.ts'
import { payers } from '../payment.ts'
import { getPayment } from '../payments.sql.ts'
import { agreementName, printedAgreement, sendAgreement } from '../print-agreement.ts'

/** The latest agreement of a payment, agreed or waiting for the carer; throws NotFound where there is none. */
export async function getAgreementOf(tx: Tx, paymentId: string) {
  const payment = await getPayment(tx, paymentId)
  const [agreement] = await listAgreements(tx, paymentId)
  if (agreement === undefined || !agreement.met) throw new NotFound('agreement')
  return { payment, agreement, person: await getPerson(tx, payment.personId) }
}
type Of = Awaited<ReturnType<typeof getAgreementOf>>

/** A direct payment agreement to print or read, in every format. */
export const agreementCopyPage = page({
  path: '/payments/:id/agreement/copy/:format',
  door: 'workspace',
  may: payers,
  params: z.object({ id: idParam, format: z.enum(documentFormats) }),
  get: async ({ params, actor, asActor }) => {
    const { document } = await asActor(async (tx) => {
      const of = await getAgreementOf(tx, params.id)
      await noteRead(tx, actor, of.person.id, 'payment')
      return printedAgreement(tx, of)
    })
    return file(await documentFile(document, params.format, agreementName))
  },
})

const sendForm = (ways: readonly Way[]) =>
  form({
    id: hiddenId(),
    way: choice(ways, 'Select how to send it'),
    format: choice(offeredFormats(), 'Select the format'),
  })

/** Sends the agreement to its carer as they read; the same form sent twice sends it once. */
export const sendAgreementPage = page({
  path: '/payments/:id/agreement/send',
  door: 'workspace',
  may: payers,
  params: z.object({ id: idParam }),
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const of = await getAgreementOf(tx, params.id)
      await noteRead(tx, actor, of.person.id, 'payment')
      const [way = 'by_hand'] = waysTo(of.person)
      const { format } = formatFor(of.person.informationFormat, offeredFormats())
      return show(sendView(of, freshForm({ id: newId(), way, format })))
    }),
  post: ({ params, body, actor, clock, config, asActor }) =>
    asActor(async (tx) => {
      const of = await getAgreementOf(tx, params.id)
      const read = sendForm(waysTo(of.person)).read(body)
      if (!read.ok) return showAgain(sendView(of, read.error))
      const { way, format } = read.value
      const { id: personId, authorityId } = of.person
      const why =
        way === 'by_hand'
          ? null
          : await whyNotTo(tx, { authorityId, personId, purpose: 'plan', channel: way, format })
      if (why !== null) return showAgain(sendView(of, withFault(body, 'way', why)))
      await sendAgreement(tx, actor, { ...of, ...read.value, on: clock.today(), url: config.url })
      return see(`/payments/${params.id}/agreement`)
    }),
})

function sendView({ payment, person, agreement }: Of, state: FormState): PageView {
  const words: Record<Way, string> = {
    email: `By email to ${person.email ?? ''}`,
    letter: `By post to ${addressLine(person)}`,
    by_hand: 'I hand it over on paper',
  }
  const { arrange } = formatFor(person.informationFormat, offeredFormats())
  const title =
    agreement.signedOn === null
      ? 'Send it for the carer to agree'
      : 'Send the agreement to the carer'
  return {
    title,
    current: '/payments',
    before: govukBackLink({ href: `/payments/${payment.id}/agreement`, text: 'Back' }),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        <h1 class="govuk-heading-l">${title}</h1>
        ${arrange === null ? nothing : govukInsetText({ text: `${fullName(person)}: ${arrange}` })}
        ${formTag({
          body: html`${hidden('id', typedIn(state, 'id') || newId())}
          ${radiosField(state, { name: 'way', label: 'How?', options: waysTo(person).map((way) => [way, words[way]] as const) })}
          ${radiosField(state, { name: 'format', label: 'In which format?', options: offeredFormats().map((format) => [format, formatNames[format]] as const) })}
          ${govukButton({ text: 'Send', preventDoubleClick: true })}`,
        })}
      </div>
    </div>`,
  }
}
