import { html } from '#platform/lib/html.ts'
import type { CarerPanel } from '#platform/room.ts'

/** The way to what a carer may ask of their data. */
export const ownRightsPanel: CarerPanel = {
  id: 'your-data',
  order: 95,
  show: async () => ({
    title: 'Your rights over what we hold',
    body: html`<p class="govuk-body">
      You can ask for a copy of everything we hold about you, have it put right, or have it erased.
      <a class="govuk-link" href="/my/data">Your rights over what we hold</a>
    </p>`,
  }),
}
