import { html } from '#platform/lib/html.ts'
import type { CarerPanel } from '#platform/room.ts'

/** The way to the page that a carer writes once and shows to others. */
export const tellItOncePanel: CarerPanel = {
  id: 'tell-it-once',
  order: 85,
  show: async () => ({
    title: 'Tell it once',
    body: html`<p class="govuk-body">
      Write your story once, and show it to others with a link or a printed code.
      <a class="govuk-link" href="/my/tell-it-once">Tell it once</a>
    </p>`,
  }),
}
