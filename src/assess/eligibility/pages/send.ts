import { z } from 'zod'
import type { IsoDate } from '#platform/lib/dates.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { optionalText, text } from '#platform/web/fields.ts'
import { form, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { assessors } from '#assess/assessments/who-assesses.ts'
import { whyNotSendable, type Determination } from '../determination.ts'
import { letterFrom } from '../letter-from.ts'
import { openDecision, type OpenedDecision } from '../opened.ts'
import { attachmentsFor, sendDecision } from '../send-decision.ts'
import { sendingFields, sendingTyped, whyNotSent } from '../sending-form.ts'
import { backTo } from './links.view.ts'
import { sendView } from './send.view.ts'

/** A child's and a parent's written record goes to others too, or somebody says why not. */
function sendForm({ kind }: Determination, today: IsoDate) {
  const copied = kind === 'young_carer' || kind === 'parent_carer'
  return form({
    ...sendingFields(today),
    copies_to: copied
      ? text('Enter who else gets a copy, or why nobody does', 500)
      : optionalText(500),
  })
}

/** Sends the decision to the carer. It is a step: what was not sent is on somebody's list until it is. */
export const sendPage = page({
  path: '/determinations/:id/send',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const opened = await openDecision(tx, actor, params.id)
      if (whyNotSendable(opened.determination) !== null) return see(`/determinations/${params.id}`)
      return show(viewOf(opened, freshForm(sendingTyped(opened.person, clock.today()))))
    }),
  post: async ({ params, body, asActor, actor, clock }) => {
    const at = `/determinations/${params.id}`
    const opened = await asActor(async (tx) => {
      const found = await openDecision(tx, actor, params.id)
      return { ...found, from: await letterFrom(tx, actor, found) }
    })
    const { determination, from, person } = opened
    if (determination.sentAt !== null) return see(at)
    const why = whyNotSendable(determination)
    if (why !== null) return showAgain(viewOf(opened, withFault(body, 'send', why)))
    const read = sendForm(determination, clock.today()).read(body)
    if (!read.ok) return showAgain(viewOf(opened, read.error))
    const { way, format, copy_on: copyOn, copies_to: copiesTo } = read.value
    const stopped = await asActor((tx) => whyNotSent(tx, { person, way, format }))
    if (stopped !== null) return showAgain(viewOf(opened, withFault(body, 'way', stopped)))
    // Typeset before the transaction that sends: no row waits for a printer.
    const attachments = await attachmentsFor(from, format)
    await asActor((tx) =>
      sendDecision(tx, {
        from,
        way,
        format,
        attachments,
        copyOn: copyOn ?? clock.today(),
        copiesTo,
        sentAt: clock.now(),
        authorityId: actor.authorityId,
      }),
    )
    return see(at)
  },
})

function viewOf(opened: OpenedDecision, state: FormState): PageView {
  return {
    title: `Send the decision to ${nameWithKnownAs(opened.person)}`,
    before: backTo(opened.determination),
    main: sendView({ ...opened, state }),
  }
}
