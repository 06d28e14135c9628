import { govukWarningText } from '#platform/govuk/warning-text.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'

const parts: readonly (readonly [string, string, string])[] = [
  [
    '/admin/people',
    'People who work here',
    'Their duties, sessions and accounts; somebody who left',
  ],
  ['/admin/invitations', 'Invitations', 'Ask somebody in, send a link again, withdraw one'],
  [
    '/admin/organisations',
    'Organisations',
    'Who takes part, their teams, and how their people come in',
  ],
  ['/admin/sign-on', 'Single sign-on', 'What a work account gives by itself'],
  ['/admin/delegation', 'Who decides on eligibility', 'What the council lets others decide'],
  [
    '/admin/assessment-questions',
    'Questions of assessments',
    'What is asked here beside what the law asks everywhere',
  ],
  ['/admin/measures', 'Measures', 'Scored measures, and the words that a licence lets us use'],
  ['/admin/waiting', 'Waiting for a second administrator', 'What takes two people'],
  ['/admin/changes', 'Changes of accounts and settings', 'Who changed what, and when'],
]

export function adminView({ waiting }: { readonly waiting: number }): PageView {
  return {
    title: 'Accounts and settings',
    current: '/admin',
    main: html`<h1 class="govuk-heading-l">Accounts and settings</h1>
      ${waiting === 0 ? nothing : govukWarningText({ text: waiting === 1 ? 'One thing waits for you to agree.' : `${waiting} things wait for you to agree.` })}
      ${parts.map(part)}`,
  }
}

const part = ([href, text, about]: (typeof parts)[number]): Html =>
  html`<h2 class="govuk-heading-m govuk-!-margin-bottom-1">
      <a class="govuk-link" href="${href}">${text}</a>
    </h2>
    <p class="govuk-body">${about}</p>`
