import { govukButton } from '#platform/govuk/button.ts'
import { doorLinks } from '#platform/govuk/own/door-links.ts'
import { html } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'

const doors = [
  {
    text: 'Tell someone about me',
    href: '/young-carers/register',
    about: 'A kind grown-up gets in touch, the way you choose',
  },
  {
    text: 'Clubs near me',
    href: '/young-carers/clubs',
    about: 'Have fun and meet others who get it',
  },
  { text: 'I need help today', href: '/help-today', about: 'Someone is hurt, or I am scared' },
]

/** The young carers' front page: kind words, no forms, nothing asked yet. */
export function youngCarersView(): PageView {
  return {
    title: 'Do you help look after someone?',
    before: html`<a class="govuk-back-link" href="/">Back</a>`,
    main: html`<div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-xl">Do you help look after someone?</h1>
          <p class="govuk-body-l">
            Maybe your mum is ill. Maybe your brother is disabled. Maybe your dad drinks too much.
            If you help, you count, and there is help for you.
          </p>
          <p class="govuk-body">You might:</p>
          <ul class="govuk-list govuk-list--bullet">
            <li>cook, clean or shop</li>
            <li>help someone wash, dress or take their medicine</li>
            <li>look after your brothers and sisters</li>
            <li>cheer someone up, or worry about them at school</li>
          </ul>
          ${govukButton({
            text: 'See if you are a young carer',
            href: '/young-carers/am-i-a-young-carer',
            isStartButton: true,
          })}
          <p class="govuk-body">
            You will not be in trouble, and nor will your family. We do not tell anyone without
            talking to you first, unless someone is in danger.
          </p>
        </div>
      </div>
      <h2 class="govuk-visually-hidden">Other things you can do</h2>
      ${doorLinks(doors)}`,
  }
}
