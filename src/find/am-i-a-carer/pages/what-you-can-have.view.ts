import { govukButton } from '#platform/govuk/button.ts'
import { govukDetails } from '#platform/govuk/details.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { inWords, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { formTag } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { answered, type Answers } from '../answers.ts'
import { kindsOfCarer, type CarerKind } from '../carer-kinds.rules.ts'
import type { Law } from '../law.ts'
import { nextSteps, verdictOf } from '../next-steps.rules.ts'
import { choicesOf, questions, type Question, type Way } from '../questions.ts'
import { rightsOf, type Right } from '../rights.rules.ts'
import { carried } from './question.view.ts'

type Answered = { readonly way: Way; readonly answers: Answers; readonly today: IsoDate }

/** Which kinds of carer the answers make a person, what that entitles them to, and what to do next. */
export function whatYouCanHaveView(of: Answered): PageView {
  const { way, answers, today } = of
  const { heading, text } = verdictOf(answers)
  const rights = rightsOf(answers, today)
  return {
    title: heading,
    keptForBack: true,
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-xl">${heading}</h1>
        <p class="govuk-body-l">${text}</p>
        ${firstStep(of)} ${theKinds(kindsOfCarer(answers))}
        ${theRights('What the council must do for you', rights, 'help')}
        ${theRights('At work', rights, 'work')}
        ${theRights('Money you may be able to get', rights, 'money')} ${otherSteps(of)}
        ${whatYouToldUs({ way, answers })}
      </div>
    </div>`,
  }
}

/** The answers go along, so that nobody is asked the same thing twice; still nothing is stored. */
function firstStep({ answers }: Answered): Html {
  const [first] = nextSteps(answers)
  if (first === undefined) return nothing
  const button = govukButton({ text: first.title, isStartButton: true })
  return html`${formTag({ action: first.href, body: html`${carried(answers)} ${button}` })}
    <p class="govuk-body">${first.text}</p>`
}

function otherSteps({ answers }: Answered): Html {
  const others = nextSteps(answers).slice(1)
  return html`${others.map(
    ({ title, text, href }) =>
      html`<p class="govuk-body"><a class="govuk-link" href="${href}">${title}</a>. ${text}</p>`,
  )}`
}

function theKinds(kinds: readonly CarerKind[]): Html {
  if (kinds.length === 0) return nothing
  return html`<h2 class="govuk-heading-l">What people may call you</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${kinds.map(
        ({ name, because, law }) =>
          html`<li>
            <strong>${name}.</strong> ${because} ${law === null ? nothing : lawLine(law)}
          </li>`,
      )}
    </ul>`
}

function theRights(heading: string, rights: readonly Right[], about: Right['about']): Html {
  const mine = rights.filter((right) => right.about === about)
  if (mine.length === 0) return nothing
  // Closed, so that a phone shows at once what there is; the first of what the council must do is open.
  return html`<h2 class="govuk-heading-l">${heading}</h2>
    ${mine.map(({ title, text, law }, at) =>
      govukDetails({
        summaryText: title,
        html: html`${text} ${lawLine(law)}`,
        open: about === 'help' && at === 0,
      }),
    )}`
}

function lawLine({ citation, inForceFrom }: Law): Html {
  return html`<span class="app-law">${citation}, since ${inWords(inForceFrom)}</span>`
}

function whatYouToldUs({ way, answers }: { readonly way: Way; readonly answers: Answers }): Html {
  const told = questions.filter(({ id }) => answers[id] !== undefined)
  const rows = told.map((question) => {
    const { heading } = way === 'young' ? (question.young ?? question) : question
    return { key: { text: heading }, value: { html: toldRow(question, heading, { way, answers }) } }
  })
  return html`<h2 class="govuk-heading-l">You told us</h2>
    ${govukDetails({
      summaryText: 'See and change your answers',
      html: html`<p class="govuk-body">We have not kept any of this.</p>
        ${formTag({ body: html`${carried(answers)} ${govukSummaryList({ rows })}` })}`,
    })}`
}

function toldRow(
  question: Question,
  heading: string,
  { way, answers }: { readonly way: Way; readonly answers: Answers },
): Html {
  const given = answered(answers, question.id)
  const chosen = choicesOf(question, way).filter(({ value }) => given.includes(value))
  return html`${chosen.map(({ text }) => html`<div>${text}</div>`)}
    <button class="app-link-button govuk-link" name="change" value="${question.id}">
      Change<span class="govuk-visually-hidden"> your answer to: ${heading}</span>
    </button>`
}
