import { html, type Html } from '#platform/lib/html.ts'

/** What may be wider than the screen, such as a large table: it scrolls in its own box, also by keyboard. */
export const scrollable = (options: { readonly label: string; readonly body: Html }): Html =>
  html`<div class="app-scroll" role="region" aria-label="${options.label}" tabindex="0">
    ${options.body}
  </div>`
