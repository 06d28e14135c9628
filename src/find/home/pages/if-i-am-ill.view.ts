import { callToAction } from '#platform/govuk/own/call-to-action.ts'
import { html } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'

/** What carers worry about most: who looks after the person when they cannot, and how to plan for it. */
export function ifIAmIllView(telephone: string | null): PageView {
  return {
    title: 'What happens if I am ill?',
    before: html`<a class="govuk-back-link" href="/">Back</a>`,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-xl">What happens if I am ill?</h1>
        <p class="govuk-body-l">
          You need not lie awake over it. Make a plan now, while all is well, and others know what
          to do when you cannot.
        </p>
        <p class="govuk-body">
          Are you ill today? <a class="govuk-link" href="/help-today">Get help today</a>.
        </p>
        <h2 class="govuk-heading-l">How a plan for emergencies works</h2>
        <ol class="govuk-list govuk-list--number govuk-list--spaced">
          <li>You tell us that you look after someone.</li>
          <li>
            We talk with you: who could step in, who has a key, and what the person you look after
            needs to be safe and calm.
          </li>
          <li>We write it down together. You get a copy, and it is part of your support plan.</li>
          <li>You look at it once a year, or when something changes.</li>
        </ol>
        <h2 class="govuk-heading-l">Before you talk to us</h2>
        <p class="govuk-body">It helps to think about:</p>
        <ul class="govuk-list govuk-list--bullet">
          <li>two or three people who could come, by day or by night</li>
          <li>how long the person you look after can safely be alone</li>
          <li>what they take, eat and need, and what upsets them</li>
          <li>where the key is, and who looks after pets</li>
        </ul>
        ${callToAction({ text: 'Ask for a plan for emergencies', href: '/register', telephone })}
      </div>
    </div>`,
  }
}
