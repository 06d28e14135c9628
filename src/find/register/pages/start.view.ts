import { govukButton } from '#platform/govuk/button.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { actionButton, formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { daysKept, type Way } from '../draft.ts'
import { ways } from '../ways.ts'

const titles: Readonly<Record<Way, string>> = {
  adult: "Register with the carers' hub",
  young: 'Tell someone about me',
}

/** What registering is, what is asked and who sees it, before anything is asked. */
export function startView({
  way,
  begun,
}: {
  readonly way: Way
  readonly begun: boolean
}): PageView {
  const title = titles[way]
  return {
    title,
    before: html`<a class="govuk-back-link" href="${way === 'young' ? '/young-carers' : '/'}"
      >Back</a
    >`,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-xl">${title}</h1>
        ${way === 'young' ? forYoung : forAdults} ${begun ? goOn(way) : start}
        <p class="govuk-body">${way === 'young' ? youngKept : adultsKept}</p>
      </div>
    </div>`,
  }
}

const forAdults = html`<p class="govuk-body-l">
    Tell us that you look after someone, and an adviser gets in touch with you. It is free and takes
    about five minutes.
  </p>
  <p class="govuk-body">We ask:</p>
  <ul class="govuk-list govuk-list--bullet">
    <li>your name and date of birth</li>
    <li>whom you look after, and why they need you</li>
    <li>one way to reach you: a phone number, an email or postal address, or someone we can ask</li>
  </ul>
  <p class="govuk-body">
    You can leave out most of the rest. The hub's advisers see what you tell us, and nobody else
    unless you agree.
  </p>`

const forYoung = html`<p class="govuk-body-l">
    Tell us a bit about you, and a kind grown-up whose job this is gets in touch. It takes about
    five minutes.
  </p>
  <p class="govuk-body">
    You can leave out most things. We do not tell your school or your family without talking to you
    first, unless someone is in danger.
  </p>`

const start = formTag({ body: govukButton({ text: 'Start now', isStartButton: true }) })

function goOn(way: Way): Html {
  const action = ways[way].path
  return html`<div class="govuk-inset-text">
      You have begun already. What you typed before is still here.
    </div>
    ${actionButton({ action, text: 'Go on where you were', fields: { go: 'on' } })}
    ${actionButton({ action, text: 'Start again', classes: 'govuk-button--secondary' })}
    ${forgetButton(way)}`
}

/** On a shared computer nothing should be left for the next to sit there. */
export function forgetButton(way: Way): Html {
  return formTag({
    action: ways[way].path,
    body: html`<input type="hidden" name="go" value="forget" />
      <button class="app-link-button govuk-link">
        ${way === 'young' ? 'Delete what I typed, and leave' : 'Delete what I have typed and leave'}
      </button>`,
  })
}

const kept = `You can stop and come back on this phone or computer: what you typed is kept for ${daysKept} days.`
const adultsKept = `${kept} It is sent only when you send it.`
const youngKept = `${kept} Nobody sees it until you send it.`
