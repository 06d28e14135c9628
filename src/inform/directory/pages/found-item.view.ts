import { govukTag } from '#platform/govuk/tag.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html, type HtmlValue } from '#platform/lib/html.ts'
import type { Found, FoundAtPlace } from '../directory.ts'
import { distanceInWords } from '../distance.rules.ts'
import { freshness } from '../freshness.rules.ts'

/** One service of the directory with all that one must know to go there, and how sure that is. */
export function foundItem(
  item: Found | FoundAtPlace,
  from: { readonly today: IsoDate; readonly exact: boolean },
): Html {
  const { state, words } = freshness(item.checkedOn, from.today)
  return html`<li class="app-find">
    <h3 class="govuk-heading-m app-find__name">${item.name}</h3>
    ${'miles' in item ? whereAndWhen(item, from.exact) : nothing}
    <p class="govuk-body">${item.about}</p>
    <ul class="app-find__facts">
      ${facts(item).map((fact) => html`<li>${fact}</li>`)}
    </ul>
    <p class="app-find__fresh app-find__fresh--${state}">
      ${item.invented ? html`${govukTag({ text: 'Demonstration: made up', classes: 'govuk-tag--yellow' })} ` : nothing}
      ${words}
    </p>
  </li>`
}

function whereAndWhen(item: FoundAtPlace, fromExact: boolean): Html {
  const address = [item.place, item.address, item.town, item.postcode]
    .filter((part, at, all) => part !== null && !(at > 0 && all[0]?.includes(part)))
    .join(', ')
  return html`<p class="govuk-body app-find__where">
    <strong>${distanceInWords(item.miles, item.exact && fromExact)}</strong>: ${address}
    ${item.meets === null ? nothing : html`<br />${item.meets}`}
  </p>`
}

/** Short facts in a row, those left out that nobody wrote down. */
function facts(item: Found): readonly HtmlValue[] {
  const all: readonly HtmlValue[] = [
    item.telephone === null ? null : html`Ring ${telephone(item.telephone)}`,
    item.opens,
    ages(item),
    item.cost,
    item.website === null ? null : website(item.website),
    item.organisation,
  ]
  return all.filter((fact) => fact !== null)
}

const telephone = (number: string): Html =>
  html`<a class="govuk-link" href="tel:${number.replaceAll(' ', '')}">${number}</a>`

function website(address: string): Html {
  const { host } = new URL(address)
  return html`<a class="govuk-link" href="${address}" rel="noreferrer">${host}</a>`
}

function ages({ minimumAge, maximumAge }: Found): string | null {
  if (minimumAge !== null && maximumAge !== null) return `Age ${minimumAge} to ${maximumAge}`
  if (minimumAge !== null) return `Age ${minimumAge} and over`
  return maximumAge === null ? null : `Age up to ${maximumAge}`
}
