import { z } from 'zod'
import { printPage } from '#platform/documents/print-page.ts'
import { formatLinks } from '#platform/documents/formats.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { dayInWords, inWords } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { idParam } from '#people/persons/params.ts'
import { page, show } from '#platform/web/page.ts'
import { letterFrom } from '../letter-from.ts'
import { openSecondLook } from '../opened-look.ts'
import { secondLookLetter } from '../second-look-letter.ts'
import { isLate } from '../second-look.rules.ts'
import type { SecondLook } from '../second-look.ts'

/** The carer's own second look: what they asked, by when they hear, and the answer once it was sent. */
export const mySecondLookPage = page({
  path: '/my/second-looks/:id',
  door: 'carer',
  may: ['carer'],
  params: z.object({ id: idParam }),
  get: async ({ params, asActor, actor, clock }) => {
    const { look, from } = await asActor(async (tx) => {
      const opened = await openSecondLook(tx, actor, params.id)
      return { look: opened.look, from: await letterFrom(tx, actor, opened) }
    })
    const before = govukBackLink({ href: '/my', text: 'Back' })
    if (look.sentAt === null) {
      const telephone = from.organisation.telephone
      const main = waitingView(look, isLate(look, clock.today()), telephone)
      return show({ title: 'We are looking at our decision again', before, main })
    }
    const letter = secondLookLetter({ ...from, look })
    return show({
      title: letter.title,
      before,
      main: html`${await printPage(letter)}
        <p class="govuk-body">${formatLinks(`/my/second-looks/${look.id}/letter`)}</p>`,
    })
  },
})

function waitingView(look: SecondLook, late: boolean, telephone: string | null): Html {
  const ring = telephone === null ? '' : ` on ${telephone}`
  return html`<h1 class="govuk-heading-l">We are looking at our decision again</h1>
    <p class="govuk-body">
      You asked us on ${inWords(look.askedOn)}. Somebody who did not decide it will look at it and
      write to you with the answer and the reason.
    </p>
    ${
      late
        ? html`<p class="govuk-body">
            <strong
              >We said that you would have our answer by ${dayInWords(look.dueOn)}. It is late, and
              we are sorry.</strong
            >
            Ring us${ring}: you should not have to wait longer.
          </p>`
        : html`<p class="govuk-body">You will have our answer by ${dayInWords(look.dueOn)}.</p>`
    }
    ${
      look.askedWords === null
        ? nothing
        : html`<h2 class="govuk-heading-m">What you told us</h2>
            <p class="govuk-body app-as-typed">${look.askedWords}</p>`
    }`
}
