import { html, isBlank, join, nothing, type Html, type HtmlValue } from '#platform/lib/html.ts'

/** A flag in words: `alert` for danger, `waits` for what is due or missing, `plain` for a preference. */
export type Flag = {
  readonly text: string
  readonly tone?: 'alert' | 'waits' | 'plain' | undefined
}

export type IdentityStripOptions = {
  readonly name: string
  /** The reference that people read aloud. */
  readonly reference?: string | undefined
  /** Short facts beside the name: age, place. */
  readonly details?: readonly HtmlValue[] | undefined
  /** Whom they care for: names, or links. */
  readonly caresFor?: HtmlValue
  readonly flags?: readonly Flag[] | undefined
  /** Buttons and links for what can be done on this record. */
  readonly actions?: Html | undefined
}

/** Whose record this is: the head of a carer's record, with the page's heading. */
export const identityStrip = (options: IdentityStripOptions): Html =>
  html`<div class="app-identity">
    <div class="app-identity__who">
      <h1 class="app-identity__name">${options.name}</h1>
      <p class="app-identity__details">
        ${join([...(options.details ?? []), reference(options.reference)], html`<span class="app-identity__dot"> · </span>`)}
      </p>
      ${isBlank(options.caresFor) ? nothing : html`<p class="app-identity__cares">Cares for ${options.caresFor}</p>`}
      ${flags(options.flags ?? [])}
    </div>
    ${options.actions ? html`<div class="app-identity__actions">${options.actions}</div>` : nothing}
  </div>`

const reference = (text: string | undefined): HtmlValue =>
  text ? html`<span class="app-identity__reference">${text}</span>` : ''

function flags(of: readonly Flag[]): Html {
  if (of.length === 0) return nothing
  return html`<ul class="app-flags" aria-label="Flags">
    ${of.map(({ text, tone = 'plain' }) => html`<li class="app-flag app-flag--${tone}">${text}</li>`)}
  </ul>`
}
