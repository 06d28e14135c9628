import { html, type Html } from '#platform/lib/html.ts'

/** A record in two columns: facts, and what happened. On a small screen the facts come first. */
export const recordColumns = (options: { readonly facts: Html; readonly events: Html }): Html =>
  html`<div class="app-record">
    <div class="app-record__facts">${options.facts}</div>
    <div class="app-record__events">${options.events}</div>
  </div>`
