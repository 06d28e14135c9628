import { z } from 'zod'
import type { IsoDate } from '#platform/lib/dates.ts'
import { formatLinks } from '#platform/documents/formats.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { html } from '#platform/lib/html.ts'
import { idParam } from '#people/persons/params.ts'
import { nameWithKnownAs } from '#people/persons/person.ts'
import { form, freshForm, withFault, type FormState } from '#platform/web/form.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import { page, see, show, showAgain, type PageView } from '#platform/web/page.ts'
import { assessors } from '#assess/assessments/who-assesses.ts'
import { letterFrom } from '../letter-from.ts'
import { openSecondLook, type OpenedLook } from '../opened-look.ts'
import { whyAnswerNotSendable } from '../second-look.rules.ts'
import { lookAnswers } from '../second-look.ts'
import { lookAttachments, sendSecondLook } from '../send-second-look.ts'
import { sendingFields, sendingTyped, whyNotSent } from '../sending-form.ts'
import { arrangeView, sendingView } from './sending.view.ts'

const sendForm = (today: IsoDate) => form(sendingFields(today))

/** Sends the answer to a second look: until it is sent the carer waits, and it stays on the lists. */
export const sendSecondLookPage = page({
  path: '/second-looks/:id/send',
  door: 'workspace',
  may: assessors,
  params: z.object({ id: idParam }),
  get: ({ params, asActor, actor, clock }) =>
    asActor(async (tx) => {
      const opened = await openSecondLook(tx, actor, params.id)
      if (whyAnswerNotSendable(opened.look, opened.all) !== null)
        return see(`/second-looks/${params.id}`)
      return show(viewOf(opened, freshForm(sendingTyped(opened.person, clock.today()))))
    }),
  post: async ({ params, body, asActor, actor, clock }) => {
    const at = `/second-looks/${params.id}`
    const { opened, from } = await asActor(async (tx) => {
      const found = await openSecondLook(tx, actor, params.id)
      const letter = await letterFrom(tx, actor, found)
      return { opened: found, from: { ...letter, look: found.look } }
    })
    const { look, person } = opened
    if (look.sentAt !== null) return see(at)
    const why = whyAnswerNotSendable(look, opened.all)
    if (why !== null) return showAgain(viewOf(opened, withFault(body, 'send', why)))
    const read = sendForm(clock.today()).read(body)
    if (!read.ok) return showAgain(viewOf(opened, read.error))
    const { way, format, copy_on } = read.value
    const stopped = await asActor((tx) => whyNotSent(tx, { person, way, format }))
    if (stopped !== null) return showAgain(viewOf(opened, withFault(body, 'way', stopped)))
    // Typeset before the transaction that sends: no row waits for a printer.
    const attachments = await lookAttachments(from, format)
    const copyOn = copy_on ?? clock.today()
    const { authorityId } = actor
    await asActor((tx) =>
      sendSecondLook(tx, {
        from,
        way,
        format,
        attachments,
        copyOn,
        sentAt: clock.now(),
        authorityId,
      }),
    )
    return see(at)
  },
})

function viewOf({ look, person }: OpenedLook, state: FormState): PageView {
  const at = `/second-looks/${look.id}`
  const answer = look.answer === null ? '' : lookAnswers[look.answer].toLowerCase()
  return {
    title: `Send the answer to ${nameWithKnownAs(person)}`,
    before: govukBackLink({ text: 'Back to the second look', href: at }),
    main: html`${faultSummary(state)}
      <span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
      <h1 class="govuk-heading-l" id="send">Send the answer: ${answer}</h1>
      <p class="govuk-body">Read it first, as the carer will: ${formatLinks(`${at}/letter`)}</p>
      ${arrangeView(person)}
      ${formTag({
        body: html`${sendingView(state, person)}
        ${govukButton({ text: 'Send it', preventDoubleClick: true })}`,
      })}`,
  }
}
