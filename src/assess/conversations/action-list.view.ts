import { govukButton } from '#platform/govuk/button.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { formTag } from '#platform/web/form-view.ts'
import { spokenName, type Person } from '#people/persons/person.ts'
import { byWords, endedWordsOf, isLate, type Action } from './action.ts'

/** Who does it, as staff say it. */
export function ownerWords(
  action: Action,
  person: Pick<Person, 'givenName' | 'familyName' | 'knownAs'>,
): string {
  return action.owner === 'carer' ? spokenName(person) : (action.ownerName ?? 'Somebody')
}

/** Who does what by when, each with the way to tick it off and to change it. */
export function actionListView(of: {
  readonly actions: readonly Action[]
  readonly person: Pick<Person, 'givenName' | 'familyName' | 'knownAs'>
  readonly today: IsoDate
}): Html {
  return html`<ul class="app-lines">
    ${of.actions.map((action) => {
      const late = isLate(action, of.today)
      return html`<li class="app-lines__line">
        <span class="app-lines__words">
          <a class="govuk-link" href="/agreed/${action.id}">${action.what}</a>
          <span class="app-quiet">${ownerWords(action, of.person)},</span>
          ${late ? html`<strong class="app-overdue">${byWords(action)}</strong>` : byWords(action)}.
          ${action.state === 'open' ? nothing : html`<strong>${endedWordsOf(action)}.</strong>`}
          ${action.withheld ? html`Kept from the carer’s own page.` : nothing}
        </span>
        ${action.state === 'open' ? doneButton(action) : nothing}
      </li>`
    })}
  </ul>`
}

const doneButton = ({ id, what }: Action): Html =>
  formTag({
    action: `/agreed/${id}/done`,
    body: govukButton({
      html: html`Done<span class="govuk-visually-hidden">: ${what}</span>`,
      classes: 'govuk-button--secondary app-small-button',
      preventDoubleClick: true,
    }),
  })
