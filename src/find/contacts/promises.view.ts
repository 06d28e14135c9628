import { dayInWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { actionButton } from '#platform/web/form-view.ts'
import type { Contact } from './contact.ts'

/** Promises to a carer, each with its day and a button to tick it off. */
export const promisesView = (
  open: readonly (Contact & { readonly dueOn: IsoDate })[],
  today: IsoDate,
): Html =>
  html`<ul class="app-lines">
    ${open.map(
      ({ id, followUp, promisedBy, dueOn }) =>
        html`<li class="app-lines__line">
          <span class="app-lines__words">
            <a class="govuk-link" href="/contacts/${id}">${followUp ?? 'Get in touch'}</a>
            <span class="app-quiet">${promisedBy ?? 'somebody'},</span>
            ${dueOn < today ? html`<strong class="app-overdue">was due ${dayInWords(dueOn)}</strong>` : html`by ${dayInWords(dueOn)}`}
          </span>
          ${actionButton({
            action: `/contacts/${id}/kept`,
            text: 'Done',
            classes: 'govuk-button--secondary app-small-button',
          })}
        </li>`,
    )}
  </ul>`
