import { html, join, nothing, type Html } from '#platform/lib/html.ts'
import type { PageView } from '#platform/web/page.ts'
import type { HomeAuthority } from '#platform/web/house.ts'

type Line = { readonly to: string; readonly ring?: string; readonly text?: string }
type Need = { readonly when: string; readonly lines: readonly Line[] }

// National lines, free to ring and open day and night.
const needs: readonly Need[] = [
  {
    when: 'Someone is in danger now',
    lines: [
      { to: 'Police, ambulance or fire', ring: '999' },
      { to: 'If you cannot hear or speak on the phone, text phone', ring: '18000' },
      { to: 'If it is not safe to speak, ring 999 from a mobile and then press', text: '55' },
    ],
  },
  {
    when: 'Someone needs a doctor today',
    lines: [
      { to: 'NHS 111, day and night', ring: '111' },
      { to: 'For help with mental health, ring 111 and then press', text: '2' },
    ],
  },
  {
    when: 'You feel you cannot go on',
    lines: [
      { to: 'Samaritans, day and night', ring: '116 123' },
      { to: 'Shout, by text: send SHOUT to', text: '85258' },
    ],
  },
  {
    when: 'Someone hurts, threatens or frightens you',
    lines: [
      { to: 'National Domestic Abuse Helpline, day and night', ring: '0808 2000 247' },
      { to: 'Childline, if you are under 19', ring: '0800 1111' },
    ],
  },
]

/** Whom to ring today, the most pressing first. */
export function helpTodayView(council: HomeAuthority): PageView {
  const [danger, ...others] = needs
  return {
    title: 'I need help today',
    quickExit: true,
    before: html`<a class="govuk-back-link" href="/">Back</a>`,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-xl">I need help today</h1>
        ${danger === undefined ? nothing : need(danger)} ${cannotCareToday(council)}
        ${others.map(need)}
      </div>
    </div>`,
  }
}

function cannotCareToday({ name, telephone }: HomeAuthority): Html {
  if (telephone === null) return nothing
  return html`<h2 class="govuk-heading-m">You cannot care today, or someone is left alone</h2>
    <p class="govuk-body">
      Ring us and say "I cannot care today": ${ring(telephone)}. If nobody answers, ask ${name}
      council for its emergency duty team.
    </p>`
}

function need({ when, lines }: Need): Html {
  return html`<h2 class="govuk-heading-m">${when}</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${lines.map(
        ({ to, ring: number, text }) =>
          html`<li>
            ${join([
              `${to}${number === undefined ? '' : ':'}`,
              number === undefined ? undefined : ring(number),
              text === undefined ? undefined : html`<strong>${text}</strong>`,
            ])}
          </li>`,
      )}
    </ul>`
}

function ring(number: string): Html {
  return html`<a
    class="govuk-link govuk-!-font-weight-bold"
    href="tel:${number.replaceAll(' ', '')}"
    >${number}</a
  >`
}
