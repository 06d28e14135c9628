import { html, nothing, type Html } from '#platform/lib/html.ts'

export type DoorLink = {
  readonly text: string
  readonly href: string
  /** What lies behind it, in a line. */
  readonly about?: string | undefined
}

/** Ways in, large enough for a thumb. */
export const doorLinks = (links: readonly DoorLink[]): Html =>
  html`<ul class="app-doors">
    ${links.map(
      ({ text, href, about }) =>
        html`<li class="app-doors__door">
          <a class="govuk-link app-doors__link" href="${href}">${text}</a>
          ${about ? html`<p class="app-doors__about">${about}</p>` : nothing}
        </li>`,
    )}
  </ul>`
