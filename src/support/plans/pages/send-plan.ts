import type { Tx } from '#platform/db/database.ts'
import { type DocumentFormat, formatNames, offeredFormats } from '#platform/documents/formats.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukWarningText } from '#platform/govuk/warning-text.ts'
import { Conflict } from '#platform/lib/errors.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { whyNotTo } from '#platform/messages/messages.sql.ts'
import { choice } from '#platform/web/fields.ts'
import { form, freshForm, type FormState, typedIn, withFault } from '#platform/web/form.ts'
import { hidden } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { radiosField } from '#people/persons/fields.view.ts'
import { addressLine, fullName, type Person } from '#people/persons/person.ts'
import { formatFor } from '#people/persons/reading-format.rules.ts'
import { planners } from '../plan.ts'
import { lockPlan } from '../plans.sql.ts'
import { sendPlan, type Way, waysTo } from '../send-plan.ts'
import { getPlanOf, readPlanOf, planParams, type PlanOf } from '../plan-of.ts'
import { planForm } from '../plan-form.view.ts'

const sendForm = (ways: readonly Way[]) =>
  form({
    way: choice(ways, 'Select how to send the plan'),
    format: choice(offeredFormats(), 'Select the format'),
  })

/** Sends the agreed plan to its carer, as they read, s.25(10); the same form sent twice sends it once. */
export const sendPlanPage = page({
  path: '/plans/:id/send',
  door: 'workspace',
  may: planners,
  params: planParams,
  get: ({ params, actor, asActor }) =>
    asActor(async (tx) => {
      const of = agreed(await readPlanOf(tx, actor, params.id))
      const [way = 'by_hand'] = waysTo(of.person)
      const { format } = formatFor(of.person.informationFormat, offeredFormats())
      return show(viewOf(of, freshForm({ way, format })))
    }),
  post: ({ params, body, clock, config, asActor }) =>
    asActor(async (tx) => {
      await lockPlan(tx, params.id)
      const of = agreed(await getPlanOf(tx, params.id))
      const { plan } = of.whole
      if (body['sentBefore'] !== (plan.sentAt ?? '')) return see(`/plans/${plan.id}`)
      const read = sendForm(waysTo(of.person)).read(body)
      if (!read.ok) return showAgain(viewOf(of, read.error))
      const why = await whyNotSent(tx, of.person, read.value)
      if (why !== null) return showAgain(viewOf(of, withFault(body, 'way', why)))
      await sendPlan(tx, { ...of, ...read.value, at: clock.now(), url: config.url })
      return see(`/plans/${plan.id}`)
    }),
})

async function whyNotSent(
  tx: Tx,
  { id: personId, authorityId }: Person,
  { way, format }: { readonly way: Way; readonly format: DocumentFormat },
): Promise<string | null> {
  if (way === 'by_hand') return null
  return whyNotTo(tx, { authorityId, personId, purpose: 'plan', channel: way, format })
}

function agreed(of: PlanOf): PlanOf {
  const { state } = of.whole.plan
  if (state !== 'agreed') throw new Conflict('only an agreed plan is sent')
  return of
}

function viewOf(of: PlanOf, state: FormState): PageView {
  const { person, whole } = of
  return planForm({
    of,
    title: 'Send the plan to the carer',
    part: 'needs',
    state,
    button: 'Send',
    notice: notices(of),
    fields: html`${hidden('sentBefore', typedIn(state, 'sentBefore') || (whole.plan.sentAt ?? ''))}
    ${radiosField(state, { name: 'way', label: 'How?', options: waysTo(person).map((way) => [way, wayWords(way, person)] as const) })}
    ${radiosField(state, { name: 'format', label: 'In which format?', options: offeredFormats().map((format) => [format, formatNames[format]] as const) })}`,
  })
}

function wayWords(way: Way, person: Person): string {
  switch (way) {
    case 'email':
      return `By email to ${person.email}`
    case 'letter':
      return `By post to ${addressLine(person)}`
    case 'by_hand':
      return 'I hand it over on paper'
  }
}

function notices({ person, whole }: PlanOf): Html {
  const reads = wordsFor('formats', person.informationFormat)
  const { arrange } = formatFor(person.informationFormat, offeredFormats())
  const safe =
    person.safeContact === null
      ? nothing
      : govukWarningText({ text: person.safeContact, iconFallbackText: 'Warning' })
  const made =
    arrange === null
      ? nothing
      : govukInsetText({ text: `${fullName(person)} reads best in: ${reads}. ${arrange}` })
  const copies =
    whole.plan.copiesTo === null
      ? nothing
      : govukInsetText({
          text: `Copies were asked for, to: ${whole.plan.copiesTo}. Print them from the plan.`,
        })
  return html`${safe} ${made} ${copies}`
}
