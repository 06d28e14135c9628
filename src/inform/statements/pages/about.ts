import { html } from '#platform/lib/html.ts'
import { page, show } from '#platform/web/page.ts'

export const aboutPage = page({
  path: '/about',
  door: 'public',
  may: 'anyone',
  get: async ({ config }) =>
    show({
      title: 'About Alongside',
      main: html`<h1 class="govuk-heading-l">About Alongside</h1>
        <p class="govuk-body">
          Alongside is the open carers’ hub: one record and one pathway for everyone who looks after
          someone unpaid. Councils, the charities that run their carers’ hubs and young carers’
          services, GP practices, hospitals and carers themselves use it together, each seeing what
          they may.
        </p>
        ${config.demo ? html`<p class="govuk-inset-text">This is a demo. Every person in it is invented.</p>` : html``}
        <h2 class="govuk-heading-m">Open standards</h2>
        <p class="govuk-body">
          The <a class="govuk-link" href="/api">interface for other systems</a> is described in the
          open.
        </p>
        <h2 class="govuk-heading-m">Where its facts come from</h2>
        <p class="govuk-body">
          Postcodes: Ordnance Survey Code-Point Open. Areas: Office for National Statistics.
          Contains OS data © Crown copyright and database right 2025. Contains public sector
          information licensed under the Open Government Licence v3.0.
        </p>`,
    }),
})
