import { html } from '#platform/lib/html.ts'
import type { House } from './house.ts'
import type { Frame } from './layout.ts'
import type { PageView } from './page.ts'
import { visitorAt } from './visitors.ts'

/** For an address that leads to no authority: where the carers' hubs of this server are. */
export function unknownHostPage(
  house: House,
  addresses: readonly string[],
): readonly [PageView, Frame] {
  const title = 'No carers’ hub is at this address'
  const view: PageView = {
    title,
    main: html`<h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">
        Check the address, or ask your council for it. These lead to a carers’ hub:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        ${addresses.map((address) => html`<li><a class="govuk-link" href="${address}/">${new URL(address).host}</a></li>`)}
      </ul>`,
  }
  // Not one of these councils: neither its name nor its number stands around the page.
  const authority = { ...house.authority, name: 'carers’ hubs', telephone: null }
  const frame: Frame = {
    door: 'public',
    authority,
    actor: visitorAt(house),
    signedIn: false,
    demo: false,
    textSize: 'normal',
    navigation: [],
  }
  return [view, frame]
}
