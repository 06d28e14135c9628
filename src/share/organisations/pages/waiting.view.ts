import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { govukWarningText } from '#platform/govuk/warning-text.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { actionButton } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import type { Waiting } from '../requests.sql.ts'
import { adminPage, dutiesInWords, moment, periodInWords, toAdmin } from './frame.view.ts'

const kinds: Record<Waiting['kind'], string> = {
  duty: 'A duty',
  invitation: 'An invitation',
  rule: 'A rule of single sign-on',
}

export function waitingView(
  waiting: readonly Waiting[],
  accountId: string | null,
  refusal: string | null,
): PageView {
  return adminPage({
    title: 'Waiting for a second administrator',
    current: '/admin/waiting',
    back: toAdmin,
    main: html`<h1 class="govuk-heading-l">Waiting for a second administrator</h1>
      ${refusal === null ? nothing : govukWarningText({ text: `${refusal}.` })}
      ${waiting.length === 0 ? html`<p class="govuk-body">Nothing waits.</p>` : waiting.map((each) => card(each, accountId))}`,
  })
}

const card = (each: Waiting, accountId: string | null): Html =>
  govukSummaryList({
    card: { title: { text: `${kinds[each.kind]}: ${each.who}` } },
    rows: [
      { key: { text: 'Duties' }, value: { text: dutiesInWords(each.duties) } },
      { key: { text: 'At' }, value: { text: each.organisation } },
      each.since !== null && {
        key: { text: 'When' },
        value: { text: periodInWords(each.since, each.until) },
      },
      {
        key: { text: 'Asked for by' },
        value: { text: `${each.askedByName}, ${moment(each.askedAt)}` },
      },
      { key: { text: 'Answer' }, value: { html: answers(each, each.askedBy === accountId) } },
    ],
  })

function answers({ kind, id, who }: Waiting, isOwn: boolean): Html {
  const button = (answer: string, text: string) =>
    actionButton({
      action: `/admin/waiting/${kind}/${id}`,
      text,
      fields: { answer },
      classes: 'govuk-button--secondary govuk-!-margin-bottom-2',
    })
  return isOwn
    ? html`<p class="govuk-body">You asked for this: another administrator answers.</p>
        ${button('decline', `Take back what was asked for ${who}`)}`
    : html`${button('agree', `Agree for ${who}`)} ${button('decline', `Decline for ${who}`)}`
}
