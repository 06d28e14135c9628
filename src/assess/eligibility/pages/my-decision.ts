import { z } from 'zod'
import { printPage } from '#platform/documents/print-page.ts'
import type { Document } from '#platform/documents/document.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { NotFound } from '#platform/lib/errors.ts'
import { idParam } from '#people/persons/params.ts'
import { page, show, type Page } from '#platform/web/page.ts'
import { mayAskAgain } from '../ask-second-look.ts'
import type { LetterFrom } from '../decision-letter.ts'
import { letterOf } from '../letters-of.ts'
import { letterFrom } from '../letter-from.ts'
import { openDecision } from '../opened.ts'
import { writtenAdvice } from '../written-advice.ts'
import { letterLinks } from './determination.view.ts'

type Asking = Awaited<ReturnType<typeof mayAskAgain>>

function myPage(
  path: string,
  of: {
    readonly write: (from: LetterFrom) => Document | null
    readonly after: (from: LetterFrom & Asking) => Html
  },
): Page {
  return page({
    path,
    door: 'carer',
    may: ['carer'],
    params: z.object({ id: idParam }),
    get: async ({ params, asActor, actor }) => {
      const from = await asActor(async (tx) => {
        const opened = await openDecision(tx, actor, params.id)
        const asking = await mayAskAgain(tx, opened.determination)
        return { ...(await letterFrom(tx, actor, opened)), ...asking }
      })
      const document = from.determination.state === 'decided' ? of.write(from) : null
      if (document === null) throw new NotFound('letter')
      return show({
        title: document.title,
        before: govukBackLink({ href: '/my', text: 'Back' }),
        main: html`${await printPage(document)} ${of.after(from)}`,
      })
    },
  })
}

const copies = ({ determination }: LetterFrom) =>
  html`<p class="govuk-body">${letterLinks(determination, '/my/decisions')}</p>`

/** The carer's own decision, as a page and in every format. */
export const myDecisionPage = myPage('/my/decisions/:id', {
  write: letterOf,
  after: (from) => {
    const { id } = from.determination
    const advice =
      writtenAdvice(from) === null
        ? nothing
        : html`<p class="govuk-body">
            <a class="govuk-link" href="/my/decisions/${id}/advice">Read our advice for you</a>
          </p>`
    return html`${advice} ${copies(from)} ${askingView(id, from)}`
  },
})

function askingView(id: string, { why, looks }: Asking): Html {
  const open = looks.find(({ sentAt }) => sentAt === null)
  if (open !== undefined)
    return html`<p class="govuk-body">
      <a class="govuk-link" href="/my/second-looks/${open.id}"
        >You asked us to look at this again</a
      >
    </p>`
  if (why !== null) return nothing
  return html`<h2 class="govuk-heading-m">If you think this is wrong</h2>
    <p class="govuk-body">
      <a class="govuk-link" href="/my/decisions/${id}/look-again"
        >Ask us to look at our decision again</a
      >
    </p>`
}

/** The written advice that came with it. */
export const myAdvicePage = myPage('/my/decisions/:id/advice', {
  write: writtenAdvice,
  after: copies,
})
