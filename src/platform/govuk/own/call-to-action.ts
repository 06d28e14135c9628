import { html, nothing, type Html } from '#platform/lib/html.ts'
import { govukButton } from '../button.ts'

export type CallToActionOptions = {
  readonly text: string
  readonly href: string
  /** Some would rather talk: the number stands beside every way in. */
  readonly telephone?: string | null | undefined
}

/** The one thing to do on a page, and the number to ring instead. */
export const callToAction = ({ text, href, telephone }: CallToActionOptions): Html =>
  html`<div class="app-call">
    ${govukButton({ text, href, isStartButton: true })}
    ${telephone ? html`<p class="app-call__phone">or ring <a class="govuk-link" href="tel:${telephone.replaceAll(/[^+\d]/g, '')}">${telephone}</a></p>` : nothing}
  </div>`
